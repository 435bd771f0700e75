// New shapes on the same numbers: nothing is copied, and a change in place is seen through every view.

import { give, type Operation, record } from '../autograd.ts';
import { dimension, isSameShape, resolveShape, show, type Shape } from '../shapes.ts';
import { Tensor } from '../tensor.ts';

const RESHAPE: Operation = {
  name: 'reshape',
  // Same numbers in the same order: so is the gradient.
  backward(result, g) {
    give(result.inputs[0], g);
  },
};

export function reshape(x: Tensor, wanted: Shape, name = 'reshape'): Tensor {
  const shape = resolveShape(wanted, x.shape, name);
  if (isSameShape(shape, x.shape)) return x;
  return view(x, shape);
}

/** The same numbers under another shape of equal size. */
export function view(x: Tensor, shape: Shape): Tensor {
  x.storage.users++;
  return record(new Tensor(shape, x.storage, x.offset), RESHAPE, [x]);
}

export function flatten(x: Tensor, startDim: number): Tensor {
  if (x.ndim === 0) return view(x, [1]);
  const start = dimension(startDim, x.ndim, 'flatten');
  if (start === x.ndim - 1) return x;
  let rest = 1;
  for (let d = start; d < x.ndim; d++) rest *= x.shape[d];
  return view(x, [...x.shape.slice(0, start), rest]);
}

export function squeeze(x: Tensor, dim: number | undefined): Tensor {
  if (dim === undefined)
    return reshape(
      x,
      x.shape.filter((size) => size !== 1),
      'squeeze',
    );
  const d = dimension(dim, x.ndim, 'squeeze');
  return x.shape[d] === 1
    ? view(
        x,
        x.shape.filter((_, i) => i !== d),
      )
    : x;
}

export function unsqueeze(x: Tensor, dim: number): Tensor {
  const d = dimension(dim, x.ndim + 1, 'unsqueeze');
  return view(x, [...x.shape.slice(0, d), 1, ...x.shape.slice(d)]);
}

/** The same numbers outside the graph. */
export function detach(x: Tensor): Tensor {
  x.storage.users++;
  return new Tensor(x.shape, x.storage, x.offset);
}

/** Rows `start` to `start + length` of the first dimension, shared; only for tensors outside any graph. */
export function rows(x: Tensor, start: number, length: number): Tensor {
  if (!(start >= 0 && start + length <= x.shape[0]))
    throw new RangeError(`rows: ${length} from ${start} do not fit into ${show(x.shape)}`);
  const stride = x.numel / Math.max(1, x.shape[0]);
  x.storage.users++;
  return new Tensor([length, ...x.shape.slice(1)], x.storage, x.offset + start * stride);
}
