// Layers that change no number: Flatten and Identity.

import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** (batch, …) → (batch, all the rest in one row). */
export class Flatten extends Module {
  forward(x: Tensor): Tensor {
    return x.flatten(1);
  }
}

/** Hands its input on. */
export class Identity extends Module {
  forward(x: Tensor): Tensor {
    return x;
  }
}
