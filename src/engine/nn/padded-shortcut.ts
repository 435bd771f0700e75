// The shortcut without parameters where a residual net changes size: option A of He et al. 2015 (§4.2).

import { pad } from '../ops/join.ts';
import { avgPool2d } from '../ops/pooling.ts';
import { show } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** Takes every `stride`-th pixel and adds channels of zeros: (N, in, H, W) → (N, out, ⌈H / stride⌉, ⌈W / stride⌉). */
export class PaddedShortcut extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: number;

  constructor(inChannels: number, outChannels: number, { stride = 1 } = {}) {
    super();
    if (outChannels < inChannels)
      throw new RangeError(
        `PaddedShortcut: cannot go from ${inChannels} to ${outChannels} channels`,
      );
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.stride = stride;
  }

  forward(x: Tensor): Tensor {
    const { inChannels, outChannels, stride } = this;
    if (x.ndim !== 4 || x.shape[1] !== inChannels)
      throw new RangeError(`PaddedShortcut: ${show(x.shape)} is not (N, ${inChannels}, H, W)`);
    // Windows of one pixel, `stride` apart: taking the pixel itself.
    const taken = stride === 1 ? x : avgPool2d(x, 1, { stride });
    if (outChannels === inChannels) return taken;
    return pad(taken, [0, 0, 0, 0, 0, outChannels - inChannels], 0);
  }
}
