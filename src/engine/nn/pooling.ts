// Pooling layers: (N, C, H, W) with smaller planes.

import type { Pair } from '../ops/convolution.ts';
import { adaptiveAvgPool2d, avgPool2d, maxPool2d, type PoolingOptions } from '../ops/pooling.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/**
 * The largest number of each window.
 *
 * @example
 * console.log(new nn.MaxPool2d(2).forward(tensor([[[[1, 2], [3, 4]]]])).tolist()); // [[[[4]]]]
 */
export class MaxPool2d extends Module {
  readonly kernelSize: Pair;
  readonly options: PoolingOptions;

  constructor(kernelSize: Pair, options: PoolingOptions = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = options;
  }

  forward(x: Tensor): Tensor {
    return maxPool2d(x, this.kernelSize, this.options);
  }
}

/** The mean of each window; zeros of the padding count. */
export class AvgPool2d extends Module {
  readonly kernelSize: Pair;
  readonly options: PoolingOptions;

  constructor(kernelSize: Pair, options: PoolingOptions = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = options;
  }

  forward(x: Tensor): Tensor {
    return avgPool2d(x, this.kernelSize, this.options);
  }
}

/** Means over as many windows as the output has places, whatever the size of the input. */
export class AdaptiveAvgPool2d extends Module {
  readonly outputSize: Pair;

  constructor(outputSize: Pair) {
    super();
    this.outputSize = outputSize;
  }

  forward(x: Tensor): Tensor {
    return adaptiveAvgPool2d(x, this.outputSize);
  }
}

/** The mean of each plane: (N, C, H, W) → (N, C). */
export class GlobalAvgPool2d extends Module {
  forward(x: Tensor): Tensor {
    return x.flatten(2).mean(2);
  }
}
