// The training itself, free of workers: from the first chunk of pictures on, with reports a few times a second.
import {
  accuracy,
  crossEntropy,
  DataLoader,
  kernelMode,
  loadFashionTest,
  noGrad,
  optim,
  randn,
  streamFashion,
  type Classes,
  type nn,
} from '../../../src/engine/index.ts';
import { nextTask } from '../../../src/engine/train/fit.ts';
import type { TrainingControl } from '../../../src/engine/train/worker.ts';
import {
  BATCH,
  STEPS_AN_EPOCH,
  TEST_PICTURES,
  type Job,
  type Report,
  type Result,
  type TrainingJob,
} from './job.ts';
import { buildNet, packNet, unpackNet } from './net.ts';

const REPORT_EVERY = 250; // milliseconds
const LONGEST_TRIAL = 1500;

export async function work(job: Job, control: TrainingControl<Report>): Promise<Result> {
  return job.kind === 'trial' ? trial(job) : train(job, control);
}

/** Times steps on noise: what a step costs on this device, its part of the tests included. */
async function trial({ net }: Job): Promise<Result> {
  const model = buildNet(net);
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0 });
  const x = randn(BATCH, 1, 28, 28);
  const labels = Array.from({ length: BATCH }, (_, i) => i % 10);
  const times: number[] = [];
  const begin = performance.now();
  for (let i = 0; i < 12 && (i < 3 || performance.now() - begin < LONGEST_TRIAL); i++) {
    const start = performance.now();
    step(model, optimiser, x, labels);
    times.push(performance.now() - start);
    await nextTask();
  }
  const usual = median(times.slice(Math.min(4, times.length - 2))); // the first ones warm up
  const lookTimes = [0, 1, 2].map(() => {
    const start = performance.now();
    noGrad(() => model.forward(x));
    return performance.now() - start;
  });
  // An epoch ends with the test pictures, which only go forward.
  const testing = (median(lookTimes) * (TEST_PICTURES / BATCH)) / STEPS_AN_EPOCH;
  return { kind: 'tried', secondsAStep: (usual + testing) / 1000, isFast: isFast() };
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;

async function train(
  job: TrainingJob,
  { report, signal }: TrainingControl<Report>,
): Promise<Result> {
  const model = job.weights ? unpackNet(job.weights).net : buildNet(job.net, job.seed);
  const optimiser = new optim.SGD(model.parameters(), {
    learningRate: job.learningRate,
    momentum: 0.9,
  });
  const testing = loadFashionTest();
  testing.catch(() => undefined); // reported when it is needed
  const steps = job.epochs * STEPS_AN_EPOCH;
  const meter = { loss: 0, hits: 0, batches: 0 };
  const start = performance.now();
  let last = start;
  const from = job.from ?? 0;
  let done = from;
  const mean = { loss: NaN, hits: NaN };
  const tell = (predictions?: Uint8Array) => {
    if (meter.batches > 0) {
      mean.loss = meter.loss / meter.batches;
      mean.hits = meter.hits / meter.batches;
    }
    report({
      step: done,
      steps,
      ...mean,
      seconds: (performance.now() - start) / 1000,
      weights: packNet(model, job.net),
      ...(predictions && { predictions }),
    });
    Object.assign(meter, { loss: 0, hits: 0, batches: 0 });
  };
  const end = (kind: 'trained' | 'diverged'): Result => ({
    kind,
    secondsAStep: (performance.now() - start) / 1000 / Math.max(1, done - from),
    isFast: isFast(),
  });
  const first = Math.floor(from / STEPS_AN_EPOCH);
  for (let epoch = first; epoch < job.epochs && !signal.aborted; epoch++) {
    let skip = epoch === first ? from % STEPS_AN_EPOCH : 0;
    for await (const batch of batches(epoch, job.seed)) {
      if (skip-- > 0) continue;
      optimiser.learningRate = cosine(job.learningRate, done / steps);
      const logits = step(model, optimiser, batch.x, batch.y, meter);
      meter.hits += accuracy(logits, batch.y);
      meter.batches++;
      done++;
      if (!Number.isFinite(meter.loss)) return end('diverged');
      if (performance.now() - last > REPORT_EVERY) {
        tell();
        await nextTask();
        last = performance.now();
      }
      if (signal.aborted) break;
    }
    tell(signal.aborted ? undefined : predict(model, await testing));
    await nextTask();
    last = performance.now();
  }
  return end('trained');
}

/** The rate falls along half a cosine to 0 at the end of the run, so that the last steps settle. */
const cosine = (rate: number, share: number) => (rate * (1 + Math.cos(Math.PI * share))) / 2;

/** In the first epoch the pictures are taken file by file, as they arrive; later ones are shuffled as a whole. */
async function* batches(epoch: number, seed: number) {
  let used = 0;
  let all: Classes | undefined;
  for await (const sofar of streamFashion()) {
    all = sofar;
    if (epoch > 0) continue;
    const fresh = sofar.x.shape[0]! - used;
    const part = { x: sofar.x.narrow(0, used, fresh), y: sofar.y.narrow(0, used, fresh) };
    yield* new DataLoader(part, { batchSize: BATCH, shuffle: true, seed: seed + used });
    used += fresh;
  }
  if (epoch > 0 && all)
    yield* new DataLoader(all, { batchSize: BATCH, shuffle: true, seed: seed + epoch });
}

type Labels = Parameters<typeof crossEntropy>[1];
type Images = Parameters<nn.Sequential['forward']>[0];

function step(
  model: nn.Sequential,
  optimiser: optim.SGD,
  x: Images,
  y: Labels,
  meter = { loss: 0 },
): Images {
  const logits = model.forward(x);
  const loss = crossEntropy(logits, y);
  optimiser.zeroGrad();
  loss.backward();
  optimiser.step();
  meter.loss += loss.item();
  return logits;
}

/** The class that each test picture gets. */
export function predict(model: nn.Sequential, test: Classes): Uint8Array {
  const given = new Uint8Array(test.x.shape[0]!);
  noGrad(() => {
    let at = 0;
    for (const { x } of new DataLoader(test, { batchSize: 250 })) {
      given.set(Uint8Array.from(model.forward(x).argmax(1).data), at);
      at += x.shape[0]!;
    }
  });
  return given;
}

/** Do the compiled kernels run, or their slower twins in plain JavaScript? */
function isFast(): boolean {
  return kernelMode() !== 'reference';
}
