// Two-dimensional convolution. As in every deep-learning library it is a cross-correlation: the kernel is not turned round.

import { give, type Operation, own, record } from '../autograd.ts';
import { type ConvolutionShape, kernels } from '../kernels/kernels.ts';
import { NONE } from '../kernels/memory.ts';
import { show, type Shape, expectShape } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { gradientBlocks } from './parameters.ts';

/** The shape of a batch of pictures: samples, channels, height, width. */
export const PICTURES = '(N, C, H, W)';

/** One number for both directions, or [height, width]. */
export type Pair = number | readonly [height: number, width: number];

export interface ConvolutionOptions {
  readonly stride?: Pair;
  /** Zeros around the picture; 'same' adds as many as give ⌈size / stride⌉ outputs. */
  readonly padding?: Pair | 'same';
  readonly dilation?: Pair;
  readonly groups?: number;
}

interface ConvolutionNumbers {
  readonly shape: ConvolutionShape;
  readonly relu: number;
}

const CONV2D: Operation = {
  name: 'conv2d',
  // y = x ⋆ w + b:  ∂L/∂x spreads g back through the same weights, ∂L/∂w correlates x with g, ∂L/∂b sums g over batch and places.
  backward(result, gradient) {
    const { inputs } = result;
    const x = inputs[0];
    const weight = inputs[1];
    const bias = inputs.length > 2 ? inputs[2] : null;
    const { shape, relu } = result.options as ConvolutionNumbers;
    const g = relu ? own(gradient) : gradient;
    const at = addressOf(g);
    if (relu)
      kernels.unaryBackward(
        'relu',
        addressOfTensor(result),
        addressOfTensor(result),
        at,
        at,
        g.size,
        0,
      );
    const accumulate = gradientBlocks(weight, bias);
    const dweight =
      weight.requiresGrad && weight.gradient !== null ? addressOf(weight.gradient) : NONE;
    const dbias =
      bias !== null && bias.requiresGrad && bias.gradient !== null
        ? addressOf(bias.gradient)
        : NONE;
    if (dweight !== NONE || dbias !== NONE)
      kernels.conv2dBackwardWeight(shape, addressOfTensor(x), at, dweight, dbias, accumulate);
    if (x.requiresGrad) {
      const dx = reserveInternal(x.numel);
      kernels.conv2dBackwardInput(shape, addressOfTensor(weight), at, addressOf(dx));
      give(x, dx);
    }
    letGo(g);
  },
};

/**
 * x (N, C, H, W) with weight (O, C / groups, K, K) and bias (O) → (N, O, H′, W′), H′ = ⌊(H + 2P − D(K − 1) − 1) / S⌋ + 1.
 *
 * @throws RangeError when channels or groups do not fit, or the kernel is larger than the padded picture
 *
 * @example
 * const edge = tensor([[[[1, 0, -1]]]]);
 * console.log(conv2d(tensor([[[[0, 0, 5, 5]]]]), edge).tolist()); // [[[[-5, -5]]]]
 */
export function conv2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvolutionOptions = {},
): Tensor {
  return convolve(x, weight, bias, measureConvolution(x.shape, weight.shape, options), false);
}

/** The convolution, then max(·, 0) when `relu`. */
export function convolve(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  shape: ConvolutionShape,
  relu: boolean,
): Tensor {
  safePoint();
  const { batch, outChannels, outHeight, outWidth } = shape;
  const size = batch * outChannels * outHeight * outWidth;
  const result = new Tensor([batch, outChannels, outHeight, outWidth], reserve(size));
  kernels.conv2d(
    shape,
    addressOfTensor(x),
    addressOfTensor(weight),
    bias === null ? NONE : addressOfTensor(bias),
    addressOf(result.storage),
    relu ? 1 : 0,
  );
  const inputs = bias === null ? [x, weight] : [x, weight, bias];
  return record(result, CONV2D, inputs, null, { shape, relu: relu ? 1 : 0 });
}

/** All sizes of a convolution, worked out and checked. */
export function measureConvolution(
  x: Shape,
  weight: Shape,
  options: ConvolutionOptions,
): ConvolutionShape {
  const { groups = 1 } = options;
  expectShape(x, PICTURES, 'conv2d: the input');
  expectShape(weight, '(O, C, K, K)', 'conv2d: the weight');
  const [batch, inChannels, height, width] = x;
  const [outChannels, perGroup, kernelHeight, kernelWidth] = weight;
  if (inChannels !== perGroup * groups || outChannels % groups !== 0)
    throw new RangeError(
      `conv2d: input ${show(x)} has ${inChannels} channels, but weight ${show(weight)} with groups ${groups} takes ${perGroup * groups} and makes ${outChannels}`,
    );
  const [strideHeight, strideWidth] = pair(options.stride ?? 1);
  const [dilationHeight, dilationWidth] = pair(options.dilation ?? 1);
  const spanHeight = dilationHeight * (kernelHeight - 1) + 1;
  const spanWidth = dilationWidth * (kernelWidth - 1) + 1;
  const [top, bottom] = padding(options.padding, 0, height, spanHeight, strideHeight);
  const [left, right] = padding(options.padding, 1, width, spanWidth, strideWidth);
  const outHeight = Math.floor((height + top + bottom - spanHeight) / strideHeight) + 1;
  const outWidth = Math.floor((width + left + right - spanWidth) / strideWidth) + 1;
  if (!(outHeight >= 1 && outWidth >= 1))
    throw new RangeError(
      `conv2d: a kernel that spans ${spanHeight}×${spanWidth} does not fit into ${height}×${width} with padding ${top}+${bottom} and ${left}+${right}`,
    );
  return {
    batch,
    inChannels,
    height,
    width,
    outChannels,
    kernelHeight,
    kernelWidth,
    strideHeight,
    strideWidth,
    paddingHeight: top,
    paddingWidth: left,
    dilationHeight,
    dilationWidth,
    groups,
    outHeight,
    outWidth,
  };
}

export function pair(value: Pair): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}

/** Zeros before and after along one direction. */
function padding(
  wanted: Pair | 'same' | undefined,
  direction: 0 | 1,
  size: number,
  span: number,
  stride: number,
): [before: number, after: number] {
  if (wanted !== 'same') {
    const amount = pair(wanted ?? 0)[direction];
    return [amount, amount];
  }
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + span - size);
  return [total >> 1, total - (total >> 1)];
}
