// The game of four knobs: a loss that depends on four numbers, of which the player sees only its height.
import { anomalies, average, years } from './temperature.ts';

export type Knobs = readonly number[];

/** The knobs are the coefficients of a + b t + c t² + d t³, and t runs from −1 in 1880 to 1 in 2023. */
const times = years.map((year) => (2 * (year - 1880)) / (2023 - 1880) - 1);
const powers = times.map((t) => [1, t, t * t, t ** 3]);

/** 2 mean tⁱ tʲ: the Hessian, the same everywhere. */
const hessian = [0, 1, 2, 3].map((i) =>
  [0, 1, 2, 3].map((j) => 2 * average(powers.map((row) => row[i] * row[j]))),
);

/** The curve that the knobs describe, one value a year. */
export const curveOf = (knobs: Knobs): number[] => powers.map((row) => dot(row, knobs));

/** The height: the mean squared distance of the curve from the yearly temperatures. */
export function height(knobs: Knobs): number {
  return average(curveOf(knobs).map((value, i) => (value - anomalies[i]) ** 2));
}

/** What one would have to know of all four knobs at once. */
export function gradient(knobs: Knobs): number[] {
  const residuals = curveOf(knobs).map((value, i) => value - anomalies[i]);
  return [0, 1, 2, 3].map((k) => 2 * average(residuals.map((r, i) => r * powers[i][k])));
}

/** The largest and the smallest curvature, by the power method on H and on its inverse. */
export const largestCurvature = powerMethod((v) => hessian.map((row) => dot(row, v)));
export const smallestCurvature = 1 / powerMethod((v) => solve(hessian, v));

/** The knobs of the least-squares cubic. */
export const bestKnobs: Knobs = solve(
  hessian,
  [0, 1, 2, 3].map((k) => 2 * average(anomalies.map((y, i) => y * powers[i][k]))),
);

/** One step of descent with all knobs at once, at η = 2/(λ_max + λ_min), the best fixed rate. */
export const learningRate = 2 / (largestCurvature + smallestCurvature);
export const turnAll = (knobs: Knobs): number[] =>
  gradient(knobs).map((slope, k) => knobs[k] - learningRate * slope);

/** Where every knob stands at the start. */
export const startKnobs: Knobs = [0.8, -0.9, -0.7, 0.9];

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function powerMethod(apply: (v: number[]) => number[]): number {
  let v = [1, 0.9, 0.8, 0.7];
  let length = 1;
  for (let round = 0; round < 300; round++) {
    v = apply(v);
    length = Math.hypot(...v);
    v = v.map((part) => part / length);
  }
  return length;
}

/** Gaussian elimination for a small positive definite system. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  rows.forEach((pivot, i) => {
    for (let below = i + 1; below < rows.length; below++) {
      const factor = rows[below][i] / pivot[i];
      rows[below] = rows[below].map((value, j) => value - factor * pivot[j]);
    }
  });
  const x: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--)
    x[i] =
      (rows[i].at(-1)! - rows[i].slice(i + 1, -1).reduce((s, a, j) => s + a * x[i + 1 + j], 0)) /
      rows[i][i];
  return x;
}
