// The four-knob landscape against finite differences and its own minimum.
import { describe, expect, it } from 'vitest';
import {
  bestKnobs,
  gradient,
  height,
  largestCurvature,
  smallestCurvature,
  startKnobs,
  turnAll,
} from './knobs.ts';

describe('the four knobs', () => {
  it('have the gradient that central differences find', () => {
    const h = 1e-5;
    gradient(startKnobs).forEach((slope, k) => {
      const moved = (by: number) => startKnobs.map((value, i) => (i === k ? value + by : value));
      expect(slope).toBeCloseTo((height(moved(h)) - height(moved(-h))) / (2 * h), 7);
    });
  });

  it('have no slope at the least-squares cubic, which is lower than every neighbour', () => {
    for (const slope of gradient(bestKnobs)) expect(slope).toBeCloseTo(0, 10);
    for (let k = 0; k < 4; k++)
      for (const by of [-0.01, 0.01])
        expect(height(bestKnobs.map((v, i) => (i === k ? v + by : v)))).toBeGreaterThan(
          height(bestKnobs),
        );
  });

  it('come down together, and less and less steeply', () => {
    let knobs = startKnobs;
    let last = height(knobs);
    for (let step = 0; step < 100; step++) {
      knobs = turnAll(knobs);
      expect(height(knobs)).toBeLessThanOrEqual(last);
      last = height(knobs);
    }
    expect(last - height(bestKnobs)).toBeLessThan(1e-3);
  });

  it('have extreme curvatures between which every Rayleigh quotient lies', () => {
    const quotient = (v: number[]) => {
      const g = gradient(bestKnobs.map((b, i) => b + v[i]));
      return (
        g.reduce((s, part, i) => s + part * v[i], 0) / v.reduce((s, part) => s + part * part, 0)
      );
    };
    for (const v of [
      [1, 0, 0, 0],
      [0, 1, 0, -1],
      [1, -1, 2, 0.5],
      [0, 0.6, 0, -1],
    ]) {
      expect(quotient(v)).toBeLessThanOrEqual(largestCurvature + 1e-9);
      expect(quotient(v)).toBeGreaterThanOrEqual(smallestCurvature - 1e-9);
    }
  });
});
