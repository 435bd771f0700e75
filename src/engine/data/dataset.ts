// Samples and their targets, and choosing among them.

import { heap } from '../kernels/memory.ts';
import { show } from '../shapes.ts';
import { addressOf, peek, reserve, safePoint } from '../storage.ts';
import { Tensor } from '../tensor.ts';

/** Inputs x, one sample an entry of the first dimension, and as many targets y. */
export interface Dataset {
  readonly x: Tensor;
  readonly y: Tensor;
}

/** A data set for classification: y holds class numbers. */
export interface Classes extends Dataset {
  readonly classNames: readonly string[];
  readonly featureNames?: readonly string[];
}

/** How many samples there are. */
export function sampleCount({ x, y }: Dataset): number {
  if (x.ndim === 0 || y.ndim === 0 || x.shape[0] !== y.shape[0])
    throw new RangeError(
      `data: x ${show(x.shape)} and y ${show(y.shape)} must have as many entries in their first dimension`,
    );
  return x.shape[0];
}

/**
 * The samples at `indices`, in that order; other fields of the data set stay.
 *
 * @example
 * const data = { x: tensor([[1, 2], [3, 4], [5, 6]]), y: tensor([0, 1, 2]) };
 * console.log(subset(data, [2, 0]).x.tolist()); // [[5, 6], [1, 2]]
 */
export function subset<Data extends Dataset>(data: Data, indices: ArrayLike<number>): Data {
  sampleCount(data);
  return { ...data, x: takeRows(data.x, indices), y: takeRows(data.y, indices) };
}

/** Entries of the first dimension at `indices`, outside any graph. */
export function takeRows(source: Tensor, indices: ArrayLike<number>): Tensor {
  safePoint();
  const count = source.shape[0];
  const length = source.numel / Math.max(1, count);
  const result = new Tensor(
    [indices.length, ...source.shape.slice(1)],
    reserve(indices.length * length),
  );
  const at = addressOf(result.storage);
  const from = peek(source.storage);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (!(index >= 0 && index < count))
      throw new RangeError(`data: there is no sample ${index} among ${count}`);
    const start = source.offset + index * length;
    if (length < 32 || Array.isArray(from))
      for (let j = 0; j < length; j++) heap[at + i * length + j] = from[start + j];
    else heap.set(from.subarray(start, start + length), at + i * length);
  }
  return result;
}
