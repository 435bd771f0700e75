// The convolutional layer: the same small kernel at every place of the picture.

import {
  type ConvolutionOptions,
  convolve,
  measureConvolution,
  type Pair,
  pair,
} from '../ops/convolution.ts';
import { defaultGenerator, type Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { parameter } from './linear.ts';
import { Module } from './module.ts';

export interface Conv2dOptions extends ConvolutionOptions {
  readonly bias?: boolean;
  readonly generator?: Generator;
}

/**
 * (N, inChannels, H, W) → (N, outChannels, H′, W′). The weight has shape (outChannels, inChannels / groups, K, K) and starts, like the
 * bias, uniform in ±1/√fanIn.
 *
 * @example
 * const layer = new nn.Conv2d(3, 8, 3, { stride: 2, padding: 1 });
 * console.log(layer.forward(zeros(1, 3, 28, 28)).shape); // [1, 8, 14, 14]
 */
export class Conv2d extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | null;
  readonly options: ConvolutionOptions;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Pair,
    options: Conv2dOptions = {},
  ) {
    super();
    const { bias = true, generator = defaultGenerator, ...rest } = options;
    const { groups = 1 } = rest;
    if (inChannels % groups !== 0 || outChannels % groups !== 0)
      throw new RangeError(
        `Conv2d: ${groups} groups do not divide ${inChannels} and ${outChannels} channels evenly`,
      );
    const [kernelHeight, kernelWidth] = pair(kernelSize);
    const fanIn = (inChannels / groups) * kernelHeight * kernelWidth;
    const bound = 1 / Math.sqrt(fanIn);
    this.weight = parameter(
      [outChannels, inChannels / groups, kernelHeight, kernelWidth],
      bound,
      generator,
    );
    this.bias = bias ? parameter([outChannels], bound, generator) : null;
    this.options = rest;
  }

  forward(x: Tensor): Tensor {
    return this.convolve(x, false);
  }

  /** The convolution and max(·, 0) in one go, when a ReLU follows. */
  forwardThenRelu(x: Tensor): Tensor {
    return this.convolve(x, true);
  }

  private convolve(x: Tensor, relu: boolean): Tensor {
    const shape = measureConvolution(x.shape, this.weight.shape, this.options);
    return convolve(x, this.weight, this.bias, shape, relu);
  }
}
