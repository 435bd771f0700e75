import { expect, it } from 'vitest';
import { keptPoints } from './thin-line.ts';

it('of points on a straight line the ends stay', () => {
  const line = Array.from({ length: 9 }, (_, i) => [i, 2 * i] as const);
  expect(keptPoints(line, 0.01)).toEqual([0, 8]);
});

it('no point of a curve is further from the line that stays than allowed', () => {
  const curve = Array.from({ length: 300 }, (_, i) => [i, 80 * Math.sin(i / 30)] as const);
  const kept = keptPoints(curve, 0.1);
  expect(kept.length).toBeLessThan(90);
  expect(kept.slice(1).every((i, k) => i > kept[k]!)).toBe(true);
  for (const [k, to] of kept.entries()) {
    if (k === 0) continue;
    const from = kept[k - 1]!;
    for (let i = from; i <= to; i++) {
      const [dx, dy] = [curve[to]![0] - curve[from]![0], curve[to]![1] - curve[from]![1]];
      const across = dx * (curve[i]![1] - curve[from]![1]) - dy * (curve[i]![0] - curve[from]![0]);
      expect(Math.abs(across) / Math.hypot(dx, dy)).toBeLessThanOrEqual(0.1);
    }
  }
});

it('corners, a line that turns back, a ring and a single point stay', () => {
  const corner = [
    [0, 0],
    [5, 0],
    [5, 5],
  ] as const;
  expect(keptPoints(corner, 0.1)).toEqual([0, 1, 2]);
  expect(
    keptPoints(
      [
        [0, 0],
        [9, 0],
        [3, 0],
      ],
      0.1,
    ),
  ).toEqual([0, 1, 2]);
  expect(
    keptPoints(
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      0.1,
    ),
  ).toEqual([0, 1, 2, 3]);
  expect(keptPoints([[1, 1]], 0.1)).toEqual([0]);
});
