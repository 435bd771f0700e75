// Where an operation puts the gradients of its weight and bias: straight into theirs, so that nothing is added afterwards.

import { own } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { addressOf, markChanged, reserveInternal } from '../storage.ts';
import type { Tensor } from '../tensor.ts';

/**
 * Makes sure that weight and bias have a block for their gradient, unless they need none. Returns 1 when the kernel must add to what
 * stands there, 0 when it may overwrite.
 */
export function gradientBlocks(weight: Tensor, bias: Tensor | null): number {
  const isFresh = !hasGradient(weight) && (bias === null || !hasGradient(bias));
  prepare(weight, isFresh);
  if (bias !== null) prepare(bias, isFresh);
  return isFresh ? 0 : 1;
}

function hasGradient(parameter: Tensor): boolean {
  return parameter.requiresGrad && parameter.gradient !== null;
}

function prepare(parameter: Tensor, isFresh: boolean): void {
  if (!parameter.requiresGrad) return;
  if (parameter.gradient === null) {
    parameter.gradient = reserveInternal(parameter.numel);
    if (!isFresh) kernels.fill(addressOf(parameter.gradient), parameter.numel, 0);
  } else {
    parameter.gradient = own(parameter.gradient);
    addressOf(parameter.gradient);
    markChanged(parameter.gradient);
  }
}
