// Rates in closed form against the ball's own way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  best,
  bestPlain,
  glide,
  levelShape,
  rate,
  rateAlong,
  stepsToMillionth,
} from './heavy-ball.ts';

const error = (path: readonly (readonly [number, number])[], step: number) =>
  Math.hypot(...path[step]);

describe('rateAlong', () => {
  it('is |1 − ηλ| without momentum', () => {
    expect(rateAlong(0.3, 0, 2)).toBeCloseTo(0.4);
    expect(rateAlong(1.5, 0, 1)).toBeCloseTo(0.5);
  });

  it('is below 1 exactly for 0 < ηλ < 2 + 2μ', () => {
    for (const momentum of [0, 0.3, 0.9, 0.99]) {
      expect(rateAlong(2 + 2 * momentum - 1e-6, momentum, 1)).toBeLessThan(1);
      expect(rateAlong(2 + 2 * momentum + 1e-6, momentum, 1)).toBeGreaterThan(1);
      expect(rateAlong(1e-9, momentum, 1)).toBeLessThan(1);
    }
  });
});

describe('rate', () => {
  it('is not exceeded by any curvature between the two ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (learningRate, momentum, share) => {
          const between = 1 / 50 + share * (1 - 1 / 50);
          expect(rateAlong(learningRate, momentum, between)).toBeLessThanOrEqual(
            rate(learningRate, momentum, 50) + 1e-9,
          );
        },
      ),
    );
  });

  it('is what a long way shows', () => {
    const setting = { learningRate: 0.5, momentum: 0.8, kappa: 100 };
    const path = glide([1, 1], setting, 400);
    const measured = (error(path, 400) / error(path, 200)) ** (1 / 200);
    expect(measured).toBeCloseTo(rate(0.5, 0.8, 100), 2);
  });
});

describe('levelShape', () => {
  it.each([
    [0.8, 30],
    [0.9, 100],
    [0.99, 100],
    [0.6, 3],
  ])('has the rate %s along its whole border at κ = %s', (level, kappa) => {
    const corners = levelShape(level, kappa);
    corners.forEach(([x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length];
      if (y === 0 && nextY === 0) return;
      for (const t of [0.05, 0.3, 0.7, 0.95]) {
        const momentum = y + t * (nextY - y);
        if (momentum > 1e-12)
          expect(rate(x + t * (nextX - x), momentum, kappa)).toBeCloseTo(level, 8);
      }
    });
  });
});

describe('best', () => {
  it.each([10, 100, 1000])('is not beaten by any neighbour at κ = %s', (kappa) => {
    const { learningRate, momentum, rate: lowest } = best(kappa);
    expect(rate(learningRate, momentum, kappa)).toBeCloseTo(lowest, 6);
    for (const [dl, dm] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.005],
      [0, -0.005],
    ])
      expect(rate(learningRate + dl, momentum + dm, kappa)).toBeGreaterThan(lowest);
  });

  it('gives the known values at κ = 100', () => {
    expect(best(100).rate).toBeCloseTo(0.8182, 4);
    expect(bestPlain(100).rate).toBeCloseTo(0.9802, 4);
    expect(stepsToMillionth(best(100).rate)).toBe(69);
    expect(stepsToMillionth(bestPlain(100).rate)).toBe(691);
  });
});
