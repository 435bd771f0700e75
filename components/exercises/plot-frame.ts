// The plane on which a curve is sketched: its size, its scales, its ticks.
import type { Outlines } from '../../src/exercises/types.ts';

export const size = { width: 380, height: 240, left: 40, right: 10, top: 12, bottom: 34 } as const;

/** How many points a drawn curve has, evenly along x. */
export const columns = 41;

export interface Plane {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  /** The column nearest to a place in the picture. */
  readonly columnAt: (px: number) => number;
  readonly valueAt: (py: number) => number;
  readonly xOf: (column: number) => number;
}

export function planeOf({ x, y }: Outlines['sketch']): Plane {
  const wide = size.width - size.left - size.right;
  const high = size.height - size.top - size.bottom;
  const clamp = (value: number, low: number, top: number) => Math.min(top, Math.max(low, value));
  return {
    toX: (value) => size.left + ((value - x[0]) / (x[1] - x[0])) * wide,
    toY: (value) => size.top + ((y[1] - value) / (y[1] - y[0])) * high,
    columnAt: (px) => clamp(Math.round(((px - size.left) / wide) * (columns - 1)), 0, columns - 1),
    valueAt: (py) => clamp(y[1] - ((py - size.top) / high) * (y[1] - y[0]), y[0], y[1]),
    xOf: (column) => x[0] + (column / (columns - 1)) * (x[1] - x[0]),
  };
}

/** Round numbers in a range, three to six of them. */
export function ticks([from, to]: readonly [number, number]): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => rough <= factor * power) ?? 10);
  const found: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++)
    found.push(Number((i * step).toPrecision(12)));
  return found;
}

/** An SVG path through points. */
export function path(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([px, py], index) => `${index ? 'L' : 'M'}${px.toFixed(1)},${py.toFixed(1)}`)
    .join('');
}
