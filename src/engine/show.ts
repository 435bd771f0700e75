// A tensor as text, in the manner of PyTorch: `tensor([[1, 2], [3, 4]])`, long dimensions shortened in the middle.

import type { Tensor } from './tensor.ts';

const AT_EACH_END = 3;
const LONGEST = 2 * AT_EACH_END + 1;

export function show(tensor: Tensor): string {
  const { data, shape } = tensor;
  const write = (dim: number, start: number, size: number): string => {
    if (dim === shape.length) return number(data[start]);
    const step = size / Math.max(1, shape[dim]);
    const parts: string[] = [];
    for (let i = 0; i < shape[dim]; i++) {
      if (shape[dim] > LONGEST && i === AT_EACH_END) {
        parts.push('…');
        i = shape[dim] - AT_EACH_END;
      }
      parts.push(write(dim + 1, start + i * step, step));
    }
    const isLast = dim === shape.length - 1;
    return `[${parts.join(isLast ? ', ' : `,\n${' '.repeat('tensor('.length + dim + 1)}`)}]`;
  };
  const history = tensor.requiresGrad && tensor.isLeaf ? ', requiresGrad' : '';
  return `tensor(${write(0, 0, tensor.numel)}${history})`;
}

/** Four significant decimals, without trailing zeros. */
function number(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6 ? String(Number(value.toFixed(4))) : value.toExponential(4);
}
