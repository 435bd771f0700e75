// Dropout as a layer; what it computes is in ops/dropout.ts.

import { dropout } from '../ops/dropout.ts';
import { defaultGenerator, type Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/**
 * While training, drops each number with probability p and divides the others by 1 − p; in evaluation it hands its input on.
 *
 * @example
 * const layer = new nn.Dropout(0.5);
 * console.log(layer.eval().forward(ones(3)).tolist()); // [1, 1, 1]
 */
export class Dropout extends Module {
  readonly p: number;
  readonly generator: Generator;

  constructor(p = 0.5, { generator = defaultGenerator } = {}) {
    super();
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`Dropout: p is a probability from 0 to 1; found ${p}`);
    this.p = p;
    this.generator = generator;
  }

  forward(x: Tensor): Tensor {
    return dropout(x, this.p, this.isTraining, this.generator);
  }
}
