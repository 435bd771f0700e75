// The widest margin of a set of samples, and with it Novikoff's bound on the perceptron's mistakes.
import type { Sample, Weights } from './perceptron.ts';

export interface Margin {
  /** γ: distance of the nearest sample from the best boundary, the bias counted as one more coordinate. */
  readonly margin: number;
  /** R: the longest sample vector (x₁, x₂, 1). */
  readonly radius: number;
  /** (R/γ)²: no order of the samples can draw more mistakes than this. */
  readonly bound: number;
  /** The boundary with that margin, as a unit vector (w₁, w₂, b). */
  readonly weights: Weights;
}

export type Vector = readonly [number, number, number];

/** Undefined when no line separates the classes, or there is no sample. */
export function widestMargin(samples: readonly Sample[]): Margin | undefined {
  if (!samples.length) return undefined;
  const vectors = samples.map(({ x, y, label }): Vector => [label * x, label * y, label]);
  const radius = Math.max(...vectors.map(length));
  const nearest = nearestToOrigin(vectors);
  const margin = length(nearest);
  if (margin < 1e-7 * radius) return undefined;
  const weights = scale(nearest, 1 / margin);
  const worst = Math.min(...vectors.map((vector) => dot(weights, vector)));
  if (worst <= 0) return undefined;
  return { margin: worst, radius, bound: (radius / worst) ** 2, weights };
}

/**
 * The point nearest to the origin in the convex hull of the vectors: Wolfe, "Finding the nearest
 * point in a polytope", Mathematical Programming 11 (1976). Its length is the widest margin.
 */
export function nearestToOrigin(vectors: readonly Vector[]): Vector {
  let corral: Vector[] = [vectors[0]!];
  let share = [1];
  let nearest = vectors[0]!;
  for (let round = 0; round < 1000; round++) {
    const lowest = vectors.reduce((best, v) => (dot(nearest, v) < dot(nearest, best) ? v : best));
    if (dot(nearest, nearest) - dot(nearest, lowest) <= 1e-12 * (1 + dot(lowest, lowest))) break;
    if (corral.includes(lowest)) break;
    corral.push(lowest);
    share.push(0);
    for (;;) {
      const wish = affineShares(corral);
      if (!wish) return nearest;
      if (wish.every((value) => value > 1e-14)) {
        share = wish;
        break;
      }
      const theta = Math.min(
        ...wish.map((value, i) => (value <= 1e-14 ? share[i]! / (share[i]! - value) : 1)),
      );
      const mixed = share.map((value, i) => (1 - theta) * value + theta * wish[i]!);
      const kept = mixed.map((value) => value > 1e-12);
      corral = corral.filter((_, i) => kept[i]);
      share = mixed.filter((_, i) => kept[i]);
    }
    nearest = corral.reduce<Vector>((sum, v, i) => add(sum, scale(v, share[i]!)), [0, 0, 0]);
  }
  return nearest;
}

/** Weights, summing to one, of the point nearest to the origin on the flat through the vectors. */
function affineShares(vectors: readonly Vector[]): number[] | undefined {
  const n = vectors.length;
  const rows = vectors.map((v) => [1, ...vectors.map((u) => dot(u, v)), 0]);
  const solution = solve([[0, ...vectors.map(() => 1), 1], ...rows], n + 1);
  return solution?.slice(1);
}

/** Gaussian elimination with pivoting; each row carries its right-hand side at the end. */
function solve(matrix: number[][], n: number): number[] | undefined {
  const m = matrix.map((row) => [...row]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[pivot]![c]!)) pivot = r;
    if (Math.abs(m[pivot]![c]!) < 1e-13) return undefined;
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= n; k++) m[r]![k]! -= factor * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const length = (a: Vector): number => Math.sqrt(dot(a, a));
