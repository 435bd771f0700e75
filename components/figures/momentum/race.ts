// Optimisers of the engine, sent down a landscape whose gradient is known.
import { optim, tensor, type Tensor } from '../../../src/engine/index.ts';
import type { Landscape, Point } from './landscapes.ts';

/** What the race needs of an optimiser. */
interface Stepper {
  step(): void;
}

const MOMENTUM = 0.9;

/** Each runner with its usual settings, at a learning rate. */
export const runners = {
  sgd: (place, learningRate) => new optim.SGD([place], { learningRate }),
  momentum: (place, learningRate) => new optim.SGD([place], { learningRate, momentum: MOMENTUM }),
  nesterov: (place, learningRate) =>
    new optim.SGD([place], { learningRate, momentum: MOMENTUM, nesterov: true }),
  adagrad: (place, learningRate) => new optim.AdaGrad([place], { learningRate }),
  rmsprop: (place, learningRate) => new optim.RMSProp([place], { learningRate }),
  adam: (place, learningRate) => new optim.Adam([place], { learningRate }),
} as const satisfies Record<string, (place: Tensor, learningRate: number) => Stepper>;

export type RunnerName = keyof typeof runners;
export const runnerNames = Object.keys(runners) as RunnerName[];

/** Where a runner goes: the start and one point a step, fewer when it has left for good. */
export function runRace(
  landscape: Landscape,
  name: RunnerName,
  learningRate: number,
  start: Point,
  steps: number,
): Point[] {
  const place = tensor([...start], { requiresGrad: true });
  const optimiser = runners[name](place, learningRate);
  const path: Point[] = [start];
  for (let step = 0; step < steps; step++) {
    const [x, y] = place.data;
    place.grad = tensor([...landscape.gradient(x, y)]);
    optimiser.step();
    const [nextX, nextY] = place.data;
    if (!(Math.hypot(nextX, nextY) < 1e3)) break;
    path.push([nextX, nextY]);
  }
  return path;
}

/** Rates that are tried: four to a factor of ten. */
export const TRIED = Array.from({ length: 21 }, (_, i) =>
  Number((10 ** (i / 4 - 4)).toPrecision(2)),
);

/**
 * The tried rate with the lowest mean height over the second half of so many steps from the landscape's own start. A mean,
 * not the end: a jump that happens to land well does not make a good rate.
 */
export function bestRate(landscape: Landscape, name: RunnerName, steps: number): number {
  const means = TRIED.map((learningRate) => {
    const path = runRace(landscape, name, learningRate, landscape.start, steps);
    const half = path.slice(Math.floor(steps / 2));
    const sum = half.reduce((total, point) => total + landscape.height(...point), 0);
    return { learningRate, mean: path.length > steps ? sum / half.length : Infinity };
  });
  return means.reduce((low, one) => (one.mean < low.mean ? one : low)).learningRate;
}
