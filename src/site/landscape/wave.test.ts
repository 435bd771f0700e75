import { describe, expect, it } from 'vitest';
import { tensor } from '../../engine/index.ts';
import { waveSurface } from './surface.ts';
import { isOnMap, lossAt, map, start, targets, times, wayFrom } from './wave.ts';

describe('the wave on the home page', () => {
  it('has the slope that the engine finds', () => {
    for (const [x, y] of [
      [0.7, 1.1],
      [1.4, -2.2],
      [1, 0.3],
    ] as const) {
      const frequency = tensor([x]);
      const phase = tensor([y]);
      frequency.requiresGrad = true;
      phase.requiresGrad = true;
      const angle = frequency.mul(tensor([...times]).mul(2 * Math.PI)).add(phase);
      const loss = angle
        .sin()
        .mul(Math.SQRT2)
        .sub(tensor([...targets]))
        .pow(2)
        .mean();
      loss.backward();
      const own = lossAt({ x, y });
      expect(own.loss).toBeCloseTo(loss.item(), 4);
      expect(own.dx).toBeCloseTo(frequency.grad!.item(), 3);
      expect(own.dy).toBeCloseTo(phase.grad!.item(), 3);
    }
  });

  it('has the heights of the map that the engine computes', () => {
    const { heights } = waveSurface(9, 5);
    expect(heights[2 * 9 + 4]).toBeCloseTo(lossAt({ x: 1, y: 0 }).loss, 4);
    expect(heights[8]).toBeCloseTo(lossAt({ x: map.right, y: map.top }).loss, 4);
  });

  it('rolls from the first place to the length of a year', () => {
    const end = wayFrom(start).at(-1)!;
    expect(isOnMap(end)).toBe(true);
    expect(end.x).toBeCloseTo(1, 1);
    expect(lossAt(end).loss).toBeLessThan(0.1);
  });
});
