// Learning-rate schedules: how the step size changes with time. Each is a factor for the first learning rate at time t (epochs, or batches:
// whatever you count by calling `step()`), in closed form.

import { cos, pow } from '../portable-math.ts';
import type { Optimiser } from './optimiser.ts';

/** Anything with a learning rate. */
type HasLearningRate = Pick<Optimiser, 'learningRate'>;

/**
 * Multiplies the learning rate at the start by `factor(t)`; `step()` moves t on by one.
 *
 * @example
 * const optimiser = new optim.SGD([tensor(0, { requiresGrad: true })], { learningRate: 0.1 });
 * const schedule = new optim.LambdaLR(optimiser, (t) => 1 / (1 + t));
 * schedule.step();
 * console.log(optimiser.learningRate); // 0.05
 */
export class LambdaLR {
  /** How often `step()` was called. */
  time = 0;
  readonly start: number;
  private readonly optimiser: HasLearningRate;
  private readonly factor: (time: number) => number;

  constructor(optimiser: HasLearningRate, factor: (time: number) => number) {
    this.optimiser = optimiser;
    this.start = optimiser.learningRate;
    this.factor = factor;
    this.apply();
  }

  /** Moves on by one epoch (or batch) and sets the learning rate. */
  step(): void {
    this.time++;
    this.apply();
  }

  /** The learning rate at any time, without moving. */
  at(time: number): number {
    return this.start * this.factor(time);
  }

  private apply(): void {
    this.optimiser.learningRate = this.at(this.time);
  }
}

/** Times γ every `stepSize` steps. */
export class StepLR extends LambdaLR {
  constructor(
    optimiser: HasLearningRate,
    { stepSize, gamma = 0.1 }: { stepSize: number; gamma?: number },
  ) {
    super(optimiser, (t) => pow(gamma, Math.floor(t / stepSize)));
  }
}

/** Times γ at each milestone. */
export class MultiStepLR extends LambdaLR {
  constructor(
    optimiser: HasLearningRate,
    { milestones, gamma = 0.1 }: { milestones: readonly number[]; gamma?: number },
  ) {
    super(optimiser, (t) => pow(gamma, milestones.filter((m) => m <= t).length));
  }
}

/** Times γ at every step. */
export class ExponentialLR extends LambdaLR {
  constructor(optimiser: HasLearningRate, { gamma }: { gamma: number }) {
    super(optimiser, (t) => pow(gamma, t));
  }
}

/** Down from the start to `minimum` along half a cosine wave of `period` steps (Loshchilov and Hutter 2016), and up again if you go on. */
export class CosineAnnealingLR extends LambdaLR {
  constructor(
    optimiser: HasLearningRate,
    { period, minimum = 0 }: { period: number; minimum?: number },
  ) {
    const floor = minimum / optimiser.learningRate;
    super(optimiser, (t) => floor + ((1 - floor) * (1 + cos((Math.PI * t) / period))) / 2);
  }
}

/** Warm-up: straight from `startFactor` up to 1 in `steps` steps, then constant. PyTorch's LinearLR. */
export class WarmUpLR extends LambdaLR {
  constructor(
    optimiser: HasLearningRate,
    { startFactor = 0.1, steps }: { startFactor?: number; steps: number },
  ) {
    super(optimiser, (t) => startFactor + (1 - startFactor) * Math.min(1, t / steps));
  }
}
