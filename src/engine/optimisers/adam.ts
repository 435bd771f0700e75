// Adam: momentum, divided by the recent size of the gradient, both corrected for their start at 0.
//
//   m ← β₁ m + (1 − β₁) g,  s ← β₂ s + (1 − β₂) g²
//   x ← x − η (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε)
//
// Kingma and Ba 2014 (arXiv 1412.6980), algorithm 1. AdamW shrinks the weights apart from this: x ← x − η weightDecay · x (Loshchilov and Hutter
// 2019, arXiv 1711.05101, algorithm 2); Adam adds weightDecay · x to the gradient.

import { kernels } from '../kernels/kernels.ts';
import { pow } from '../portable-math.ts';
import type { Tensor } from '../tensor.ts';
import { Optimiser, State } from './optimiser.ts';

export interface AdamOptions {
  readonly learningRate?: number;
  /** Shares of the old means that are kept: β₁ of the gradient, β₂ of its square. */
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly weightDecay?: number;
}

/**
 * Steps of about the learning rate in every direction, whatever the size of the gradient.
 *
 * @example
 * const x = tensor([5, 0.001], { requiresGrad: true });
 * const optimiser = new optim.Adam([x], { learningRate: 0.1 });
 * x.mul(x).sum().backward();
 * optimiser.step();
 * console.log(x.at(0).toFixed(2), x.at(1).toFixed(2)); // 4.90 -0.10
 */
export class Adam extends Optimiser {
  readonly betas: readonly [number, number];
  readonly eps: number;
  weightDecay: number;
  protected readonly isDecoupled: boolean = false;
  private readonly means = new State();
  private readonly squares = new State();
  /** How many steps each parameter has made. */
  private readonly steps: number[] = [];

  constructor(parameters: Iterable<Tensor>, options: AdamOptions = {}) {
    super(parameters, options.learningRate ?? 0.001);
    this.betas = options.betas ?? [0.9, 0.999];
    this.eps = options.eps ?? 1e-8;
    this.weightDecay = options.weightDecay ?? 0;
  }

  protected update(index: number, p: number, g: number, n: number): void {
    const t = (this.steps[index] = (this.steps[index] ?? 0) + 1);
    const [beta1, beta2] = this.betas;
    kernels.adam(
      p,
      g,
      this.means.at(index, n),
      this.squares.at(index, n),
      n,
      this.learningRate,
      beta1,
      beta2,
      this.eps,
      this.weightDecay,
      this.isDecoupled ? 1 : 0,
      1 - pow(beta1, t),
      1 - pow(beta2, t),
    );
  }
}

/** Adam with weight decay that does not pass through the gradient; 0.01 unless given. */
export class AdamW extends Adam {
  protected override readonly isDecoupled = true;

  constructor(parameters: Iterable<Tensor>, options: AdamOptions = {}) {
    super(parameters, { ...options, weightDecay: options.weightDecay ?? 0.01 });
  }
}
