// The perceptron on points of the plane: one update a mistake, replayable to any count of mistakes.
import { tensor, type Tensor } from '../../../src/engine/index.ts';

/** A point with its class. */
export interface Sample {
  readonly x: number;
  readonly y: number;
  readonly label: 1 | -1;
}

/** w₁, w₂ and the bias. */
export type Weights = readonly [number, number, number];

/** One mistake and what was learned from it. */
export interface Update {
  /** Which sample was on the wrong side. */
  readonly index: number;
  /** Its score w·x + b before the update. */
  readonly score: number;
  /** How many samples had been looked at, this one included. */
  readonly looked: number;
  readonly before: Weights;
  readonly after: Weights;
}

export const START: Weights = [0, 0, 0];

/** Which side: a score of 0 counts as the negative side. */
export const sideOf = (score: number): 1 | -1 => (score > 0 ? 1 : -1);

/** The score w·x + b. */
export const scoreOf = ([w1, w2, b]: Weights, x: number, y: number): number => w1 * x + w2 * y + b;

/** A sample is a mistake when it is not strictly on its side; on the boundary counts as wrong. */
export const isMistake = (weights: Weights, { x, y, label }: Sample): boolean =>
  label * scoreOf(weights, x, y) <= 0;

/**
 * A training run from zero weights through the samples in their order, round and round.
 * It goes as far as it is asked to and remembers every update.
 */
export class PerceptronRun {
  readonly samples: readonly Sample[];
  readonly rate: number;
  readonly updates: Update[] = [];
  /** How many samples were looked at when a whole round without a mistake was over; undefined before. */
  doneAfter: number | undefined;
  #inputs: Tensor | undefined;
  #weights: Tensor;
  #next = 0;
  #looked = 0;

  constructor(samples: readonly Sample[], rate = 1) {
    this.samples = samples;
    this.rate = rate;
    this.#weights = tensor([0, 0, 0]);
    if (samples.length) this.#inputs = tensor(samples.map(({ x, y }) => [x, y, 1]));
    else this.doneAfter = 0;
  }

  /** Learns until there were that many mistakes, or none are left. Gives the count reached. */
  advanceTo(mistakes: number): number {
    while (this.updates.length < mistakes && this.doneAfter === undefined) this.#learnOne();
    return Math.min(mistakes, this.updates.length);
  }

  /** The weights after so many mistakes. */
  weightsAfter(mistakes: number): Weights {
    return mistakes > 0 ? this.updates[mistakes - 1]!.after : START;
  }

  /** Looks on from where it stopped to the next mistake, and adds η y x there. */
  #learnOne(): void {
    const scores = this.#inputs!.matmul(this.#weights).data;
    const count = this.samples.length;
    for (let ahead = 0; ahead < count; ahead++) {
      const index = (this.#next + ahead) % count;
      const { label } = this.samples[index]!;
      if (label * scores[index]! > 0) continue;
      const before = asWeights(this.#weights);
      this.#weights = this.#weights.add(this.#inputs!.select(0, index).mul(this.rate * label));
      this.#looked += ahead + 1;
      this.#next = (index + 1) % count;
      this.updates.push({
        index,
        score: scores[index]!,
        looked: this.#looked,
        before,
        after: asWeights(this.#weights),
      });
      return;
    }
    this.doneAfter = this.#looked + count;
  }
}

const asWeights = (weights: Tensor): Weights => [...weights.data] as unknown as Weights;

/**
 * How many mistakes ago the run stood exactly where it stands now: same weights, same sample next.
 * From there on it repeats itself. Undefined when it never stood here.
 */
export function cycleLength(run: PerceptronRun, mistakes: number): number | undefined {
  const now = run.updates[mistakes - 1];
  if (!now) return undefined;
  for (let ago = 1; ago < mistakes; ago++) {
    const then = run.updates[mistakes - 1 - ago]!;
    if (then.index === now.index && then.after.every((v, i) => v === now.after[i])) return ago;
  }
  return undefined;
}
