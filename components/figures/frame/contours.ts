// Level curves of a function of two variables, by marching squares on a grid.
import type { Interval } from './plane-scale.ts';

export type Polyline = readonly (readonly [number, number])[];

/** Values of a function on a regular grid, row by row from the lowest y. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
  readonly x: Interval;
  readonly y: Interval;
}

/** Samples f at columns × rows points that include the borders. */
export function sampleGrid(
  f: (x: number, y: number) => number,
  x: Interval,
  y: Interval,
  columns = 81,
  rows = columns,
): Grid {
  const values = new Float64Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      values[r * columns + c] = f(
        x[0] + ((x[1] - x[0]) * c) / (columns - 1),
        y[0] + ((y[1] - y[0]) * r) / (rows - 1),
      );
  return { columns, rows, values, x, y };
}

/** The curves on which the grid's function has the given level; closed curves end where they begin. */
export function contourLines(grid: Grid, level: number): Polyline[] {
  // A curve through a grid point itself would fall apart there: pass it by a hair's breadth.
  const span = grid.values.reduce((most, value) => Math.max(most, Math.abs(value - level)), 0);
  return join(segments(grid, level + 1e-6 * span)).map((line) =>
    line.map(([c, r]) => place(grid, c, r)),
  );
}

function place({ x, y, columns, rows }: Grid, c: number, r: number): [number, number] {
  return [x[0] + ((x[1] - x[0]) * c) / (columns - 1), y[0] + ((y[1] - y[0]) * r) / (rows - 1)];
}

type Point = readonly [number, number];

/** Which sides of a cell (0 bottom, 1 right, 2 top, 3 left) a curve joins, by which corners lie above. */
const SIDES: readonly (readonly [number, number])[][] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

function segments({ columns, rows, values }: Grid, level: number): [Point, Point][] {
  const found: [Point, Point][] = [];
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const at = r * columns + c;
      const corners = [
        values[at]!,
        values[at + 1]!,
        values[at + columns + 1]!,
        values[at + columns]!,
      ];
      const [p, q, s, t] = corners as [number, number, number, number];
      if (!corners.every(Number.isFinite)) continue;
      const kind =
        Number(p > level) + 2 * Number(q > level) + 4 * Number(s > level) + 8 * Number(t > level);
      const cut = (u: number, v: number) => (level - u) / (v - u);
      const side = (which: number): Point =>
        which === 0
          ? [c + cut(p, q), r]
          : which === 1
            ? [c + 1, r + cut(q, s)]
            : which === 2
              ? [c + cut(t, s), r + 1]
              : [c, r + cut(p, t)];
      for (const [from, to] of SIDES[kind]!) found.push([side(from), side(to)]);
    }
  return found;
}

/** Strings segments together at shared ends. */
function join(pieces: readonly [Point, Point][]): Point[][] {
  const name = ([c, r]: Point) => `${c.toFixed(9)},${r.toFixed(9)}`;
  const ends = new Map<string, number[]>();
  pieces.forEach(([from, to], i) => {
    for (const end of [from, to]) {
      const list = ends.get(name(end));
      if (list) list.push(i);
      else ends.set(name(end), [i]);
    }
  });
  const used = new Uint8Array(pieces.length);
  const follow = (start: Point): Point[] => {
    const path: Point[] = [];
    for (let at = start; ;) {
      const next = ends.get(name(at))?.find((i) => !used[i]);
      if (next === undefined) return path;
      used[next] = 1;
      const [from, to] = pieces[next]!;
      at = name(from) === name(at) ? to : from;
      path.push(at);
    }
  };
  const lines: Point[][] = [];
  pieces.forEach(([from, to], i) => {
    if (used[i]) return;
    used[i] = 1;
    lines.push([...follow(from).reverse(), from, to, ...follow(to)]);
  });
  return lines;
}
