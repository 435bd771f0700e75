// Gradients of mini-batches around the full gradient, on the temperature line.
import { Generator } from '../../../src/engine/random.ts';

export type Pair = readonly [number, number];

/** The gradient of each sample's own loss (w x + b − y)². */
export function sampleGradients(x: readonly number[], y: readonly number[], [w, b]: Pair): Pair[] {
  return x.map((xi, i) => {
    const residual = w * xi + b - y[i];
    return [2 * residual * xi, 2 * residual];
  });
}

export function meanOf(pairs: readonly Pair[]): Pair {
  const sum = pairs.reduce<Pair>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return [sum[0] / pairs.length, sum[1] / pairs.length];
}

/** The mean squared distance of one sample's gradient from the mean of all. */
export function spread(pairs: readonly Pair[]): number {
  const [a, b] = meanOf(pairs);
  return pairs.reduce((sum, [c, d]) => sum + (c - a) ** 2 + (d - b) ** 2, 0) / pairs.length;
}

/** Mean gradients of `count` batches, each of `size` different samples. */
export function batchGradients(
  pairs: readonly Pair[],
  size: number,
  count: number,
  seed: number,
): Pair[] {
  const chance = new Generator(seed);
  const order = pairs.map((_, i) => i);
  return Array.from({ length: count }, () => {
    for (let k = 0; k < size; k++) {
      const other = k + chance.integer(order.length - k);
      [order[k], order[other]] = [order[other], order[k]];
    }
    return meanOf(order.slice(0, size).map((i) => pairs[i]));
  });
}

/** The expected squared distance of a batch's gradient: τ²/B, times (N − B)/(N − 1) as no sample is drawn twice. */
export const expectedNoise = (variance: number, size: number, samples: number): number =>
  (variance / size) * ((samples - size) / (samples - 1));

/** What was measured on a set of batches. */
export function measuredNoise(batches: readonly Pair[], [a, b]: Pair): number {
  return batches.reduce((sum, [c, d]) => sum + (c - a) ** 2 + (d - b) ** 2, 0) / batches.length;
}
