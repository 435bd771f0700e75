// Landscapes against finite differences and known minima; paths against the closed form on a bowl.
import { describe, expect, it } from 'vitest';
import { descend, detour, surfaceNames, surfaces, type Surface } from './surfaces.ts';

describe.each(surfaceNames)('the surface "%s"', (name) => {
  const surface: Surface = surfaces[name];

  it('has the gradient that central differences find', () => {
    const h = 1e-5;
    const { height } = surface;
    for (const [x, y] of [surface.start, [0.3, -0.7], [1.1, 0.2]] as const) {
      const [gx, gy] = surface.gradient(x, y);
      expect(gx).toBeCloseTo((height(x + h, y) - height(x - h, y)) / (2 * h), 6);
      expect(gy).toBeCloseTo((height(x, y + h) - height(x, y - h)) / (2 * h), 6);
    }
  });

  it('is level at each minimum it names and lower there than around', () => {
    for (const [x, y] of surface.minima) {
      for (const part of surface.gradient(x, y)) expect(part).toBeCloseTo(0, 10);
      for (const [dx, dy] of [
        [0.05, 0],
        [-0.05, 0],
        [0, 0.05],
        [0.03, -0.05],
      ])
        expect(surface.height(x + dx, y + dy)).toBeGreaterThan(surface.height(x, y));
    }
  });

  it('comes down from its own start at its own learning rate', () => {
    const path = descend(surface, surface.start, surface.learningRate, 60);
    const heights = path.map(([x, y]) => surface.height(x, y));
    expect(heights.at(-1)).toBeLessThan(heights[0] / 2);
    if (surface.curvatures) expect(surface.learningRate).toBeLessThan(2 / surface.curvatures[0]);
  });
});

describe('descend', () => {
  it('multiplies each coordinate by 1 − ηλ on a quadratic', () => {
    const [, , third] = descend(surfaces.valley, [1, 1], 0.05, 2);
    expect(third[0]).toBeCloseTo(0.95 ** 2, 12);
    expect(third[1]).toBeCloseTo(0.5 ** 2, 12);
  });

  it('converges just below 2/λ and diverges just above', () => {
    const end = (learningRate: number) =>
      Math.abs(descend(surfaces.valley, [0, 1], learningRate, 400).at(-1)![1]);
    expect(end(0.2 * 0.99)).toBeLessThan(0.01);
    expect(end(0.2 * 1.01)).toBeGreaterThan(100);
  });

  it('ends in another basin from another side of the pass', () => {
    const { basins } = surfaces;
    const ends = (
      [
        [-0.6, 1],
        [0.9, 1],
      ] as const
    ).map((start) => descend(basins, start, 0.1, 2000).at(-1)!);
    ends.forEach((end, i) => {
      expect(end[0]).toBeCloseTo(basins.minima[i][0], 5);
      expect(end[1]).toBeCloseTo(basins.minima[i][1], 5);
    });
  });
});

describe('detour', () => {
  it('is nothing on a round bowl and large on the wall of a long valley', () => {
    expect(detour(surfaces.round, [-2, 1])).toBeCloseTo(0, 5);
    // Straight to the minimum from (−2, 1) is (2, −1); downhill is (2, −10).
    const expected = Math.acos(14 / Math.sqrt(5 * 104)) * (180 / Math.PI);
    expect(detour(surfaces.valley, [-2, 1])).toBeCloseTo(expected, 8);
  });
});
