// What page and worker say to each other about a training run.
import type { NetChoice } from './net.ts';

export interface TrainingJob {
  readonly kind: 'train';
  readonly net: NetChoice;
  /** Where the data files are: an address that ends with a slash. */
  readonly data: string;
  readonly learningRate: number;
  readonly epochs: number;
  readonly seed: number;
  /** Saved weights to go on from. */
  readonly weights?: Uint8Array;
  /** Steps of this run that are done already: a run that was stopped goes on after them. */
  readonly from?: number;
}

/** Times a few steps on made-up pictures. */
export interface TrialJob {
  readonly kind: 'trial';
  readonly net: NetChoice;
}

export type Job = TrainingJob | TrialJob;

export const BATCH = 40;
/** Training pictures, in five files of 2,000. */
export const PICTURES = 10_000;
export const TEST_PICTURES = 2_000;
export const STEPS_AN_EPOCH = PICTURES / BATCH;

export interface Report {
  readonly step: number;
  readonly steps: number;
  /** Mean loss and share of hits since the last report. */
  readonly loss: number;
  readonly hits: number;
  readonly seconds: number;
  /** Weights of this moment, as a safetensors file. */
  readonly weights: Uint8Array;
  /** At the end of an epoch: the class given to each of the 2,000 test pictures. */
  readonly predictions?: Uint8Array;
}

export interface Result {
  /** `diverged`: the loss became infinite or no number. */
  readonly kind: 'trained' | 'tried' | 'diverged';
  readonly secondsAStep: number;
  readonly isFast: boolean;
}

/** Share of the test pictures that got their own class; picture i has class i mod 10. */
export function testAccuracy(predictions: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < predictions.length; i++) if (predictions[i] === i % 10) right++;
  return right / predictions.length;
}

/** Row: the class of the picture; column: the class it was given. */
export function confusion(predictions: ArrayLike<number>): number[][] {
  const matrix = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  for (let i = 0; i < predictions.length; i++) matrix[i % 10]![predictions[i]!]!++;
  return matrix;
}
