// The learning rate with which each optimiser runs each landscape: the best of those tried. race.test.ts repeats the search.
import type { LandscapeName } from './landscapes.ts';
import type { RunnerName } from './race.ts';

/** How many steps the search looked at. */
export const SEARCHED_STEPS = 150;

export const rates: Readonly<Record<LandscapeName, Readonly<Record<RunnerName, number>>>> = {
  ravine: { sgd: 0.032, momentum: 0.0056, nesterov: 0.018, adagrad: 1, rmsprop: 0.18, adam: 0.56 },
  rosenbrock: {
    sgd: 0.0032,
    momentum: 0.0018,
    nesterov: 0.001,
    adagrad: 1.8,
    rmsprop: 0.18,
    adam: 0.56,
  },
  saddle: { sgd: 0.32, momentum: 0.32, nesterov: 0.32, adagrad: 0.56, rmsprop: 0.1, adam: 0.32 },
  plateau: { sgd: 1.8, momentum: 0.56, nesterov: 0.32, adagrad: 0.56, rmsprop: 0.018, adam: 1 },
};
