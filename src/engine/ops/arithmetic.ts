// add, sub, mul, div and their kin: elementwise, with broadcasting.

import { give, type Operation, own, pass, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap } from '../kernels/memory.ts';
import { broadcastShapes, type Shape } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint, type Storage } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { dropTemporary, expandInternal, internally } from './broadcast.ts';

/** An operation on two blocks of n numbers. */
interface Binary extends Operation {
  readonly forward: (a: number, b: number, out: number, n: number) => void;
}

const ADD: Binary = {
  name: 'add',
  forward: (a, b, out, n) => kernels.add(a, b, out, n),
  // ∂(a + b)/∂a = 1, ∂(a + b)/∂b = 1
  backward(result, g) {
    const [a, b] = result.inputs;
    pass(a, g);
    give(b, g);
  },
};

const SUB: Binary = {
  name: 'sub',
  forward: (a, b, out, n) => kernels.sub(a, b, out, n),
  // ∂(a − b)/∂a = 1, ∂(a − b)/∂b = −1
  backward(result, g) {
    const [a, b] = result.inputs;
    pass(a, g);
    give(b, scaled(g, -1));
  },
};

const MUL: Binary = {
  name: 'mul',
  forward: (a, b, out, n) => kernels.mul(a, b, out, n),
  // ∂(a b)/∂a = b, ∂(a b)/∂b = a
  backward(result, g) {
    const [a, b] = result.inputs;
    if (a.requiresGrad) give(a, combined(kernels.mul, g, b));
    if (b.requiresGrad) give(b, combined(kernels.mul, g, a));
    letGo(g);
  },
};

const DIV: Binary = {
  name: 'div',
  forward: (a, b, out, n) => kernels.div(a, b, out, n),
  // ∂(a / b)/∂a = 1 / b, ∂(a / b)/∂b = −a / b² = −(a / b) / b
  backward(result, g) {
    const [a, b] = result.inputs;
    if (a.requiresGrad) give(a, combined(kernels.div, g, b));
    if (b.requiresGrad) {
      const quotient = combined(kernels.mul, g, result);
      const db = addressOf(quotient);
      kernels.div(db, addressOfTensor(b), db, b.numel);
      give(b, scaled(quotient, -1));
    }
    letGo(g);
  },
};

const MAXIMUM: Binary = {
  name: 'maximum',
  forward: (a, b, out, n) => {
    for (let i = 0; i < n; i++) heap[out + i] = Math.max(heap[a + i], heap[b + i]);
  },
  backward: split,
};

const AFFINE: Operation = {
  name: 'affine',
  // ∂(scale · a + shift)/∂a = scale
  backward(result, g) {
    give(result.inputs[0], scaled(g, result.options as number));
  },
};

type Operand = Tensor | number;

export function add(a: Tensor, b: Operand): Tensor {
  return typeof b === 'number' ? affine(a, 1, b) : binary(ADD, a, b);
}

export function sub(a: Tensor, b: Operand): Tensor {
  return typeof b === 'number' ? affine(a, 1, -b) : binary(SUB, a, b);
}

export function mul(a: Tensor, b: Operand): Tensor {
  return typeof b === 'number' ? affine(a, b, 0) : binary(MUL, a, b);
}

export function div(a: Tensor, b: Operand): Tensor {
  return typeof b === 'number' ? affine(a, 1 / b, 0) : binary(DIV, a, b);
}

export function maximum(a: Tensor, b: Tensor): Tensor {
  return binary(MAXIMUM, a, b);
}

export function minimum(a: Tensor, b: Tensor): Tensor {
  return affine(
    internally(() => binary(MAXIMUM, affine(a, -1, 0), affine(b, -1, 0))),
    -1,
    0,
  );
}

/** scale · a + shift */
export function affine(a: Tensor, scale: number, shift: number): Tensor {
  safePoint();
  const result = new Tensor(a.shape, reserve(a.numel));
  kernels.affine(addressOfTensor(a), scale, shift, addressOf(result.storage), a.numel);
  return record(result, AFFINE, [a], null, scale);
}

function binary(operation: Binary, a: Tensor, b: Tensor): Tensor {
  safePoint();
  const shape: Shape = broadcastShapes(a.shape, b.shape, operation.name);
  const wideA = expandInternal(a, shape);
  const wideB = expandInternal(b, shape);
  const result = new Tensor(shape, reserve(wideA.numel));
  operation.forward(
    addressOfTensor(wideA),
    addressOfTensor(wideB),
    addressOf(result.storage),
    result.numel,
  );
  record(result, operation, [wideA, wideB]);
  dropTemporary(wideA, a, result);
  dropTemporary(wideB, b, result);
  return result;
}

/** kernel(g, values of t) in a new storage. */
function combined(
  kernel: (a: number, b: number, out: number, n: number) => void,
  g: Storage,
  t: Tensor,
): Storage {
  const out = reserveInternal(g.size);
  kernel(addressOf(g), addressOfTensor(t), addressOf(out), g.size);
  return out;
}

/** factor · g, in place where g has no other user. */
function scaled(g: Storage, factor: number): Storage {
  const out = own(g);
  kernels.affine(addressOf(out), factor, 0, addressOf(out), out.size);
  return out;
}

/** The larger input gets the gradient; equals share it. */
function split(result: Tensor, g: Storage): void {
  const [a, b] = result.inputs;
  const da = reserveInternal(g.size);
  const db = own(g);
  const [pa, pb, pda, pdb] = [addressOfTensor(a), addressOfTensor(b), addressOf(da), addressOf(db)];
  for (let i = 0; i < g.size; i++) {
    const share = heap[pa + i] > heap[pb + i] ? 1 : heap[pa + i] < heap[pb + i] ? 0 : 0.5;
    heap[pda + i] = share * heap[pdb + i];
    heap[pdb + i] *= 1 - share;
  }
  give(a, da);
  give(b, db);
}
