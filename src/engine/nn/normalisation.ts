// Normalising layers. Batch normalisation: Ioffe and Szegedy 2015 (arXiv 1502.03167), algorithm 1. Layer normalisation: Ba et al. 2016.

import { PICTURES } from '../ops/convolution.ts';
import { batchNorm, layerNorm } from '../ops/normalisation.ts';
import { show, sizeOf, expectShape } from '../shapes.ts';
import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

export interface BatchNormOptions {
  /** Added to the variance before the root. */
  readonly eps?: number;
  /** Weight of the new batch in the running statistics. */
  readonly momentum?: number;
}

/** What BatchNorm1d and BatchNorm2d share. */
abstract class BatchNorm extends Module {
  /** γ, one for each channel, starts at 1. */
  readonly weight: Tensor;
  /** β, one for each channel, starts at 0. */
  readonly bias: Tensor;
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
  readonly eps: number;
  readonly momentum: number;

  constructor(channels: number, { eps = 1e-5, momentum = 0.1 }: BatchNormOptions = {}) {
    super();
    this.weight = filled(channels, 1).requiresGrad_();
    this.bias = filled(channels, 0).requiresGrad_();
    this.runningMean = filled(channels, 0);
    this.runningVariance = filled(channels, 1);
    this.eps = eps;
    this.momentum = momentum;
  }

  override get bufferNames(): readonly string[] {
    return ['runningMean', 'runningVariance'];
  }

  forward(x: Tensor): Tensor {
    return this.normalise(x, null, false);
  }

  /** Normalisation and max(·, 0) in one go, when a ReLU follows. */
  forwardThenRelu(x: Tensor): Tensor {
    return this.normalise(x, null, true);
  }

  /** Normalises, then adds `residual` where there is one, then applies ReLU where asked. */
  normalise(x: Tensor, residual: Tensor | null, relu: boolean): Tensor {
    this.checkInput(x);
    if (x.shape[1] !== this.weight.numel)
      throw new RangeError(
        `BatchNorm: ${show(x.shape)} has ${x.shape[1]} channels, the layer ${this.weight.numel}`,
      );
    if (this.isTraining && x.numel <= x.shape[1])
      throw new RangeError(
        `BatchNorm: one value a channel (${show(x.shape)}) has no variance; use a larger batch, or eval()`,
      );
    const running = { mean: this.runningMean, variance: this.runningVariance };
    return batchNorm(x, this.weight, this.bias, running, this, residual, relu);
  }

  protected abstract checkInput(x: Tensor): void;
}

/** Normalises each feature of (N, C), or each channel of (N, C, L). */
export class BatchNorm1d extends BatchNorm {
  protected checkInput(x: Tensor): void {
    if (x.ndim !== 2 && x.ndim !== 3)
      throw new RangeError(
        `BatchNorm1d: the input must have shape (N, C) or (N, C, L); found ${show(x.shape)}`,
      );
  }
}

/**
 * Normalises each channel of (N, C, H, W) over batch, height and width. Training uses the batch's statistics and moves the running ones
 * (variance estimated with n − 1), evaluation uses the running ones.
 *
 * @example
 * const layer = new nn.BatchNorm2d(3);
 * const y = layer.forward(randn(8, 3, 4, 4).mul(5).add(2));
 * console.log(Math.abs(y.mean().item()) < 1e-5); // true
 */
export class BatchNorm2d extends BatchNorm {
  protected checkInput(x: Tensor): void {
    expectShape(x.shape, PICTURES, 'BatchNorm2d: the input');
  }
}

/** Normalises each sample over its last dimensions, whose shape is given; the same in training and evaluation. */
export class LayerNorm extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor;
  readonly eps: number;

  constructor(shape: number | readonly number[], { eps = 1e-5 } = {}) {
    super();
    const sizes = typeof shape === 'number' ? [shape] : [...shape];
    this.weight = Tensor.from(new Float32Array(sizeOf(sizes)).fill(1), sizes).requiresGrad_();
    this.bias = Tensor.from(new Float32Array(sizeOf(sizes)), sizes).requiresGrad_();
    this.eps = eps;
  }

  forward(x: Tensor): Tensor {
    const { shape } = this.weight;
    if (shape.some((size, i) => x.shape[x.ndim - shape.length + i] !== size))
      throw new RangeError(`LayerNorm: ${show(x.shape)} does not end in ${show(shape)}`);
    return layerNorm(x, this.weight, this.bias, this.eps);
  }
}

function filled(size: number, value: number): Tensor {
  return Tensor.from(new Float32Array(size).fill(value), [size]);
}
