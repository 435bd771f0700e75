// Learning-rate schedules, and what each does to stochastic gradient descent on the temperature line.
import { Generator } from '../../../src/engine/random.ts';
import { lineLoss } from './line-loss.ts';
import { anomalies, inputs } from './temperature.ts';

/** The rate at a step, as a factor of the base rate; `progress` runs from 0 to 1. */
export type Schedule = (progress: number) => number;

const WARM_UP = 0.05;

export const schedules = {
  constant: () => 1,
  /** Two cuts to a tenth, each after a third of the way. */
  step: (progress) => 0.1 ** Math.min(2, Math.floor(3 * progress)),
  /** The same constant factor in every step, down to a hundredth at the end. */
  exponential: (progress) => 0.01 ** progress,
  cosine: (progress) => (1 + Math.cos(Math.PI * progress)) / 2,
  warmUpCosine: (progress) =>
    progress < WARM_UP
      ? progress / WARM_UP
      : (1 + Math.cos((Math.PI * (progress - WARM_UP)) / (1 - WARM_UP))) / 2,
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;
export const scheduleNames = Object.keys(schedules) as ScheduleName[];

const x = inputs.standardised;
const problem = lineLoss(x, anomalies);

export interface Race {
  readonly baseRate: number;
  /** Samples in a mini-batch. */
  readonly batchSize: number;
  readonly steps: number;
  readonly seed: number;
}

/** J − J* at equal distances along the run, smoothed by a running mean over the steps between. */
export interface Lap {
  readonly step: number;
  readonly learningRate: number;
  readonly excess: number;
}

/** Runs one schedule. All schedules of one seed see the same samples in the same order. */
export function run(
  schedule: Schedule,
  { baseRate, batchSize, steps, seed }: Race,
  laps = 60,
): Lap[] {
  const chance = new Generator(seed);
  const result: Lap[] = [];
  const length = Math.ceil(steps / laps);
  let [w, b] = [0, 0];
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const learningRate = baseRate * schedule(step / steps);
    let [gw, gb] = [0, 0];
    for (let k = 0; k < batchSize; k++) {
      const i = chance.integer(x.length);
      const residual = w * x[i] + b - anomalies[i];
      gw += (2 * residual * x[i]) / batchSize;
      gb += (2 * residual) / batchSize;
    }
    w -= learningRate * gw;
    b -= learningRate * gb;
    sum += problem.loss(w, b) - problem.lowest;
    if ((step + 1) % length === 0 || step + 1 === steps) {
      const count = (step % length) + 1;
      result.push({ step: step + 1, learningRate, excess: sum / count });
      sum = 0;
    }
  }
  return result;
}
