// Many numbers to few: sums, means, variance, norm, log-sum-exp.

import { give, type Operation, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap } from '../kernels/memory.ts';
import { copyStrided } from '../kernels/strided.ts';
import { exp, log } from '../portable-math.ts';
import { dimensions, reducedShape, type Shape, sizeOf, stridesOf } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { dropTemporary, internally } from './broadcast.ts';
import { permute } from './strided.ts';

export type Dims = number | readonly number[] | undefined;

const SUM: Operation = {
  name: 'sum',
  // y = Σ x, so ∂y/∂x = 1: every summand gets the gradient of its sum.
  backward(result, g) {
    const [x] = result.inputs;
    const dx = reserveInternal(x.numel);
    if (g.size === 1) {
      kernels.fill(addressOf(dx), x.numel, numberIn(addressOf(g)));
    } else {
      const strides = stretchedStrides(x.shape, result.options as readonly number[]);
      copyStrided(addressOf(g), strides, addressOf(dx), stridesOf(x.shape), x.shape);
    }
    letGo(g);
    give(x, dx);
  },
};

export function sum(x: Tensor, dim?: Dims, keepdim = false): Tensor {
  safePoint();
  if (dim === undefined && !keepdim) return sumOfAll(x);
  const dims = dimensions(dim, x.ndim, 'sum');
  const shape = reducedShape(x.shape, dims, keepdim);
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  const out = addressOf(result.storage);
  const isFirst = dims.every((d, i) => d === i);
  const isLast = dims.every((d, i) => d === x.ndim - dims.length + i);
  if (isFirst) {
    kernels.sumRows(addressOfTensor(x), out, x.numel / Math.max(1, result.numel), result.numel, 0);
  } else if (isLast) {
    kernels.sumColumns(addressOfTensor(x), out, result.numel, x.numel / Math.max(1, result.numel));
  } else {
    const { source, length } = reducedLast(x, dims);
    kernels.sumColumns(addressOfTensor(source), out, result.numel, length);
    letGo(source.storage);
  }
  return record(result, SUM, [x], null, dims);
}

function sumOfAll(x: Tensor): Tensor {
  const result = new Tensor([], reserve(1));
  kernels.fill(addressOf(result.storage), 1, kernels.sum(addressOfTensor(x), x.numel));
  return record(result, SUM, [x]);
}

export function mean(x: Tensor, dim?: Dims, keepdim = false): Tensor {
  const total = internally(() => sum(x, dim, keepdim));
  const result = mul(total, total.numel / x.numel);
  dropTemporary(total, x, result);
  return result;
}

/** Mean squared deviation: Σ (x − mean)² / (n − correction). */
export function variance(x: Tensor, dim: Dims, correction: number, keepdim: boolean): Tensor {
  const centred = x.sub(mean(x, dim, true));
  const total = sum(centred.mul(centred), dim, keepdim);
  const count = x.numel / Math.max(1, total.numel);
  return mul(total, 1 / (count - correction));
}

/** √Σ x² */
export function norm(x: Tensor, dim: Dims, keepdim: boolean): Tensor {
  return sum(x.mul(x), dim, keepdim).sqrt();
}

const LOGSUMEXP: Operation = {
  name: 'logsumexp',
  // ∂ log Σ eˣ / ∂x = softmax(x)
  backward(result, g) {
    const [x] = result.inputs;
    const softmax = reserveInternal(x.numel);
    const columns = x.shape[x.ndim - 1];
    kernels.softmax(addressOfTensor(x), addressOf(softmax), result.numel, columns);
    for (let i = 0; i < result.numel; i++) {
      const row = addressOf(softmax) + i * columns;
      kernels.affine(row, numberIn(addressOf(g) + i), 0, row, columns);
    }
    letGo(g);
    give(x, softmax);
  },
};

/** log Σ eˣ along one dimension, without overflow. */
export function logsumexp(x: Tensor, dim: number, keepdim: boolean): Tensor {
  safePoint();
  const [d] = dimensions(dim, x.ndim, 'logsumexp');
  const rows = movedLast(x, d);
  const columns = rows.shape[rows.ndim - 1];
  const count = rows.numel / Math.max(1, columns);
  const shape = reducedShape(x.shape, [d], keepdim);
  const result = new Tensor(shape, reserve(count));

  for (let i = 0; i < count; i++) {
    const row = addressOfTensor(rows) + i * columns;
    kernels.fill(addressOf(result.storage) + i, 1, logSumExpOf(row, columns));
  }
  record(result, LOGSUMEXP, [rows]);
  dropTemporary(rows, x, result);
  return result;
}

function logSumExpOf(row: number, columns: number): number {
  let largest = -Infinity;
  for (let j = 0; j < columns; j++) largest = Math.max(largest, numberIn(row + j));
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (let j = 0; j < columns; j++) total += exp(numberIn(row + j) - largest);
  return largest + log(total);
}

/** `x` with dimension d moved to the end, so that it lies in rows; x itself when it does already. */
export function movedLast(x: Tensor, d: number): Tensor {
  if (d === x.ndim - 1) return x;
  const order = x.shape.map((_, i) => i).filter((i) => i !== d);
  return internally(() => permute(x, [...order, d]));
}

/** A compact copy outside any graph, with `dims` last. */
function reducedLast(x: Tensor, dims: readonly number[]): { source: Tensor; length: number } {
  const order = x.shape.map((_, d) => d);
  const sorted = [...order.filter((d) => !dims.includes(d)), ...dims];
  const strides = stridesOf(x.shape);
  const shape = sorted.map((d) => x.shape[d]);
  const copy = reserveInternal(x.numel);
  const from = sorted.map((d) => strides[d]);
  copyStrided(addressOfTensor(x), from, addressOf(copy), stridesOf(shape), shape);
  let length = 1;
  for (const d of dims) length *= x.shape[d];
  return { source: new Tensor(shape, copy), length };
}

/** Strides that read a reduced tensor as if it had the full shape: 0 along the reduced dimensions. */
function stretchedStrides(shape: Shape, dims: readonly number[]): number[] {
  const kept = stridesOf(shape.map((size, d) => (dims.includes(d) ? 1 : size)));
  return kept.map((stride, d) => (dims.includes(d) ? 0 : stride));
}

function numberIn(at: number): number {
  return heap[at];
}
