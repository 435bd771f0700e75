// Everything that only moves numbers about: transpose, permute, expand, narrow, select, flip. The result is a compact copy; where the
// numbers can be shared instead (reshape, rows of the first dimension) see `views.ts`.

import { give, type Operation, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { addStrided, copyStrided } from '../kernels/strided.ts';
import {
  broadcastShapes,
  dimension,
  isSameShape,
  show,
  sizeOf,
  stridesOf,
  type Shape,
} from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';

/** How to find the result's numbers in the source. */
interface Layout {
  readonly offset: number;
  readonly strides: readonly number[];
}

const STRIDED: Operation = {
  name: 'move',
  // Each number of the source gathers the gradients of all places it was copied to.
  backward(result, g) {
    const [x] = result.inputs;
    const { offset, strides } = result.options as Layout;
    const dx = reserveInternal(x.numel);
    kernels.fill(addressOf(dx), x.numel, 0);
    addStrided(
      addressOf(g),
      stridesOf(result.shape),
      addressOf(dx) + offset,
      strides,
      result.shape,
    );
    letGo(g);
    give(x, dx);
  },
};

const NAMED = new Map<string, Operation>();

function named(name: string): Operation {
  let operation = NAMED.get(name);
  if (operation === undefined) NAMED.set(name, (operation = { ...STRIDED, name }));
  return operation;
}

function moved(
  x: Tensor,
  name: string,
  shape: Shape,
  strides: readonly number[],
  offset = 0,
): Tensor {
  safePoint();
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  copyStrided(
    addressOfTensor(x) + offset,
    strides,
    addressOf(result.storage),
    stridesOf(shape),
    shape,
  );
  return record(result, named(name), [x], null, { offset, strides });
}

export function permute(x: Tensor, order: readonly number[], name = 'permute'): Tensor {
  const dims = order.map((d) => dimension(d, x.ndim, name));
  if (dims.length !== x.ndim || new Set(dims).size !== dims.length)
    throw new RangeError(
      `${name}: [${order.join(', ')}] must name each of the ${x.ndim} dimensions of ${show(x.shape)} once`,
    );
  const strides = stridesOf(x.shape);
  return moved(
    x,
    name,
    dims.map((d) => x.shape[d]),
    dims.map((d) => strides[d]),
  );
}

export function transpose(x: Tensor, a: number, b: number): Tensor {
  const order = x.shape.map((_, d) => d);
  const first = dimension(a, x.ndim, 'transpose');
  const second = dimension(b, x.ndim, 'transpose');
  [order[first], order[second]] = [second, first];
  return permute(x, order, 'transpose');
}

/** Repeats along dimensions of size 1 until `x` has `shape`. */
export function expand(x: Tensor, shape: Shape): Tensor {
  if (isSameShape(x.shape, shape)) return x;
  const full = shape.map((size, d) => (size === -1 ? x.shape[d - shape.length + x.ndim] : size));
  if (!isSameShape(broadcastShapes(x.shape, full, 'expand'), full))
    throw new RangeError(
      `expand: ${show(x.shape)} cannot be stretched to ${show(shape)}: only sizes of 1 stretch`,
    );
  const own = stridesOf(x.shape);
  const lead = full.length - x.ndim;
  const strides = full.map((_, d) => (d < lead || x.shape[d - lead] === 1 ? 0 : own[d - lead]));
  return moved(x, 'expand', full, strides);
}

export function narrow(x: Tensor, dim: number, start: number, length: number): Tensor {
  const d = dimension(dim, x.ndim, 'narrow');
  const first = start < 0 ? start + x.shape[d] : start;
  if (!(first >= 0 && length >= 0 && first + length <= x.shape[d]))
    throw new RangeError(
      `narrow: ${length} from position ${start} do not fit into dimension ${d} of ${show(x.shape)}`,
    );
  const strides = stridesOf(x.shape);
  const shape = x.shape.map((size, i) => (i === d ? length : size));
  return moved(x, 'narrow', shape, strides, first * strides[d]);
}

export function select(x: Tensor, dim: number, index: number): Tensor {
  const d = dimension(dim, x.ndim, 'select');
  const position = index < 0 ? index + x.shape[d] : index;
  if (!Number.isInteger(position) || position < 0 || position >= x.shape[d])
    throw new RangeError(
      `select: there is no position ${index} in dimension ${d} of ${show(x.shape)}`,
    );
  const strides = stridesOf(x.shape);
  const without = (list: readonly number[]) => list.filter((_, i) => i !== d);
  return moved(x, 'select', without(x.shape), without(strides), position * strides[d]);
}

export function flip(x: Tensor, dims: readonly number[]): Tensor {
  const turned = dims.map((d) => dimension(d, x.ndim, 'flip'));
  const strides = stridesOf(x.shape);
  let offset = 0;
  for (const d of turned) {
    offset += Math.max(0, x.shape[d] - 1) * strides[d];
    strides[d] = -strides[d];
  }
  return moved(x, 'flip', x.shape, strides, offset);
}
