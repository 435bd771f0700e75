// Stretching an operand to the shape of the result, for operations that then see two blocks of equal size.

import { isSameShape, type Shape } from '../shapes.ts';
import { letGo, setHolding } from '../storage.ts';
import type { Tensor } from '../tensor.ts';
import { expand } from './strided.ts';

/** `x` stretched to `shape`; the copy belongs to the graph alone. */
export function expandInternal(x: Tensor, shape: Shape): Tensor {
  return isSameShape(x.shape, shape) ? x : internally(() => expand(x, shape));
}

/** Runs `work` so that its results belong to the graph alone. */
export function internally<Result>(work: () => Result): Result {
  const before = setHolding(false);
  try {
    return work();
  } finally {
    setHolding(before);
  }
}

/** Gives a temporary operand back at once when no graph will ask for it. */
export function dropTemporary(temporary: Tensor, original: Tensor, result: Tensor): void {
  if (temporary !== original && !result.requiresGrad) letGo(temporary.storage);
}
