// Dropout: while training, each number is set to 0 with probability p and the others are divided by 1 − p, so that the mean stays. Srivastava
// et al. 2014, in the inverted form (theirs multiplies the weights at test time instead).

import { give, type Operation, own, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap } from '../kernels/memory.ts';
import { defaultGenerator } from '../random.ts';
import { addressOf, reserve, reserveInternal, safePoint, type Storage } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';

const DROPOUT: Operation = {
  name: 'dropout',
  // y = mask · x, so ∂L/∂x = mask · g
  backward(result, g) {
    const dx = own(g);
    const at = addressOf(dx);
    kernels.mul(at, addressOf((result.saved as Storage[])[0]), at, dx.size);
    give(result.inputs[0], dx);
  },
};

/**
 * Drops each number with probability p (PyTorch's meaning of p; in the paper p is the probability to keep). Without training, x itself.
 *
 * @example
 * manualSeed(1);
 * console.log(dropout(ones(10000), 0.25).mean().item().toFixed(1)); // 1.0
 */
export function dropout(
  x: Tensor,
  p = 0.5,
  isTraining = true,
  generator = defaultGenerator,
): Tensor {
  if (!(p >= 0 && p <= 1))
    throw new RangeError(`dropout: p is a probability from 0 to 1; found ${p}`);
  if (!isTraining || p === 0) return x;
  safePoint();
  const mask = reserveInternal(x.numel);
  const result = new Tensor(x.shape, reserve(x.numel));
  const at = addressOf(mask);
  const kept = p === 1 ? 0 : 1 / (1 - p);
  for (let i = at; i < at + x.numel; i++) heap[i] = generator.uniform() < p ? 0 : kept;
  kernels.mul(addressOfTensor(x), at, addressOf(result.storage), x.numel);
  return record(result, DROPOUT, [x], [mask]);
}
