// RMSProp: as AdaGrad, but the squares are forgotten, so that steps do not shrink for ever.
//
//   s ← α s + (1 − α) g²,  x ← x − η g / (√s + ε);  with momentum  v ← μ v + g / (√s + ε),  x ← x − η v
//
// Tieleman and Hinton 2012 (lecture 6.5 of Hinton's course).

import { kernels } from '../kernels/kernels.ts';
import { NONE } from '../kernels/memory.ts';
import type { Tensor } from '../tensor.ts';
import { Optimiser, State } from './optimiser.ts';

export interface RMSPropOptions {
  readonly learningRate?: number;
  /** Share of the old mean square that is kept, α. */
  readonly alpha?: number;
  readonly eps?: number;
  readonly momentum?: number;
  readonly weightDecay?: number;
}

/** Gradient descent with each step divided by the recent root mean square of the gradient. */
export class RMSProp extends Optimiser {
  readonly alpha: number;
  readonly eps: number;
  readonly momentum: number;
  weightDecay: number;
  private readonly squares = new State();
  private readonly velocity = new State();

  constructor(parameters: Iterable<Tensor>, options: RMSPropOptions = {}) {
    super(parameters, options.learningRate ?? 0.01);
    this.alpha = options.alpha ?? 0.99;
    this.eps = options.eps ?? 1e-8;
    this.momentum = options.momentum ?? 0;
    this.weightDecay = options.weightDecay ?? 0;
  }

  protected update(index: number, p: number, g: number, n: number): void {
    const { learningRate, alpha, eps, momentum, weightDecay } = this;
    const v = momentum === 0 ? NONE : this.velocity.at(index, n);
    kernels.rmsprop(
      p,
      g,
      this.squares.at(index, n),
      v,
      n,
      learningRate,
      alpha,
      eps,
      momentum,
      weightDecay,
    );
  }
}
