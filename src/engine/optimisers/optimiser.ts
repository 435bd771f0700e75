// What all optimisers share: the list of parameters, the learning rate, and state beside each parameter.

import { kernels } from '../kernels/kernels.ts';
import { addressOf, markChanged, reserveInternal, safePoint, type Storage } from '../storage.ts';
import type { Tensor } from '../tensor.ts';

/** Changes parameters by their gradients. */
export abstract class Optimiser {
  readonly parameters: readonly Tensor[];
  /** The step size η; schedules set it, and so may you. */
  learningRate: number;

  constructor(parameters: Iterable<Tensor>, learningRate: number) {
    this.parameters = [...parameters];
    if (this.parameters.length === 0)
      throw new Error('optimiser: got no parameters; pass model.parameters() or a list of tensors');
    if (!(learningRate >= 0))
      throw new RangeError(
        `optimiser: learningRate must be a number of 0 or more; found ${learningRate}`,
      );
    this.learningRate = learningRate;
  }

  /** Moves every parameter that has a gradient. */
  step(): void {
    safePoint();
    const { parameters } = this;
    for (let i = 0; i < parameters.length; i++) {
      const parameter = parameters[i];
      if (parameter.gradient === null) continue;
      this.update(
        i,
        addressOf(parameter.storage) + parameter.offset,
        addressOf(parameter.gradient),
        parameter.numel,
      );
      markChanged(parameter.storage);
    }
  }

  /** Forgets all gradients: call it before each `backward`, or they add up. */
  zeroGrad(): void {
    const { parameters } = this;
    for (let i = 0; i < parameters.length; i++) parameters[i].zeroGrad();
  }

  /** Moves parameter number `index`: n numbers at p, their gradient at g. */
  protected abstract update(index: number, p: number, g: number, n: number): void;
}

/** One block of numbers for each parameter, starting at 0: velocities, means of squares. */
export class State {
  private readonly blocks: Storage[] = [];

  has(index: number): boolean {
    return this.blocks[index] !== undefined;
  }

  /** The address of the block of parameter `index`, made when first asked for. */
  at(index: number, n: number): number {
    const block = this.blocks[index];
    return block === undefined ? this.make(index, n) : addressOf(block);
  }

  private make(index: number, n: number): number {
    const block = reserveInternal(n);
    const at = addressOf(block);
    kernels.fill(at, n, 0);
    this.blocks[index] = block;
    return at;
  }
}
