// Is a gradient right? Compare it with the slope seen by moving each number a little both ways:
//
//   ∂f/∂x ≈ (f(x + h) − f(x − h)) / 2h
//
// The error of this central difference shrinks with h², the rounding error grows with 1/h; in float64, in which all of this runs, h = 1e-5 leaves about
// ten digits. At a kink (ReLU at 0, ties of a maximum) the two need not agree.

import { inDoublePrecision } from './storage.ts';
import { Tensor } from './tensor.ts';

export interface GradcheckOptions {
  /** The step h. */
  readonly step?: number;
  /** Largest relative error that counts as right. */
  readonly tolerance?: number;
}

export interface GradcheckResult {
  readonly isRight: boolean;
  /** The largest |a − n| / max(1, |a|, |n|) over all numbers; a: by backward, n: by differences. */
  readonly largestError: number;
  /** The two gradients of each input, number by number. */
  readonly inputs: readonly { readonly analytic: Float64Array; readonly numeric: Float64Array }[];
}

/**
 * Compares the gradients that `backward` gives for `f` with central differences, in float64. A result with many numbers is weighted with fixed unequal
 * weights, so that errors cannot cancel. Whatever `f` draws at random must come out the same at every call.
 *
 * @example
 * const { isRight, largestError } = gradcheck((x) => x.sin().mul(x), [tensor([0.5, -1, 2])]);
 * console.log(isRight, largestError < 1e-8); // true true
 */
export function gradcheck(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { step = 1e-5, tolerance = 1e-6 }: GradcheckOptions = {},
): GradcheckResult {
  const values = inputs.map((input) => Float64Array.from(input.data));
  return inDoublePrecision(() => {
    const leaves = values.map((numbers, i) =>
      Tensor.from(numbers.slice(), inputs[i].shape).requiresGrad_(),
    );
    weighted(f(...leaves)).backward();
    const lossAt = (input: number, place: number, change: number): number => {
      const moved = values.map((numbers, i) => {
        const copy = numbers.slice();
        if (i === input) copy[place] += change;
        return Tensor.from(copy, inputs[i].shape);
      });
      return weighted(f(...moved)).item();
    };
    let largestError = 0;
    const compared = leaves.map((leaf, i) => {
      const analytic = Float64Array.from(leaf.grad?.data ?? new Float64Array(leaf.numel));
      const numeric = analytic.map(
        (_, place) => (lossAt(i, place, step) - lossAt(i, place, -step)) / (2 * step),
      );
      analytic.forEach((a, place) => {
        const n = numeric[place];
        const error = Math.abs(a - n) / Math.max(1, Math.abs(a), Math.abs(n));
        largestError = Math.max(largestError, Number.isNaN(error) ? Infinity : error);
      });
      return { analytic, numeric };
    });
    return { isRight: largestError <= tolerance, largestError, inputs: compared };
  });
}

/** Σ wᵢ yᵢ with weights that differ from place to place. */
function weighted(y: Tensor): Tensor {
  const weights = Float64Array.from({ length: y.numel }, (_, i) => 1 + ((i * 7919) % 13) / 13);
  return y.mul(Tensor.from(weights, y.shape)).sum();
}
