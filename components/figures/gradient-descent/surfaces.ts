// The landscapes of two variables that a path can go down: height, gradient, and the part of the map to show.
import { lineLoss } from './line-loss.ts';
import { anomalies, inputs } from './temperature.ts';

export type Point = readonly [x: number, y: number];

/** A function of two variables with its gradient. */
export interface Surface {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly start: Point;
  readonly learningRate: number;
  readonly height: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
  readonly minima: readonly Point[];
  /** Largest and smallest curvature where these are the same everywhere: a quadratic. */
  readonly curvatures?: readonly [largest: number, smallest: number];
  /** Names of the two variables. */
  readonly axes: readonly [string, string];
}

const temperature = lineLoss(inputs.centuries, anomalies);

export const surfaces = {
  round: {
    x: [-3, 3],
    y: [-3, 3],
    start: [-2.4, 1.8],
    learningRate: 0.2,
    height: (x, y) => (x * x + y * y) / 2,
    gradient: (x, y) => [x, y],
    minima: [[0, 0]],
    curvatures: [1, 1],
    axes: ['w₁', 'w₂'],
  },
  valley: {
    x: [-3, 3],
    y: [-3, 3],
    start: [-2.6, 1.2],
    learningRate: 0.12,
    height: (x, y) => (x * x + 10 * y * y) / 2,
    gradient: (x, y) => [x, 10 * y],
    minima: [[0, 0]],
    curvatures: [10, 1],
    axes: ['w₁', 'w₂'],
  },
  temperature: {
    x: [-0.8, 2.4],
    y: [-2.1, 1.1],
    start: [-0.4, 0.6],
    learningRate: 0.5,
    height: temperature.loss,
    gradient: temperature.gradient,
    minima: [temperature.best],
    curvatures: temperature.curvatures,
    axes: ['w', 'b'],
  },
  basins: {
    x: [-2, 2],
    y: [-2, 2],
    start: [0.45, 1.5],
    learningRate: 0.1,
    // Two basins, the left one deeper, with a pass between them.
    height: (x, y) => x ** 4 / 4 - (x * x) / 2 + 0.1 * x + 0.4 + 0.6 * (y - 0.4 * x) ** 2,
    gradient: (x, y) => [x ** 3 - x + 0.1 - 0.48 * (y - 0.4 * x), 1.2 * (y - 0.4 * x)],
    // y = 0.4 x and x³ − x + 0.1 = 0.
    minima: [2, 0].map((third): Point => {
      const angle = Math.acos(-0.05 * 27 ** 0.5);
      const x = Math.sqrt(4 / 3) * Math.cos((angle + third * Math.PI) / 3);
      return [x, 0.4 * x];
    }),
    axes: ['w₁', 'w₂'],
  },
} as const satisfies Record<string, Surface>;

export type SurfaceName = keyof typeof surfaces;
export const surfaceNames = Object.keys(surfaces) as SurfaceName[];

/** The visited points: the start and one for each step, fewer when the path has left for good. */
export function descend(
  surface: Surface,
  start: Point,
  learningRate: number,
  steps: number,
): Point[] {
  const path: Point[] = [start];
  for (let step = 0; step < steps; step++) {
    const [x, y] = path[path.length - 1];
    const [gx, gy] = surface.gradient(x, y);
    const next: Point = [x - learningRate * gx, y - learningRate * gy]; // x ← x − η ∇J
    path.push(next);
    if (Math.hypot(...next) > 1e3) break;
  }
  return path;
}

/** The angle in degrees between the way downhill and the straight way to the nearest minimum. */
export function detour(surface: Surface, [x, y]: Point): number {
  const [gx, gy] = surface.gradient(x, y);
  const [mx, my] = nearest(surface.minima, [x, y]);
  const [dx, dy] = [mx - x, my - y];
  const cosine = -(gx * dx + gy * dy) / (Math.hypot(gx, gy) * Math.hypot(dx, dy));
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

export function nearest(points: readonly Point[], [x, y]: Point): Point {
  const distance = ([a, b]: Point) => Math.hypot(a - x, b - y);
  return points.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
