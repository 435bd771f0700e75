// Four landscapes that optimisers are raced on: each shows one difficulty alone.

export type Point = readonly [x: number, y: number];

export interface Landscape {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly start: Point;
  readonly lowest: number;
  readonly height: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
}

const [COS, SIN] = [Math.cos(0.5), Math.sin(0.5)];

export const landscapes = {
  ravine: {
    x: [-3, 3],
    y: [-1.9, 1.9],
    start: [-2.5, -0.45],
    lowest: 0,
    // Turned by half a radian: optimisers that scale each parameter for itself gain less than along the axes.
    height: (x, y) => ((COS * x + SIN * y) ** 2 + 50 * (COS * y - SIN * x) ** 2) / 2,
    gradient: (x, y) => {
      const along = COS * x + SIN * y;
      const across = 50 * (COS * y - SIN * x);
      return [COS * along - SIN * across, SIN * along + COS * across];
    },
  },
  rosenbrock: {
    x: [-2, 2],
    y: [-0.7, 1.8],
    start: [-1.2, 1],
    lowest: 0,
    height: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  },
  saddle: {
    x: [-2, 2],
    y: [-1.6, 1.6],
    start: [-1.7, 0.001],
    lowest: -0.25,
    // Two minima at (0, ±1), a pass at (0, 0) between them.
    height: (x, y) => (x * x) / 2 - (y * y) / 2 + y ** 4 / 4,
    gradient: (x, y) => [x, y ** 3 - y],
  },
  plateau: {
    x: [-6, 6],
    y: [-4, 4],
    start: [-5, 2],
    lowest: 0,
    height: (x, y) => (x * x + 2 * y * y) / (1 + x * x + 2 * y * y),
    gradient: (x, y) => {
      const square = (1 + x * x + 2 * y * y) ** 2;
      return [(2 * x) / square, (4 * y) / square];
    },
  },
} as const satisfies Record<string, Landscape>;

export type LandscapeName = keyof typeof landscapes;
export const landscapeNames = Object.keys(landscapes) as LandscapeName[];
