// The trainer's state and everything that follows from it: data, run, weights now, margin, what comes next.
import { computed, type ReadonlySignal } from '@preact/signals';
import { number, oneOf } from '../frame/fields.ts';
import type { Signals } from '../frame/state.ts';
import { widestMargin, type Margin } from './margin.ts';
import {
  cycleLength,
  isMistake,
  PerceptronRun,
  type Sample,
  type Update,
  type Weights,
} from './perceptron.ts';
import { ownPointsField, samplesOf } from './points.ts';
import { presetNames, presetOf, type Preset } from './presets.ts';

/** No run is followed further than this. */
export const MOST_MISTAKES = 3000;

/** What stands in a link: the data, the learning rate, and how many mistakes were taken. The rest is replayed. */
export const trainerFields = {
  preset: oneOf(presetNames, 'blobs'),
  points: ownPointsField,
  rate: number(1, { min: 0.01, max: 10 }),
  mistakes: number(4, { min: 0, max: MOST_MISTAKES, integer: true }),
};

/** Where a training stands. */
export interface Standing {
  readonly preset: Preset;
  readonly samples: readonly Sample[];
  readonly run: PerceptronRun;
  /** Mistakes taken so far: as many as were asked for, unless the run ended before. */
  readonly mistakes: number;
  readonly weights: Weights;
  readonly last: Update | undefined;
  /** The mistake that the next step will take; undefined when none is left. */
  readonly next: Update | undefined;
  readonly isDone: boolean;
  readonly wrong: readonly number[];
  readonly margin: Margin | undefined;
  readonly cycle: number | undefined;
}

/** Follows the state; a run that can go on is never begun anew. */
export function standingOf(state: Signals<typeof trainerFields>): ReadonlySignal<Standing> {
  const preset = computed(() => presetOf(state.preset.value));
  const samples = computed(() => samplesOf(preset.value, state.points.value));
  const run = computed(() => new PerceptronRun(samples.value, state.rate.value));
  const margin = computed(() => widestMargin(samples.value));
  return computed(() => {
    const asked = state.mistakes.value;
    const reached = run.value.advanceTo(asked + 1);
    const mistakes = Math.min(asked, reached);
    const weights = run.value.weightsAfter(mistakes);
    const next = run.value.updates[mistakes];
    return {
      preset: preset.value,
      samples: samples.value,
      run: run.value,
      mistakes,
      weights,
      last: run.value.updates[mistakes - 1],
      next,
      isDone: next === undefined,
      wrong: samples.value.flatMap((sample, i) => (isMistake(weights, sample) ? [i] : [])),
      margin: margin.value,
      cycle: margin.value ? undefined : cycleLength(run.value, mistakes),
    };
  });
}
