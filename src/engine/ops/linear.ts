// The dense layer as one operation: product, bias and, where one follows, ReLU.

import { type Operation, own, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { NONE } from '../kernels/memory.ts';
import { show } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { give } from '../autograd.ts';
import { gradientBlocks } from './parameters.ts';

const LINEAR: Operation = {
  name: 'linear',
  // y = x W + b:  ∂L/∂x = g Wᵀ,  ∂L/∂W = xᵀ g,  ∂L/∂b = Σ over the batch of g. With a ReLU behind it, g is first set to 0 where y ≤ 0.
  backward(result, gradient) {
    const { inputs } = result;
    const x = inputs[0];
    const weight = inputs[1];
    const bias = inputs.length > 2 ? inputs[2] : null;
    const relu = result.options as number;
    const g = relu ? own(gradient) : gradient;
    const [k, n] = weight.shape;
    const m = result.numel / n;
    const dx = x.requiresGrad ? reserveInternal(x.numel) : null;
    const accumulate = gradientBlocks(weight, bias);
    kernels.linearBackward(
      addressOfTensor(x),
      addressOfTensor(weight),
      addressOfTensor(result),
      addressOf(g),
      dx === null ? NONE : addressOf(dx),
      weight.requiresGrad && weight.gradient !== null ? addressOf(weight.gradient) : NONE,
      bias !== null && bias.requiresGrad && bias.gradient !== null
        ? addressOf(bias.gradient)
        : NONE,
      m,
      k,
      n,
      relu,
      accumulate,
    );
    if (dx !== null) give(x, dx);
    letGo(g);
  },
};

/** x (…, in) · weight (in, out) + bias (out), then max(·, 0) when `relu`. */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null, relu = false): Tensor {
  safePoint();
  const { shape } = x;
  const last = shape.length - 1;
  const k = weight.shape[0];
  const n = weight.shape[1];
  if (last < 0 || shape[last] !== k)
    throw new RangeError(
      `linear: the input ${show(shape)} ends in ${last < 0 ? 'no dimension' : shape[last]}, but the layer's weight ${show(weight.shape)} takes ${k} features`,
    );
  const m = x.numel / Math.max(1, k);
  const result = new Tensor(last === 1 ? [m, n] : [...shape.slice(0, last), n], reserve(m * n));
  kernels.linear(
    addressOfTensor(x),
    addressOfTensor(weight),
    bias === null ? NONE : addressOfTensor(bias),
    addressOf(result.storage),
    m,
    k,
    n,
    relu ? 1 : 0,
  );
  return record(
    result,
    LINEAR,
    bias === null ? [x, weight] : [x, weight, bias],
    null,
    relu ? 1 : 0,
  );
}
