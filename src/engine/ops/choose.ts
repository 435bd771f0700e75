// Picking numbers by comparison or by index: where, the largest and smallest, gather, indexSelect, comparisons.

import { give, type Operation, own, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap } from '../kernels/memory.ts';
import {
  broadcastShapes,
  dimension,
  reducedShape,
  type Shape,
  show,
  sizeOf,
  expectWhole,
} from '../shapes.ts';
import {
  addressOf,
  letGo,
  peek,
  reserve,
  reserveInternal,
  safePoint,
  type Storage,
} from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { dropTemporary, expandInternal } from './broadcast.ts';

const PICK: Operation = {
  name: 'pick',
  // Each result is a copy of one number of x, which gets its gradient; what was picked twice gets the sum, what was not picked 0.
  backward(result, g) {
    const [x] = result.inputs;
    const places = result.options as Int32Array;
    const dx = reserveInternal(x.numel);
    kernels.fill(addressOf(dx), x.numel, 0);
    const [from, to] = [addressOf(g), addressOf(dx)];
    for (let i = 0; i < places.length; i++) heap[to + places[i]] += heap[from + i];
    letGo(g);
    give(x, dx);
  },
};

const named = new Map<string, Operation>();

/** The numbers of `x` at `places` (positions in its block). */
function pick(x: Tensor, places: Int32Array, shape: Shape, name: string): Tensor {
  safePoint();
  const result = new Tensor(shape, reserve(places.length));
  const [from, to] = [addressOfTensor(x), addressOf(result.storage)];
  for (let i = 0; i < places.length; i++) heap[to + i] = heap[from + places[i]];
  let operation = named.get(name);
  if (operation === undefined) named.set(name, (operation = { ...PICK, name }));
  return record(result, operation, [x], null, places);
}

type Better = (candidate: number, best: number) => boolean;

const isLarger: Better = (candidate, best) => candidate > best || candidate !== candidate;
const isSmaller: Better = (candidate, best) => candidate < best || candidate !== candidate;

/** The largest (or smallest) along `dim` and where it stands there; the first of equals, NaN before all. */
export function extreme(
  x: Tensor,
  name: 'max' | 'min',
  dim: number,
  keepdim: boolean,
): { values: Tensor; indices: Tensor } {
  const d = dimension(dim, x.ndim, name);
  const length = x.shape[d];
  if (length === 0) throw new RangeError(`${name}: dimension ${d} of ${show(x.shape)} is empty`);
  const better = name === 'max' ? isLarger : isSmaller;
  let inner = 1;
  for (let i = d + 1; i < x.ndim; i++) inner *= x.shape[i];
  const outer = x.numel / (length * Math.max(1, inner));
  const numbers = peek(x.storage);
  const places = new Int32Array(outer * inner);
  const indices = new Float32Array(outer * inner);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const start = o * length * inner + i;
      let best = 0;
      for (let j = 1; j < length; j++) {
        const value = numbers[x.offset + start + best * inner];
        if (value !== value) break;
        if (better(numbers[x.offset + start + j * inner], value)) best = j;
      }
      places[o * inner + i] = start + best * inner;
      indices[o * inner + i] = best;
    }
  }
  const shape = reducedShape(x.shape, [d], keepdim);
  return { values: pick(x, places, shape, name), indices: Tensor.from(indices, shape) };
}

/** The number at each index along `dim`; `index` has the shape of the result. */
export function gather(x: Tensor, dim: number, index: Tensor): Tensor {
  const d = dimension(dim, x.ndim, 'gather');
  if (index.ndim !== x.ndim || index.shape.some((size, i) => i !== d && size > x.shape[i]))
    throw new RangeError(
      `gather: an index of shape ${show(index.shape)} does not fit ${show(x.shape)} along dimension ${d}`,
    );
  const places = new Int32Array(index.numel);
  const numbers = peek(index.storage);
  const position = new Array<number>(x.ndim).fill(0);
  for (let i = 0; i < index.numel; i++) {
    const chosen = checkedIndex(numbers[index.offset + i], x.shape[d], 'gather');
    let place = 0;
    for (let k = 0; k < x.ndim; k++) place = place * x.shape[k] + (k === d ? chosen : position[k]);
    places[i] = place;
    for (let k = x.ndim - 1; k >= 0 && ++position[k] === index.shape[k]; k--) position[k] = 0;
  }
  return pick(x, places, index.shape, 'gather');
}

