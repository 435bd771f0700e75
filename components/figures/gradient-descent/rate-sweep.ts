// The loss after a fixed number of steps, for every learning rate: why there is a best one and a cliff behind it.
import type { LineLoss, Pair } from './line-loss.ts';

export interface SweepPoint {
  readonly learningRate: number;
  /** J − J*, how far the loss is above the least-squares line's. */
  readonly excess: number;
}

/** J − J* before the first step and after each, from w = b = 0. */
export function excessBySteps(problem: LineLoss, learningRate: number, steps: number): number[] {
  let [w, b]: Pair = [0, 0];
  const excess = [problem.loss(w, b) - problem.lowest];
  for (let step = 0; step < steps; step++) {
    const [gw, gb] = problem.gradient(w, b);
    w -= learningRate * gw;
    b -= learningRate * gb;
    excess.push(problem.loss(w, b) - problem.lowest);
  }
  return excess;
}

/** The last of these for learning rates at equal distances on a logarithmic axis. */
export function sweep(
  problem: LineLoss,
  steps: number,
  [from, to]: readonly [number, number],
  count = 161,
): SweepPoint[] {
  return Array.from({ length: count }, (_, i) => {
    const learningRate = from * (to / from) ** (i / (count - 1));
    return { learningRate, excess: excessBySteps(problem, learningRate, steps).at(-1)! };
  });
}

/** The point of a sweep with the lowest loss. */
export function bestOf(points: readonly SweepPoint[]): SweepPoint {
  return points.reduce((best, point) => (point.excess < best.excess ? point : best));
}

/**
 * What a learning rate does to a quadratic whose curvatures lie between λ_min and λ_max:
 * a step multiplies the error along a direction by 1 − ηλ.
 */
export function verdict(
  learningRate: number,
  [largest, smallest]: readonly [number, number],
): 'small' | 'right' | 'zigzag' | 'edge' | 'diverges' {
  const steep = 1 - learningRate * largest;
  const flat = 1 - learningRate * smallest;
  if (steep < -1 - 1e-9) return 'diverges';
  if (steep < -1 + 1e-9) return 'edge';
  if (steep < -flat) return 'zigzag';
  return flat > 0.98 ? 'small' : 'right';
}
