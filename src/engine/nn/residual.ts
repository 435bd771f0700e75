// The residual block: what the body computes is added to what came in. He et al. 2015 (arXiv 1512.03385), eq. 1.

import { add } from '../ops/arithmetic.ts';
import { show } from '../shapes.ts';
import { isSameShape } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';
import { Identity } from './flatten.ts';

/**
 * body(x) + shortcut(x); without a shortcut, body(x) + x. The block of the paper ends in a ReLU after the addition: put `new nn.ReLU()`
 * behind it.
 *
 * @example
 * const block = new nn.Residual(new nn.Sequential(new nn.Linear(4, 4), new nn.ReLU(), new nn.Linear(4, 4)));
 * console.log(block.forward(ones(2, 4)).shape); // [2, 4]
 */
export class Residual extends Module {
  readonly body: Module;
  readonly shortcut: Module;

  constructor(body: Module, { shortcut = new Identity() as Module } = {}) {
    super();
    this.body = body;
    this.shortcut = shortcut;
  }

  forward(x: Tensor): Tensor {
    const change = this.body.forward(x);
    const kept = this.shortcut.forward(x);
    if (!isSameShape(change.shape, kept.shape))
      throw new RangeError(
        `Residual: the body gives ${show(change.shape)} and the shortcut ${show(kept.shape)}; they must be equal to be added`,
      );
    return add(change, kept);
  }
}
