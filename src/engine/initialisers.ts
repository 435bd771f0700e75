// How weights start. Each changes the tensor in place and returns it.
//
// Xavier: Glorot and Bengio 2010, eq. 16. He: He et al. 2015 (arXiv 1502.01852), eq. 10. A uniform distribution on ±bound has the standard
// deviation bound / √3.

import { noGrad } from './autograd.ts';
import { isMeasuring } from './kernels/memory.ts';
import { defaultGenerator, type Generator } from './random.ts';
import { show, sizeOf } from './shapes.ts';
import type { Tensor } from './tensor.ts';

export interface FanOptions {
  /** What keeps its variance: activations on the way forward (fanIn) or gradients on the way back (fanOut). */
  readonly mode?: 'fanIn' | 'fanOut';
  readonly gain?: number;
  readonly generator?: Generator;
}

/**
 * How many inputs feed one output (fanIn) and how many outputs one input feeds (fanOut): (in, out) for a dense weight,
 * (out, in, height, width) for a convolution.
 *
 * @throws RangeError for fewer than two dimensions
 */
export function fans(weight: Tensor): { fanIn: number; fanOut: number } {
  const { shape } = weight;
  if (shape.length < 2)
    throw new RangeError(`fans: a weight has at least two dimensions; found ${show(shape)}`);
  if (shape.length === 2) return { fanIn: shape[0], fanOut: shape[1] };
  const field = sizeOf(shape.slice(2));
  return { fanIn: shape[1] * field, fanOut: shape[0] * field };
}

const gains = {
  linear: () => 1,
  sigmoid: () => 1,
  tanh: () => 5 / 3,
  relu: () => Math.SQRT2,
  leakyRelu: (slope: number) => Math.sqrt(2 / (1 + slope * slope)),
  selu: () => 3 / 4,
};

/** By how much to widen the weights so that the activation behind them keeps the variance; the parameter is the slope of leakyRelu. */
export function gain(activation: keyof typeof gains, parameter = 0.01): number {
  return gains[activation](parameter);
}

/**
 * Normal with standard deviation gain / √fan, gain √2 unless given: He's initialisation for ReLU.
 *
 * @example
 * const weight = init.heNormal(zeros(300, 200));
 * console.log(Math.abs(weight.std().item() - Math.sqrt(2 / 300)) < 0.002); // true
 */
export function heNormal(weight: Tensor, options: FanOptions = {}): Tensor {
  return normal(weight, 0, heDeviation(weight, options), options.generator);
}

/** Uniform with the same standard deviation as `heNormal`. */
export function heUniform(weight: Tensor, options: FanOptions = {}): Tensor {
  const bound = Math.sqrt(3) * heDeviation(weight, options);
  return uniform(weight, -bound, bound, options.generator);
}

/** Normal with standard deviation gain · √(2 / (fanIn + fanOut)). */
export function xavierNormal(weight: Tensor, options: Omit<FanOptions, 'mode'> = {}): Tensor {
  return normal(weight, 0, xavierDeviation(weight, options), options.generator);
}

/** Uniform with the same standard deviation as `xavierNormal`. */
export function xavierUniform(weight: Tensor, options: Omit<FanOptions, 'mode'> = {}): Tensor {
  const bound = Math.sqrt(3) * xavierDeviation(weight, options);
  return uniform(weight, -bound, bound, options.generator);
}

/** Normal with the given mean and standard deviation. */
export function normal(
  weight: Tensor,
  mean = 0,
  deviation = 1,
  generator: Generator = defaultGenerator,
): Tensor {
  return draw(weight, () => mean + deviation * generator.normal());
}

/** Uniform in [low, high). */
export function uniform(
  weight: Tensor,
  low = 0,
  high = 1,
  generator: Generator = defaultGenerator,
): Tensor {
  return draw(weight, () => low + (high - low) * generator.uniform());
}

/** Every number is `value`. */
export function constant(weight: Tensor, value: number): Tensor {
  return noGrad(() => weight.fill_(value));
}

/** Every number is 0. */
export function zeros(weight: Tensor): Tensor {
  return constant(weight, 0);
}

/** Every number is 1. */
export function ones(weight: Tensor): Tensor {
  return constant(weight, 1);
}

function heDeviation(
  weight: Tensor,
  { mode = 'fanIn', gain: factor = Math.SQRT2 }: FanOptions,
): number {
  return factor / Math.sqrt(fans(weight)[mode]);
}

function xavierDeviation(weight: Tensor, { gain: factor = 1 }: FanOptions): number {
  const { fanIn, fanOut } = fans(weight);
  return factor * Math.sqrt(2 / (fanIn + fanOut));
}

function draw(weight: Tensor, next: () => number): Tensor {
  if (isMeasuring) return weight;
  const numbers = new Float32Array(weight.numel);
  for (let i = 0; i < numbers.length; i++) numbers[i] = next();
  return noGrad(() => weight.copy_(numbers));
}
