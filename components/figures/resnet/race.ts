// The degradation experiment itself: a plain and a residual net, the same start, the same batches, side by side.
import {
  crossEntropy,
  DataLoader,
  kernelMode,
  loadDigits,
  measureAccuracy,
  optim,
  randn,
  tensor,
  trainTestSplit,
  type Dataset,
  type nn,
} from '../../../src/engine/index.ts';
import { nextTask } from '../../../src/engine/train/fit.ts';
import type { TrainingControl } from '../../../src/engine/train/worker.ts';
import { buildNet } from './net.ts';
import {
  EPOCHS,
  KINDS,
  type Job,
  type Kind,
  type Report,
  type Result,
  type Settings,
} from './race-job.ts';

export const BATCH = 32;
const BREATH = 40; // milliseconds

export async function work(job: Job, control: TrainingControl<Report>): Promise<Result> {
  return job.type === 'trial' ? trial(job.depth, control.signal) : race(job, control);
}

/** 1,437 digits to learn from and 360 to test, as pictures of 8 × 8. */
export async function loadPictures(): Promise<{ train: Dataset; test: Dataset }> {
  const { train, test } = trainTestSplit(await loadDigits(), { testSize: 360, seed: 0 });
  const asPictures = ({ x, y }: Dataset): Dataset => ({ x: x.reshape(x.shape[0]!, 1, 8, 8), y });
  return { train: asPictures(train), test: asPictures(test) };
}

interface Entrant {
  readonly kind: Kind;
  readonly model: nn.Sequential;
  readonly kernels: readonly Tensor[];
  readonly optimiser: optim.SGD;
  readonly schedule: { step(): void };
  readonly loader: DataLoader;
}

type Tensor = ReturnType<nn.Module['forward']>;

function enter(kind: Kind, { depth, learningRate, seed }: Settings, train: Dataset): Entrant {
  const model = buildNet({ depth, isResidual: kind === 'residual' }, seed);
  const optimiser = new optim.SGD(model.parameters(), { learningRate, momentum: 0.9 });
  const loader = new DataLoader(train, { batchSize: BATCH, shuffle: true, seed });
  // The rate falls along half a cosine to 0, so that the last steps settle.
  const schedule = new optim.CosineAnnealingLR(optimiser, { period: EPOCHS * loader.length });
  const kernels = model.parameters().filter((parameter) => parameter.ndim === 4);
  return { kind, model, kernels, optimiser, schedule, loader };
}

/** Trains both, epoch by epoch, and tells of every mark. Stops between two steps when asked. */
export async function race(
  settings: Settings,
  { report, signal }: TrainingControl<Report>,
  onTrained?: (kind: Kind, model: nn.Sequential) => void,
): Promise<Result> {
  const { train, test } = await loadPictures();
  const entrants = KINDS.map((kind) => enter(kind, settings, train));
  const steps = KINDS.length * EPOCHS * entrants[0]!.loader.length;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  let breath = start;
  let done = 0;
  const mark = (entrant: Entrant, epoch: number, norms: readonly number[]) => {
    const { kind, model } = entrant;
    const [onTrain, onTest] = [train, test].map((data) => 1 - measureAccuracy(model, data));
    const made = { epoch, train: onTrain!, test: onTest!, norms };
    report({ done, steps, seconds: elapsed(), mark: { kind, mark: made } });
  };
  for (const entrant of entrants) mark(entrant, 0, normsBefore(entrant, train));
  for (let epoch = 1; epoch <= EPOCHS; epoch++)
    for (const entrant of entrants) {
      const sums = entrant.kernels.map(() => 0);
      entrant.model.train();
      for (const { x, y } of entrant.loader) {
        step(entrant, x, y);
        normsOf(entrant.kernels).forEach((norm, i) => (sums[i]! += norm));
        entrant.schedule.step();
        done++;
        if (performance.now() - breath > BREATH) {
          report({ done, steps, seconds: elapsed() });
          await nextTask();
          breath = performance.now();
        }
        if (signal.aborted) return { seconds: (elapsed() / done) * steps, isFast: isFast() };
      }
      mark(
        entrant,
        epoch,
        sums.map((sum) => sum / entrant.loader.length),
      );
    }
  for (const { kind, model } of entrants) onTrained?.(kind, model);
  return { seconds: elapsed(), isFast: isFast() };
}

type Labels = Parameters<typeof crossEntropy>[1];

function step({ model, optimiser }: Pick<Entrant, 'model' | 'optimiser'>, x: Tensor, y: Labels) {
  const loss = crossEntropy(model.forward(x), y);
  optimiser.zeroGrad();
  loss.backward();
  optimiser.step();
}

/** Of the first batch of 128, without a step; the running means of batch normalisation are put back. */
function normsBefore({ model, kernels }: Entrant, train: Dataset): number[] {
  const state = model.stateDict();
  const { x, y } = { x: train.x.narrow(0, 0, 128), y: train.y.narrow(0, 0, 128) };
  model.zeroGrad();
  crossEntropy(model.forward(x), y).backward();
  const norms = normsOf(kernels);
  model.zeroGrad();
  model.loadStateDict(state);
  return norms;
}

const normsOf = (kernels: readonly Tensor[]): number[] =>
  kernels.map(({ grad }) => {
    let sum = 0;
    for (const value of grad!.data) sum += value * value;
    return Math.sqrt(sum);
  });

/** A few steps of each net on noise, and what all epochs would take at that pace. */
async function trial(depth: number, signal: AbortSignal): Promise<Result> {
  const x = randn(BATCH, 1, 8, 8);
  const y = tensor(Array.from({ length: BATCH }, (_, i) => i % 10));
  let secondsAStep = 0;
  for (const kind of KINDS) {
    const model = buildNet({ depth, isResidual: kind === 'residual' }, 1);
    const optimiser = new optim.SGD(model.parameters(), { learningRate: 0 });
    let start = 0;
    let timed = 0;
    for (let i = 0; i < 16 && !signal.aborted; i++) {
      if (i === 4) start = performance.now(); // the first ones warm up
      step({ model, optimiser }, x, y);
      await nextTask();
      if (i >= 4) timed++;
    }
    if (timed > 0) secondsAStep += (performance.now() - start) / 1000 / timed;
  }
  // An epoch has 45 steps, and measuring it on all digits costs about two fifths of that again.
  return { seconds: secondsAStep * EPOCHS * 45 * 1.4, isFast: isFast() };
}

const isFast = () => kernelMode() !== 'reference';
