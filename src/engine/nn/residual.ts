// The residual block: what the body computes is added to what came in. He et al. 2015 (arXiv 1512.03385), eq. 1.

import { add } from '../ops/arithmetic.ts';
import { internally } from '../ops/broadcast.ts';
import { isSameShape, show } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { Identity } from './flatten.ts';
import { mayFuse } from './fusion.ts';
import { Module } from './module.ts';
import { BatchNorm2d } from './normalisation.ts';
import { dropInternal, runInside, runLayers, Sequential } from './sequential.ts';

/**
 * body(x) + shortcut(x); without a shortcut, body(x) + x. The block of the paper ends in a ReLU after the addition: put `new nn.ReLU()`
 * behind it.
 *
 * @throws RangeError when body and shortcut give different shapes
 *
 * @example
 * const block = new nn.Residual(new nn.Sequential(new nn.Linear(4, 4), new nn.ReLU(), new nn.Linear(4, 4)));
 * console.log(block.forward(ones(2, 4)).shape); // [2, 4]
 */
export class Residual extends Module {
  readonly body: Module;
  readonly shortcut: Module;

  constructor(body: Module, { shortcut = new Identity() }: { shortcut?: Module } = {}) {
    super();
    this.body = body;
    this.shortcut = shortcut;
  }

  forward(x: Tensor): Tensor {
    return this.compute(x, false);
  }

  /** The sum and max(·, 0), when a ReLU follows. */
  forwardThenRelu(x: Tensor): Tensor {
    return this.compute(x, true);
  }

  private compute(x: Tensor, relu: boolean): Tensor {
    const kept = runInside(this.shortcut, x);
    const layers = this.body instanceof Sequential ? this.body.layers : [this.body];
    const last = layers[layers.length - 1];
    const isNormalised = mayFuse() && last instanceof BatchNorm2d && layers.length > 1;
    const change = isNormalised
      ? internally(() => runLayers(layers, x, layers.length - 1))
      : runInside(this.body, x);
    if (!isSameShape(change.shape, kept.shape))
      throw new RangeError(
        `Residual: the body gives ${show(change.shape)} and the shortcut ${show(kept.shape)}; they must be equal to be added`,
      );
    // A body that ends in batch normalisation adds the shortcut, and the ReLU, in the same pass.
    const result = isNormalised ? last.normalise(change, kept, relu) : sum(change, kept, relu);
    if (change !== x) dropInternal(change, result);
    if (kept !== x) dropInternal(kept, result);
    return result;
  }
}

function sum(change: Tensor, kept: Tensor, relu: boolean): Tensor {
  if (!relu) return add(change, kept);
  const total = internally(() => add(change, kept));
  const result = total.relu();
  dropInternal(total, result);
  return result;
}
