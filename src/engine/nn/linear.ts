// The dense layer: every output is a weighted sum of all inputs.

import { uniform } from '../initialisers.ts';
import { linear } from '../ops/linear.ts';
import { defaultGenerator, type Generator } from '../random.ts';
import { sizeOf } from '../shapes.ts';
import { reserve } from '../storage.ts';
import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

export interface LinearOptions {
  readonly bias?: boolean;
  readonly generator?: Generator;
}

/**
 * x W + b: (…, inFeatures) → (…, outFeatures). The weight has shape (inFeatures, outFeatures), the transpose of PyTorch's. Weight and bias start
 * uniform in ±1/√inFeatures, as in PyTorch; for He's or Xavier's start use `init`.
 *
 * @example
 * const layer = new nn.Linear(3, 2);
 * console.log(layer.forward(ones(5, 3)).shape); // [5, 2]
 */
export class Linear extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | null;

  constructor(inFeatures: number, outFeatures: number, options: LinearOptions = {}) {
    super();
    const { bias = true, generator = defaultGenerator } = options;
    const bound = 1 / Math.sqrt(inFeatures);
    this.weight = parameter([inFeatures, outFeatures], bound, generator);
    this.bias = bias ? parameter([outFeatures], bound, generator) : null;
  }

  forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  /** max(x W + b, 0) in one go, when a ReLU follows. */
  forwardThenRelu(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias, true);
  }
}

/** A learned tensor, uniform in ±bound. */
export function parameter(shape: number[], bound: number, generator: Generator): Tensor {
  return uniform(
    new Tensor(shape, reserve(sizeOf(shape))),
    -bound,
    bound,
    generator,
  ).requiresGrad_();
}
