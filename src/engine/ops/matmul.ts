// Matrix product: vectors, matrices, and batches of matrices.

import { give, type Operation, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { broadcastShapes, show } from '../shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { dropTemporary, expandInternal, internally } from './broadcast.ts';
import { view } from './views.ts';

const MATMUL: Operation = {
  name: 'matmul',
  // C = A B:  ∂L/∂A = G Bᵀ,  ∂L/∂B = Aᵀ G
  backward(result, g) {
    const [a, b] = result.inputs;
    const [m, k] = a.shape.slice(-2);
    const n = b.shape[b.ndim - 1];
    const batch = result.numel / Math.max(1, m * n);
    if (a.requiresGrad) {
      const da = reserveInternal(a.numel);
      for (let i = 0; i < batch; i++)
        kernels.matmul(
          addressOf(g) + i * m * n,
          0,
          addressOfTensor(b) + i * k * n,
          1,
          addressOf(da) + i * m * k,
          m,
          k,
          n,
          0,
        );
      give(a, da);
    }
    if (b.requiresGrad) {
      const db = reserveInternal(b.numel);
      for (let i = 0; i < batch; i++)
        kernels.matmul(
          addressOfTensor(a) + i * m * k,
          1,
          addressOf(g) + i * m * n,
          0,
          addressOf(db) + i * k * n,
          k,
          n,
          m,
          0,
        );
      give(b, db);
    }
    letGo(g);
  },
};

/** (m, k) × (k, n) → (m, n); a vector counts as one row on the left, one column on the right; leading dimensions are batches and broadcast. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  safePoint();
  if (a.ndim === 0 || b.ndim === 0)
    throw new RangeError(
      `matmul: ${show(a.shape)} × ${show(b.shape)}: a single number cannot take part; use mul`,
    );
  const inner = b.shape[Math.max(0, b.ndim - 2)];
  const k = a.shape[a.ndim - 1];
  if (k !== inner)
    throw new RangeError(
      `matmul: ${show(a.shape)} × ${show(b.shape)}: the inner sizes ${k} and ${inner} differ`,
    );
  if (a.ndim === 2 && b.ndim === 2) return product(a, b, [a.shape[0], b.shape[1]]);
  return generalProduct(a, b);
}

/** The product of two stacks of matrices with equal leading dimensions. */
function product(a: Tensor, b: Tensor, shape: readonly number[]): Tensor {
  const m = a.shape[a.ndim - 2];
  const k = a.shape[a.ndim - 1];
  const n = b.shape[b.ndim - 1];
  let batch = 1;
  for (let d = 0; d < a.ndim - 2; d++) batch *= a.shape[d];
  const result = new Tensor(shape, reserve(batch * m * n));
  const out = addressOf(result.storage);
  for (let i = 0; i < batch; i++)
    kernels.matmul(
      addressOfTensor(a) + i * m * k,
      0,
      addressOfTensor(b) + i * k * n,
      0,
      out + i * m * n,
      m,
      n,
      k,
      0,
    );
  return record(result, MATMUL, [a, b]);
}

/** Vectors become matrices, batches are stretched to fit, and the added dimensions leave the result again. */
function generalProduct(a: Tensor, b: Tensor): Tensor {
  const left = a.ndim === 1 ? view(a, [1, a.shape[0]]) : a;
  const right = b.ndim === 1 ? view(b, [b.shape[0], 1]) : b;
  const batch = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2), 'matmul');
  const wideLeft = expandInternal(left, [...batch, ...left.shape.slice(-2)]);
  const wideRight = expandInternal(right, [...batch, ...right.shape.slice(-2)]);
  const [m, n] = [left.shape[left.ndim - 2], right.shape[right.ndim - 1]];
  const full = [...batch, m, n];
  const shape = [...batch, ...(a.ndim === 1 ? [] : [m]), ...(b.ndim === 1 ? [] : [n])];
  const isFull = shape.length === full.length;
  const result = isFull
    ? product(wideLeft, wideRight, full)
    : internally(() => product(wideLeft, wideRight, full));
  dropTemporary(wideLeft, left, result);
  dropTemporary(wideRight, right, result);
  dropTemporary(left, a, result);
  dropTemporary(right, b, result);
  if (isFull) return result;
  result.storage.isHeld = true;
  const squeezed = view(result, shape);
  dropTemporary(result, squeezed, result);
  return squeezed;
}
