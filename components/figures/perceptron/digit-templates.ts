// Ten templates for handwritten digits, learned by the perceptron's rule for many classes, and what they say of a picture.
import type { Field } from '../frame/fields.ts';

export const PIXELS = 64;
export const CLASSES = 10;
/** A pixel's ink is a whole number from 0 to this. */
export const MOST_INK = 16;
export const ROUNDS = 10;

/** What the page gets from the build. Weights are counted in sixteenths, so that they are whole; their changes travel lighter. */
export interface DigitRun {
  /** How much each round changed the weights, row by row: weight of pixel p for class c at [p * 10 + c]. */
  readonly changes: readonly (readonly number[])[];
  /** Share of unseen digits that the average over the first rounds reads correctly. */
  readonly accuracy: readonly number[];
  /** How many digits were unseen. */
  readonly unseen: number;
  /** Unseen digits to look at, as 64 letters each, and their labels as one text. */
  readonly pictures: readonly string[];
  readonly labels: string;
}

/** Ink of a picture written as 64 letters from 0 to g. */
export const inkOf = (letters: string): number[] => [...letters].map((l) => parseInt(l, 17));
export const lettersOf = (ink: readonly number[]): string =>
  ink.map((value) => value.toString(17)).join('');

/** One class's template: the average of its weights over the first rounds. The first change is in all of them, the last in one. */
export function templateOf(run: DigitRun, rounds: number, digit: number): number[] {
  return Array.from({ length: PIXELS }, (_, p) => {
    let sum = 0;
    for (let r = 0; r < rounds; r++) sum += (rounds - r) * run.changes[r]![p * CLASSES + digit]!;
    return sum / (MOST_INK * rounds);
  });
}

/** What each pixel adds to a score: its ink, from 0 to 1, times its weight. */
export const sharesOf = (ink: readonly number[], template: readonly number[]): number[] =>
  ink.map((value, p) => (value / MOST_INK) * template[p]!);

export const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The scores of all classes: dot products of picture and template. */
export const scoresOf = (run: DigitRun, rounds: number, ink: readonly number[]): number[] =>
  Array.from({ length: CLASSES }, (_, digit) =>
    sumOf(sharesOf(ink, templateOf(run, rounds, digit))),
  );

/** Class numbers, the highest score first. */
export const ranking = (scores: readonly number[]): number[] =>
  scores.map((_, digit) => digit).sort((a, b) => scores[b]! - scores[a]! || a - b);

/** From weights after each round to what each round changed. */
export const changesOf = (weights: readonly (readonly number[])[]): number[][] =>
  weights.map((now, r) => now.map((value, k) => value - (r ? weights[r - 1]![k]! : 0)));

/** In how many pixels two pictures differ. */
export const changedPixels = (a: readonly number[], b: readonly number[]): number =>
  a.filter((value, p) => value !== b[p]).length;

/** The reader's own ink; empty as long as the picture is as it was written. */
export const inkField: Field<string> = {
  initial: '',
  encode: (value) => value,
  decode: (text) => (/^([0-9a-g]{64})?$/.test(text) ? text : undefined),
};

/**
 * The rule for many classes, round by round: on a mistake the picture is added to the right class
 * and subtracted from the winner.
 * @param pictures ink of all pictures, one after the other, from 0 to 16
 */
export function trainTemplates(
  pictures: ArrayLike<number>,
  labels: ArrayLike<number>,
  rounds: number,
): number[][] {
  const weights = new Float64Array(PIXELS * CLASSES);
  const after: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < labels.length; i++) {
      const scores = new Float64Array(CLASSES);
      for (let p = 0; p < PIXELS; p++)
        for (let c = 0; c < CLASSES; c++)
          scores[c]! += pictures[i * PIXELS + p]! * weights[p * CLASSES + c]!;
      const winner = scores.indexOf(Math.max(...scores));
      const right = labels[i]!;
      if (winner === right) continue;
      for (let p = 0; p < PIXELS; p++) {
        weights[p * CLASSES + right]! += pictures[i * PIXELS + p]!;
        weights[p * CLASSES + winner]! -= pictures[i * PIXELS + p]!;
      }
    }
    after.push([...weights]);
  }
  return after;
}
