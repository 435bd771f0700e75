// Keeping gradients, or weights, within limits. Pascanu, Mikolov and Bengio 2013 (arXiv 1211.5063).

import { kernels } from './kernels/kernels.ts';
import { heap } from './kernels/memory.ts';
import { addressOf, markChanged } from './storage.ts';
import { addressOfTensor, type Tensor } from './tensor.ts';

/**
 * Shortens the gradients of all parameters together so that their common length √Σ g² is at most `maxNorm`: the direction stays. Returns the
 * length before.
 *
 * @example
 * const x = tensor([3, 4], { requiresGrad: true });
 * x.mul(x).sum().backward(); // gradient (6, 8)
 * console.log(clipGradNorm([x], 1)); // 10
 * console.log(x.grad.tolist().map((g) => g.toFixed(2))); // ['0.60', '0.80']
 */
export function clipGradNorm(parameters: Iterable<Tensor>, maxNorm: number): number {
  const gradients = [...parameters].flatMap((p) => (p.gradient === null ? [] : [p.gradient]));
  let squares = 0;
  for (const g of gradients) squares += kernels.sumSquares(addressOf(g), g.size);
  const length = Math.sqrt(squares);
  const factor = maxNorm / (length + 1e-6);
  if (factor < 1) {
    for (const g of gradients) {
      kernels.affine(addressOf(g), factor, 0, addressOf(g), g.size);
      markChanged(g);
    }
  }
  return length;
}

/** Clamps every component of every gradient to ±limit: the direction may change. */
export function clipGradValue(parameters: Iterable<Tensor>, limit: number): void {
  for (const { gradient } of parameters) {
    if (gradient === null) continue;
    kernels.clamp(addressOf(gradient), -limit, limit, addressOf(gradient), gradient.size);
    markChanged(gradient);
  }
}

/**
 * Shortens the incoming weights of every unit to length `limit`: columns of a dense weight (in, out), filters of a convolution
 * (out, …). To be called after each optimiser step (Srivastava et al. 2014, §5.1).
 */
export function maxNorm(weight: Tensor, limit: number): void {
  const { data, shape } = weight;
  const isDense = shape.length === 2;
  const units = isDense ? shape[1] : shape[0];
  const length = weight.numel / units;
  const numbers = data.slice();
  for (let unit = 0; unit < units; unit++) {
    const place = (i: number) => (isDense ? i * units + unit : unit * length + i);
    let squares = 0;
    for (let i = 0; i < length; i++) squares += data[place(i)] ** 2;
    const factor = Math.min(1, limit / Math.sqrt(squares));
    if (factor < 1) for (let i = 0; i < length; i++) numbers[place(i)] *= factor;
  }
  overwrite(weight, numbers);
}

function overwrite(weight: Tensor, numbers: Float32Array): void {
  const at = addressOfTensor(weight);
  heap.set(numbers, at);
  markChanged(weight.storage);
}
