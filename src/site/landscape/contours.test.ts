import { describe, expect, it } from 'vitest';
import { levelCurves, pathOf, type Grid } from './contours.ts';
import { thin } from '../../pictures/thin-line.ts';

const grid = (size: number, height: (x: number, y: number) => number): Grid => ({
  columns: size,
  rows: size,
  heights: Float64Array.from({ length: size * size }, (_, k) =>
    height(k % size, Math.floor(k / size)),
  ),
});

describe('level curves', () => {
  it('of a cone are one closed circle', () => {
    const lines = levelCurves(
      grid(41, (x, y) => Math.hypot(x - 20, y - 20)),
      12,
    );
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(line!.at(0)).toEqual(line!.at(-1));
    for (const [x, y] of line!) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(12, 1);
  });

  it('of a tilted plane are one straight line from border to border', () => {
    const [line, ...others] = levelCurves(
      grid(11, (x, y) => x + 0.25 * y),
      5.1,
    );
    expect(others).toEqual([]);
    for (const [x, y] of line!) expect(x + 0.25 * y).toBeCloseTo(5.1, 9);
    expect(new Set([line!.at(0)![1], line!.at(-1)![1]])).toEqual(new Set([0, 10]));
  });

  it('of a saddle do not cross', () => {
    const lines = levelCurves(
      grid(21, (x, y) => (x - 9.7) * (y - 10.2)),
      0.4,
    );
    expect(lines).toHaveLength(2);
  });

  it('of two hills are two rings', () => {
    const hill = (x: number, y: number, cx: number) =>
      Math.exp(-((x - cx) ** 2 + (y - 20) ** 2) / 20);
    expect(
      levelCurves(
        grid(41, (x, y) => hill(x, y, 10) + hill(x, y, 30)),
        0.5,
      ),
    ).toHaveLength(2);
  });

  it('keep their shape when thinned, with far fewer points', () => {
    const [line] = levelCurves(
      grid(101, (x, y) => Math.hypot(x - 50, y - 50)),
      40,
    );
    const thinned = thin(line!, 0.2);
    expect(thinned.length).toBeLessThan(line!.length / 4);
    for (const [x, y] of thinned) expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(40, 1);
  });

  it('become a closed SVG path', () => {
    expect(pathOf([[[0, 0], [1, 0], [1, 1], [0, 0]]], 10)).toBe('M0 0L10 0L10 10Z'); // prettier-ignore
  });
});
