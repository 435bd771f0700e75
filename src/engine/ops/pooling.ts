// Pooling: each plane of (N, C, H, W) shrinks to one number a window.

import { give, type Operation, record } from '../autograd.ts';
import { kernels, type PoolingShape } from '../kernels/kernels.ts';
import { heap, isMeasuring } from '../kernels/memory.ts';
import { expectShape } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint, type Storage } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { pair, type Pair, PICTURES } from './convolution.ts';

export interface PoolingOptions {
  /** How far the window moves; by default its own size, so that windows do not overlap. */
  readonly stride?: Pair;
  readonly padding?: Pair;
}

const MAX_POOL: Operation = {
  name: 'maxPool2d',
  // Only the largest number of a window (the first of equals) had a say: it gets the whole gradient.
  backward(result, g) {
    const [x] = result.inputs;
    const dx = reserveInternal(x.numel);
    const [chosen] = result.saved as Storage[];
    kernels.maxPool2dBackward(
      result.options as PoolingShape,
      addressOf(chosen),
      addressOf(g),
      addressOf(dx),
    );
    letGo(g);
    give(x, dx);
  },
};

const AVERAGE_POOL: Operation = {
  name: 'avgPool2d',
  // A mean of n numbers: each gets 1/n of the gradient.
  backward(result, g) {
    const [x] = result.inputs;
    const dx = reserveInternal(x.numel);
    kernels.avgPool2dBackward(result.options as PoolingShape, addressOf(g), addressOf(dx));
    letGo(g);
    give(x, dx);
  },
};

/** The largest number of each window. */
export function maxPool2d(x: Tensor, kernelSize: Pair, options: PoolingOptions = {}): Tensor {
  safePoint();
  const shape = measurePooling('maxPool2d', x, kernelSize, options);
  const result = pooled(x, shape);
  const chosen = reserveInternal(result.numel);
  kernels.maxPool2d(shape, addressOfTensor(x), addressOf(result.storage), addressOf(chosen));
  return record(result, MAX_POOL, [x], [chosen], shape);
}

/** The mean of each window; zeros of the padding count. */
export function avgPool2d(x: Tensor, kernelSize: Pair, options: PoolingOptions = {}): Tensor {
  safePoint();
  const shape = measurePooling('avgPool2d', x, kernelSize, options);
  const result = pooled(x, shape);
  kernels.avgPool2d(shape, addressOfTensor(x), addressOf(result.storage));
  return record(result, AVERAGE_POOL, [x], null, shape);
}

const ADAPTIVE_POOL: Operation = {
  name: 'adaptiveAvgPool2d',
  // As for avgPool2d; the windows differ in size.
  backward(result, g) {
    const [x] = result.inputs;
    const dx = reserveInternal(x.numel);
    kernels.fill(addressOf(dx), x.numel, 0);
    const [from, to] = [addressOf(g), addressOf(dx)];
    visitAdaptive(x, result, (out, input, count) => {
      heap[to + input] += heap[from + out] / count;
    });
    letGo(g);
    give(x, dx);
  },
};

/** Means over windows chosen so that `outputSize` of them cover each plane: window i spans ⌊i·H/n⌋ to ⌈(i + 1)·H/n⌉. */
export function adaptiveAvgPool2d(x: Tensor, outputSize: Pair): Tensor {
  safePoint();
  checkPlanes('adaptiveAvgPool2d', x);
  const [outHeight, outWidth] = pair(outputSize);
  const size = x.shape[0] * x.shape[1] * outHeight * outWidth;
  const result = new Tensor([x.shape[0], x.shape[1], outHeight, outWidth], reserve(size));
  const [from, to] = [addressOfTensor(x), addressOf(result.storage)];
  kernels.fill(to, size, 0);
  visitAdaptive(x, result, (out, input, count) => {
    heap[to + out] += heap[from + input] / count;
  });
  return record(result, ADAPTIVE_POOL, [x]);
}

function visitAdaptive(
  x: Tensor,
  result: Tensor,
  visit: (out: number, input: number, count: number) => void,
): void {
  if (isMeasuring) return;
  const [, , height, width] = x.shape;
  const [batch, channels, outHeight, outWidth] = result.shape;
  let out = 0;
  for (let plane = 0; plane < batch * channels; plane++) {
    for (let i = 0; i < outHeight; i++) {
      const [top, bottom] = window(i, height, outHeight);
      for (let j = 0; j < outWidth; j++, out++) {
        const [left, right] = window(j, width, outWidth);
        const count = (bottom - top) * (right - left);
        for (let p = top; p < bottom; p++)
          for (let q = left; q < right; q++) visit(out, (plane * height + p) * width + q, count);
      }
    }
  }
}

function window(index: number, size: number, count: number): [start: number, end: number] {
  return [Math.floor((index * size) / count), Math.ceil(((index + 1) * size) / count)];
}

function pooled(x: Tensor, s: PoolingShape): Tensor {
  const size = s.planes * s.outHeight * s.outWidth;
  return new Tensor([x.shape[0], x.shape[1], s.outHeight, s.outWidth], reserve(size));
}

function checkPlanes(name: string, x: Tensor): void {
  expectShape(x.shape, PICTURES, `${name}: the input`);
}

function measurePooling(
  name: string,
  x: Tensor,
  kernelSize: Pair,
  options: PoolingOptions,
): PoolingShape {
  checkPlanes(name, x);
  const [batch, channels, height, width] = x.shape;
  const [kernelHeight, kernelWidth] = pair(kernelSize);
  const [strideHeight, strideWidth] = pair(options.stride ?? kernelSize);
  const [paddingHeight, paddingWidth] = pair(options.padding ?? 0);
  const outHeight = Math.floor((height + 2 * paddingHeight - kernelHeight) / strideHeight) + 1;
  const outWidth = Math.floor((width + 2 * paddingWidth - kernelWidth) / strideWidth) + 1;
  if (!(outHeight >= 1 && outWidth >= 1))
    throw new RangeError(
      `${name}: a window of ${kernelHeight}×${kernelWidth} does not fit into ${height}×${width}`,
    );
  if (2 * paddingHeight > kernelHeight || 2 * paddingWidth > kernelWidth)
    throw new RangeError(`${name}: the padding may be at most half the window`);
  return {
    planes: batch * channels,
    height,
    width,
    kernelHeight,
    kernelWidth,
    strideHeight,
    strideWidth,
    paddingHeight,
    paddingWidth,
    outHeight,
    outWidth,
  };
}
