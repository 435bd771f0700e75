// A line placed by hand: a knob it goes through and the direction of its normal; scored on samples.
import { number, oneOf } from '../frame/fields.ts';
import type { Sample, Weights } from './perceptron.ts';
import { fewestWrong, widestGap } from './best-line.ts';
import { PerceptronRun } from './perceptron.ts';
import { presetOf } from './presets.ts';

export const pairNames = ['adelie-gentoo', 'adelie-chinstrap'] as const;
export type PairName = (typeof pairNames)[number];

export const handFields = {
  preset: oneOf(pairNames, 'adelie-gentoo'),
  /** The knob, in standard units. */
  x: number(0, { min: -3, max: 3 }),
  y: number(0, { min: -3, max: 3 }),
  /** Direction of w in degrees, counted from the first axis against the clock. */
  angle: number(20, { min: 0, max: 360 }),
};

/** The line as w₁, w₂, b with w of length one, so that a score is a distance. */
export function weightsOf(x: number, y: number, angle: number): Weights {
  const turn = (angle * Math.PI) / 180;
  const [w1, w2] = [Math.cos(turn), Math.sin(turn)];
  return [w1, w2, -(w1 * x + w2 * y)];
}

/** The direction from one point to another, in whole degrees from 0 to 359. */
export function directionTo(fromX: number, fromY: number, toX: number, toY: number): number {
  const degrees = Math.round((Math.atan2(toY - fromY, toX - fromX) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

/** Distance of the nearest sample from the line when none is on the wrong side; else undefined. */
export function gapOf([w1, w2, b]: Weights, samples: readonly Sample[]): number | undefined {
  const least = Math.min(...samples.map(({ x, y, label }) => label * (w1 * x + w2 * y + b)));
  return least > 0 ? least / Math.hypot(w1, w2) : undefined;
}

interface Limits {
  readonly fewest: number;
  readonly widest: number | undefined;
  /** Where a perceptron stands after its training; without end on classes that cannot be parted. */
  readonly machine: Weights;
}

const limits = new Map<PairName, Limits>();
const ENOUGH = 400;

/** What the best of all lines reach on a pair of species, and what a perceptron reaches. */
export function limitsOf(name: PairName): Limits {
  const known = limits.get(name);
  if (known) return known;
  const { samples } = presetOf(name);
  const run = new PerceptronRun(samples);
  const made = {
    fewest: fewestWrong(samples),
    widest: widestGap(samples),
    machine: run.weightsAfter(run.advanceTo(ENOUGH)),
  };
  limits.set(name, made);
  return made;
}
