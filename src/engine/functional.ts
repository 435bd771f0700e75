// Operations as plain functions, for those who bring their own weights; PyTorch's torch.nn.functional.

import { linear as dense } from './ops/linear.ts';
import type { Tensor } from './tensor.ts';

export { conv2d } from './ops/convolution.ts';
export { dropout } from './ops/dropout.ts';
export { adaptiveAvgPool2d, avgPool2d, maxPool2d } from './ops/pooling.ts';

/** x (…, in) · weight (in, out) + bias (out). */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return dense(x, weight, bias);
}

/** max(x, 0) */
export function relu(x: Tensor): Tensor {
  return x.relu();
}

/** 1 / (1 + e⁻ˣ) */
export function sigmoid(x: Tensor): Tensor {
  return x.sigmoid();
}

/** Hyperbolic tangent. */
export function tanh(x: Tensor): Tensor {
  return x.tanh();
}

/** e^xᵢ / Σ e^xⱼ along `dim`. */
export function softmax(x: Tensor, dim: number): Tensor {
  return x.softmax(dim);
}

/** The logarithm of softmax. */
export function logSoftmax(x: Tensor, dim: number): Tensor {
  return x.logSoftmax(dim);
}
