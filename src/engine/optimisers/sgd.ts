// Stochastic gradient descent, with momentum.
//
//   g ← ∇L(x) + weightDecay · x
//   v ← μ v + (1 − dampening) g          (the first time: v ← g)
//   x ← x − η v                          (Nesterov: x ← x − η (g + μ v))
//
// Polyak 1964; Nesterov 1983; Sutskever et al. 2013. PyTorch's form: the learning rate multiplies the velocity, so a steady gradient moves
// x by η g / (1 − μ) a step.

import { kernels } from '../kernels/kernels.ts';
import { NONE } from '../kernels/memory.ts';
import type { Tensor } from '../tensor.ts';
import { Optimiser, State } from './optimiser.ts';

export interface SGDOptions {
  readonly learningRate: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weightDecay?: number;
}

/**
 * Gradient descent on whatever the gradients were computed from: a whole set, a mini-batch, one sample.
 *
 * @example
 * const x = tensor(4, { requiresGrad: true });
 * const optimiser = new optim.SGD([x], { learningRate: 0.25 });
 * x.mul(x).backward(); // slope 8
 * optimiser.step();
 * console.log(x.item()); // 2
 */
export class SGD extends Optimiser {
  momentum: number;
  readonly dampening: number;
  readonly nesterov: boolean;
  weightDecay: number;
  private readonly velocity = new State();

  constructor(parameters: Iterable<Tensor>, options: SGDOptions) {
    super(parameters, options.learningRate);
    this.momentum = options.momentum ?? 0;
    this.dampening = options.dampening ?? 0;
    this.nesterov = options.nesterov ?? false;
    this.weightDecay = options.weightDecay ?? 0;
    if (this.nesterov && (this.momentum <= 0 || this.dampening !== 0))
      throw new RangeError('SGD: nesterov needs a momentum above 0 and no dampening');
  }

  protected update(index: number, p: number, g: number, n: number): void {
    const { learningRate, momentum, weightDecay } = this;
    let v = NONE;
    let dampening = 0;
    if (momentum !== 0) {
      if (this.velocity.has(index)) dampening = this.dampening;
      v = this.velocity.at(index, n);
    }
    kernels.sgd(p, g, v, n, learningRate, momentum, dampening, weightDecay, this.nesterov ? 1 : 0);
  }
}
