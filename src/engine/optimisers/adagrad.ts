// AdaGrad: every number has its own step size, which shrinks with all the gradients it has seen.
//
//   s ← s + g²,  x ← x − η g / (√s + ε)
//
// Duchi, Hazan and Singer 2011.

import { kernels } from '../kernels/kernels.ts';
import type { Tensor } from '../tensor.ts';
import { Optimiser, State } from './optimiser.ts';

export interface AdaGradOptions {
  readonly learningRate?: number;
  readonly eps?: number;
  readonly weightDecay?: number;
}

/** Gradient descent whose steps shrink where gradients have been large. */
export class AdaGrad extends Optimiser {
  readonly eps: number;
  weightDecay: number;
  private readonly squares = new State();

  constructor(parameters: Iterable<Tensor>, options: AdaGradOptions = {}) {
    super(parameters, options.learningRate ?? 0.01);
    this.eps = options.eps ?? 1e-10;
    this.weightDecay = options.weightDecay ?? 0;
  }

  protected update(index: number, p: number, g: number, n: number): void {
    kernels.adagrad(
      p,
      g,
      this.squares.at(index, n),
      n,
      this.learningRate,
      this.eps,
      this.weightDecay,
    );
  }
}