/** The slices of `x` at `indices` along `dim`. */
export function indexSelect(x: Tensor, dim: number, indices: ArrayLike<number>): Tensor {
  const d = dimension(dim, x.ndim, 'indexSelect');
  let inner = 1;
  for (let i = d + 1; i < x.ndim; i++) inner *= x.shape[i];
  const length = x.shape[d];
  const outer = x.numel / Math.max(1, length * inner);
  const shape = x.shape.map((size, i) => (i === d ? indices.length : size));
  const places = new Int32Array(sizeOf(shape));
  let next = 0;
  for (let o = 0; o < outer; o++) {
    for (let j = 0; j < indices.length; j++) {
      const start = (o * length + checkedIndex(indices[j], length, 'indexSelect')) * inner;
      for (let i = 0; i < inner; i++) places[next++] = start + i;
    }
  }
  return pick(x, places, shape, 'indexSelect');
}

function checkedIndex(index: number, length: number, operation: string): number {
  expectWhole(index, 0, length - 1, `${operation}: an index`);
  return index;
}

const WHERE: Operation = {
  name: 'where',
  // The gradient goes to the operand that was taken; the other gets 0.
  backward(result, g) {
    const [a, b] = result.inputs;
    const condition = addressOf((result.saved as Storage[])[0]);
    const da = reserveInternal(g.size);
    const db = own(g);
    const [toA, toB] = [addressOf(da), addressOf(db)];
    for (let i = 0; i < g.size; i++) {
      const takesA = heap[condition + i] !== 0;
      heap[toA + i] = takesA ? heap[toB + i] : 0;
      if (takesA) heap[toB + i] = 0;
    }
    give(a, da);
    give(b, db);
  },
};

/** a where the condition is not 0, else b. */
export function where(condition: Tensor, a: Tensor, b: Tensor): Tensor {
  safePoint();
  const shape = broadcastShapes(
    broadcastShapes(condition.shape, a.shape, 'where'),
    b.shape,
    'where',
  );
  const wide = [condition.detach(), a, b].map((t) => expandInternal(t, shape));
  const kept = reserveInternal(wide[0].numel);
  kernels.copy(addressOfTensor(wide[0]), addressOf(kept), wide[0].numel);
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  const [c, p, q, out] = [
    addressOf(kept),
    addressOfTensor(wide[1]),
    addressOfTensor(wide[2]),
    addressOf(result.storage),
  ];
  for (let i = 0; i < result.numel; i++)
    heap[out + i] = heap[c + i] !== 0 ? heap[p + i] : heap[q + i];
  record(result, WHERE, [wide[1], wide[2]], [kept]);
  letGo(wide[0].storage);
  dropTemporary(wide[1], a, result);
  dropTemporary(wide[2], b, result);
  return result;
}

const comparisons = {
  eq: (a: number, b: number) => a === b,
  ne: (a: number, b: number) => a !== b,
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
};

/** 1 where the comparison holds, else 0; never differentiated. */
export function compare(name: keyof typeof comparisons, a: Tensor, b: Tensor | number): Tensor {
  safePoint();
  const holds = comparisons[name];
  const other = typeof b === 'number' ? Tensor.from(new Float32Array([b]), []) : b.detach();
  const shape = broadcastShapes(a.shape, other.shape, name);
  const left = expandInternal(a.detach(), shape);
  const right = expandInternal(other, shape);
  const result = new Tensor(shape, reserve(sizeOf(shape)));
  const [p, q, out] = [addressOfTensor(left), addressOfTensor(right), addressOf(result.storage)];
  for (let i = 0; i < result.numel; i++) heap[out + i] = holds(heap[p + i], heap[q + i]) ? 1 : 0;
  letGo(left.storage);
  letGo(right.storage);
  return result;
}
