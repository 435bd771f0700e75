import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfPlaneInBox, lineInBox, planeScale } from './plane-scale.ts';

const margin = { top: 10, right: 10, bottom: 30, left: 40 };

test('the corners of the data lie at the corners of the inner box, y upwards', () => {
  const plane = planeScale({ width: 450, height: 440, margin, x: [-2, 2], y: [0, 10] });
  expect([plane.toX(-2), plane.toX(2)]).toEqual([40, 440]);
  expect([plane.toY(0), plane.toY(10)]).toEqual([410, 10]);
});

test('pixels come back to the data they came from, on both kinds of axis', () => {
  const shape = { width: 450, height: 440, margin, x: [0.001, 10], y: [-5, 5] } as const;
  const plane = planeScale({ ...shape, xScale: 'log' });
  for (const value of [0.001, 0.02, 1, 10])
    expect(plane.fromX(plane.toX(value))).toBeCloseTo(value, 9);
  for (const value of [-5, 0, 3.3]) expect(plane.fromY(plane.toY(value))).toBeCloseTo(value, 9);
});

test('a line is cut to the box, also when it is upright or misses', () => {
  expect(lineInBox(1, 0, -1, [0, 2], [0, 2])).toEqual([
    [1, 0],
    [1, 2],
  ]);
  expect(lineInBox(1, 1, -2, [0, 2], [0, 2])).toEqual([
    [0, 2],
    [2, 0],
  ]);
  expect(lineInBox(1, 1, -9, [0, 2], [0, 2])).toBeUndefined();
});

test('the positive side holds only points with a positive score, and its area and the other side make the box', () => {
  const coefficient = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(coefficient, coefficient, coefficient, (a, b, c) => {
      fc.pre(a !== 0 || b !== 0);
      const here = halfPlaneInBox(a, b, c, [-1, 1], [-1, 1]);
      for (const [x, y] of here) expect(a * x + b * y + c).toBeGreaterThanOrEqual(-1e-9);
      const there = halfPlaneInBox(-a, -b, -c, [-1, 1], [-1, 1]);
      expect(area(here) + area(there)).toBeCloseTo(4, 9);
    }),
  );
});

function area(polygon: [number, number][]): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length]!;
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(twice) / 2;
}
