// The curves a ball can roll on: height, slope and what is known about their minima.

/** A function of one variable with its derivative. */
export interface Curve {
  readonly range: readonly [from: number, to: number];
  readonly start: number;
  readonly learningRate: number;
  readonly height: (x: number) => number;
  readonly slope: (x: number) => number;
  /** The second derivative: how fast the slope changes. */
  readonly curvature: (x: number) => number;
  /** Where the minima are, from left to right. */
  readonly minima: readonly number[];
}

const bowl = (curvature: number): Curve => ({
  range: [-3, 3],
  start: -2.5,
  learningRate: 0.3 / curvature,
  height: (x) => (curvature / 2) * x * x, // J = ½ λ x²
  slope: (x) => curvature * x,
  curvature: () => curvature,
  minima: [0],
});

const angle = Math.acos(-0.15 * 1.5 ** 1.5);

export const curves = {
  bowl: bowl(1),
  steep: bowl(4),
  valleys: {
    range: [-2.2, 2.2],
    start: 1.9,
    learningRate: 0.05,
    height: (x) => x ** 4 / 4 - x * x + 0.3 * x + 1.6,
    slope: (x) => x ** 3 - 2 * x + 0.3,
    curvature: (x) => 3 * x * x - 2,
    // The outer roots of x³ − 2x + 0.3, by the trigonometric formula for three real roots.
    minima: [2, 0].map((third) => Math.sqrt(8 / 3) * Math.cos((angle + third * Math.PI) / 3)),
  },
  shelf: {
    range: [-6, 6],
    start: -4.5,
    learningRate: 1,
    height: (x) => (2 * x * x) / (1 + x * x),
    slope: (x) => (4 * x) / (1 + x * x) ** 2,
    curvature: (x) => (4 * (1 - 3 * x * x)) / (1 + x * x) ** 3,
    minima: [0],
  },
} as const satisfies Record<string, Curve>;

export type CurveName = keyof typeof curves;
export const curveNames = Object.keys(curves) as CurveName[];
