// Softmax and its logarithm along one dimension.

import { give, type Operation, own, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { dimension } from '../shapes.ts';
import { addressOf, reserve, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';
import { dropTemporary, internally } from './broadcast.ts';
import { movedLast } from './reduce.ts';

const SOFTMAX: Operation = {
  name: 'softmax',
  // yᵢ = e^xᵢ / Σ e^xⱼ:  ∂L/∂xᵢ = yᵢ (gᵢ − Σⱼ gⱼ yⱼ)
  backward(result, g) {
    const dx = own(g);
    const columns = result.shape[result.ndim - 1];
    const rows = result.numel / Math.max(1, columns);
    kernels.softmaxBackward(addressOfTensor(result), addressOf(dx), addressOf(dx), rows, columns);
    give(result.inputs[0], dx);
  },
};

const LOG_SOFTMAX: Operation = {
  name: 'logSoftmax',
  // yᵢ = xᵢ − log Σ e^xⱼ:  ∂L/∂xᵢ = gᵢ − e^yᵢ Σⱼ gⱼ
  backward(result, g) {
    const dx = own(g);
    const columns = result.shape[result.ndim - 1];
    const rows = result.numel / Math.max(1, columns);
    kernels.logSoftmaxBackward(
      addressOfTensor(result),
      addressOf(dx),
      addressOf(dx),
      rows,
      columns,
    );
    give(result.inputs[0], dx);
  },
};

export function softmax(x: Tensor, dim: number): Tensor {
  return alongDimension(x, dim, SOFTMAX, kernels.softmax);
}

export function logSoftmax(x: Tensor, dim: number): Tensor {
  return alongDimension(x, dim, LOG_SOFTMAX, kernels.logSoftmax);
}

type RowKernel = (x: number, out: number, rows: number, columns: number) => void;

function alongDimension(x: Tensor, dim: number, operation: Operation, kernel: RowKernel): Tensor {
  const d = dimension(dim, x.ndim, operation.name);
  if (d === x.ndim - 1) return onRows(x, operation, kernel);
  const source = movedLast(x, d);
  const rows = internally(() => onRows(source, operation, kernel));
  dropTemporary(source, x, rows);
  const order = x.shape.map((_, i) => (i < d ? i : i === d ? x.ndim - 1 : i - 1));
  const result = rows.permute(order);
  dropTemporary(rows, x, result);
  return result;
}

function onRows(x: Tensor, operation: Operation, kernel: RowKernel): Tensor {
  safePoint();
  const columns = x.shape[x.ndim - 1];
  const result = new Tensor(x.shape, reserve(x.numel));
  kernel(addressOfTensor(x), addressOf(result.storage), x.numel / Math.max(1, columns), columns);
  return record(result, operation, [x]);
}
