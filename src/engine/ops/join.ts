// Tensors side by side: cat, stack, and a frame of constant numbers around one: pad.

import { give, type Operation, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { copyStrided } from '../kernels/strided.ts';
import { dimension, show, sizeOf, stridesOf } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { unsqueeze } from './views.ts';

const CAT: Operation = {
  name: 'cat',
  // Each input gets the piece of the gradient where it stands.
  backward(result, g) {
    const d = result.options as number;
    const strides = stridesOf(result.shape);
    let start = 0;
    for (const x of result.inputs) {
      if (x.requiresGrad) {
        const dx = reserveInternal(x.numel);
        copyStrided(
          addressOf(g) + start * strides[d],
          strides,
          addressOf(dx),
          stridesOf(x.shape),
          x.shape,
        );
        give(x, dx);
      }
      start += x.shape[d];
    }
    letGo(g);
  },
};

/** Joins along an existing dimension; all other sizes must agree. */
export function cat(tensors: readonly Tensor[], dim: number): Tensor {
  safePoint();
  if (tensors.length === 0) throw new RangeError('cat: needs at least one tensor');
  const [first] = tensors;
  const d = dimension(dim, first.ndim, 'cat');
  let length = 0;
  for (const x of tensors) {
    if (x.ndim !== first.ndim || x.shape.some((size, i) => i !== d && size !== first.shape[i]))
      throw new RangeError(
        `cat: ${show(first.shape)} and ${show(x.shape)} differ outside dimension ${d}`,
      );
    length += x.shape[d];
  }
  const shape = first.shape.map((size, i) => (i === d ? length : size));
  const strides = stridesOf(shape);
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  let start = 0;
  for (const x of tensors) {
    const to = addressOf(result.storage) + start * strides[d];
    copyStrided(addressOfTensor(x), stridesOf(x.shape), to, strides, x.shape);
    start += x.shape[d];
  }
  return record(result, CAT, [...tensors], null, d);
}

/** Joins along a new dimension; all shapes must agree. */
export function stack(tensors: readonly Tensor[], dim: number): Tensor {
  return cat(
    tensors.map((x) => unsqueeze(x, dim)),
    dim,
  );
}

const PAD: Operation = {
  name: 'pad',
  // The frame is constant; the picture gets the gradient inside it.
  backward(result, g) {
    const [x] = result.inputs;
    const dx = reserveInternal(x.numel);
    const from = addressOf(g) + (result.options as number);
    copyStrided(from, stridesOf(result.shape), addressOf(dx), stridesOf(x.shape), x.shape);
    letGo(g);
    give(x, dx);
  },
};

/** Adds `value` around the last dimensions: [left, right], then [top, bottom], … as PyTorch's F.pad. */
export function pad(x: Tensor, amounts: readonly number[], value: number): Tensor {
  safePoint();
  if (amounts.length % 2 !== 0 || amounts.length > 2 * x.ndim || amounts.some((a) => !(a >= 0)))
    throw new RangeError(
      `pad: [${amounts.join(', ')}] must hold two amounts, 0 or more, for each of the last dimensions of ${show(x.shape)}`,
    );
  const before = x.shape.map((_, d) => amounts[2 * (x.ndim - 1 - d)] ?? 0);
  const shape = x.shape.map(
    (size, d) => size + before[d] + (amounts[2 * (x.ndim - 1 - d) + 1] ?? 0),
  );
  const strides = stridesOf(shape);
  const offset = before.reduce((total, amount, d) => total + amount * strides[d], 0);
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  const out = addressOf(result.storage);
  kernels.fill(out, result.numel, value);
  copyStrided(addressOfTensor(x), stridesOf(x.shape), out + offset, strides, x.shape);
  return record(result, PAD, [x], null, offset);
}
