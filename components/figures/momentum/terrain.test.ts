// Speed and distance against the geometric series.
import { describe, expect, it } from 'vitest';
import { coast, coastingDistance, entry, restingPlace, START, terminalSpeed } from './terrain.ts';

describe('coast', () => {
  it('gathers speed as the geometric series η (1 − μⁿ)/(1 − μ)', () => {
    const push = { learningRate: 0.01, momentum: 0.9 };
    coast({ flat: 5 }, push, 40).forEach(({ velocity }, n) =>
      expect(velocity).toBeCloseTo((0.01 * (1 - 0.9 ** n)) / 0.1, 12),
    );
    expect(terminalSpeed(push)).toBeCloseTo(0.1);
  });

  it('comes to rest at the coasting distance when the flat stretch is long', () => {
    const push = { learningRate: 0.05, momentum: 0.9 };
    const moments = coast({ flat: 50 }, push, 400);
    expect(moments.at(-1)!.x).toBeCloseTo(restingPlace(moments, 0.9)!, 6);
    expect(restingPlace(moments, 0.9)).toBeGreaterThan(1);
  });

  it('stops at once without momentum, and never with μ = 1', () => {
    const plain = coast({ flat: 5 }, { learningRate: 0.5, momentum: 0 }, 100);
    expect(plain.at(-1)!.x).toBe(START + 12 * 0.5);
    const frictionless = coast({ flat: 1000 }, { learningRate: 0.05, momentum: 1 }, 100);
    expect(frictionless.at(-1)!.velocity).toBe(entry(frictionless)!.velocity);
  });

  it('escapes exactly when the coasting distance is longer than what is left of the flat stretch', () => {
    for (const flat of [1, 2, 3, 4, 5, 6, 8]) {
      const moments = coast({ flat }, { learningRate: 0.05, momentum: 0.9 }, 600);
      expect(moments.at(-1)!.x > flat).toBe(restingPlace(moments, 0.9)! >= flat);
    }
  });
});

describe('coastingDistance', () => {
  it('is the sum of μ v + μ² v + …', () => {
    const sum = Array.from({ length: 500 }, (_, n) => 2 * 0.9 ** (n + 1)).reduce((a, b) => a + b);
    expect(coastingDistance(2, 0.9)).toBeCloseTo(sum, 8);
  });
});
