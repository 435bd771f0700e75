// The ball against what is known of a parabola, and of two valleys.
import { describe, expect, it } from 'vitest';
import { curves } from './curves.ts';
import { behaviour, nearestMinimum, roll } from './roll.ts';

describe('roll', () => {
  it('multiplies the distance by 1 − ηλ in each step on a parabola', () => {
    const path = roll(curves.steep, 1, 0.1, 5); // λ = 4
    path.forEach((x, step) => expect(x).toBeCloseTo((1 - 0.1 * 4) ** step, 12));
  });

  it('lands on the minimum in one step at η = 1/λ', () => {
    expect(roll(curves.steep, 2, 1 / 4, 1)[1]).toBeCloseTo(0, 12);
  });

  it('reaches another minimum from another side of the hill', () => {
    const { valleys } = curves;
    const left = roll(valleys, -0.2, 0.1, 500).at(-1) ?? NaN;
    const right = roll(valleys, 0.5, 0.1, 500).at(-1) ?? NaN;
    expect(left).toBeCloseTo(valleys.minima[0], 6);
    expect(right).toBeCloseTo(valleys.minima[1], 6);
    expect(valleys.height(left)).toBeLessThan(valleys.height(right));
    expect(nearestMinimum(valleys, right)).toBe(valleys.minima[1]);
  });

  it('stops when the ball has left for good', () => {
    expect(roll(curves.steep, 1, 10, 1000).length).toBeLessThan(20);
  });
});

describe('behaviour', () => {
  const of = (learningRate: number, steps = 10) =>
    behaviour(curves.bowl, roll(curves.bowl, 2, learningRate, steps)); // λ = 1, bound 2

  it.each([
    [0.3, 'sliding', 5],
    [0.001, 'creeping', 10],
    [1, 'arrived', 1],
    [1.5, 'bouncing', 5],
    [2, 'cycling', 10],
    [2.1, 'growing', 10],
    [9, 'gone', 40],
    [0.5, 'still', 0],
  ] as const)('with η = %s says "%s"', (learningRate, expected, steps) => {
    expect(of(learningRate, steps)).toBe(expected);
  });
});
