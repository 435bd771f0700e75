import { expect, test } from 'vitest';
import { contourLines, sampleGrid } from './contours.ts';

test('the level curve of a round bowl is one closed circle of the right radius', () => {
  const grid = sampleGrid((x, y) => x * x + y * y, [-2, 2], [-2, 2], 101);
  const lines = contourLines(grid, 1);
  expect(lines).toHaveLength(1);
  const [line] = lines;
  expect(line![0]![0]).toBeCloseTo(line!.at(-1)![0], 6);
  for (const [x, y] of line!) expect(Math.hypot(x, y)).toBeCloseTo(1, 2);
});

test('a level that cuts two hills gives two curves, and one above all gives none', () => {
  const hills = (x: number, y: number) =>
    Math.exp(-((x - 1) ** 2 + y * y) * 4) + Math.exp(-((x + 1) ** 2 + y * y) * 4);
  const grid = sampleGrid(hills, [-2, 2], [-1, 1], 81, 41);
  expect(contourLines(grid, 0.5)).toHaveLength(2);
  expect(contourLines(grid, 2)).toHaveLength(0);
});

test('a curve that leaves the picture is open and ends at its border', () => {
  const [line] = contourLines(
    sampleGrid((x) => x, [0, 1], [0, 1], 11),
    0.55,
  );
  expect([line![0]![1], line!.at(-1)![1]].sort()).toEqual([0, 1]);
});
