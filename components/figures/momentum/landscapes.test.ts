// Gradients against central differences; minima and the pass where they are said to be.
import { describe, expect, it } from 'vitest';
import { landscapeNames, landscapes } from './landscapes.ts';

describe.each(landscapeNames)('the landscape "%s"', (name) => {
  const { height, gradient, start, lowest, x, y } = landscapes[name];

  it('has the gradient that central differences find', () => {
    const h = 1e-5;
    for (const [px, py] of [start, [0.4, -0.3], [-1.1, 0.8]] as const) {
      const [gx, gy] = gradient(px, py);
      expect(gx).toBeCloseTo((height(px + h, py) - height(px - h, py)) / (2 * h), 4);
      expect(gy).toBeCloseTo((height(px, py + h) - height(px, py - h)) / (2 * h), 4);
    }
  });

  it('has no place on the map below the one it calls lowest', () => {
    for (let i = 0; i <= 60; i++)
      for (let j = 0; j <= 60; j++)
        expect(
          height(x[0] + ((x[1] - x[0]) * i) / 60, y[0] + ((y[1] - y[0]) * j) / 60),
        ).toBeGreaterThanOrEqual(lowest - 1e-12);
  });
});

describe('the saddle', () => {
  it('is level at the pass and at both minima', () => {
    for (const y of [-1, 0, 1]) expect(landscapes.saddle.gradient(0, y)).toEqual([0, y ** 3 - y]);
  });
});
