// The training loop, with what a page wants of it: progress now and then, a way to stop, and pauses in which the page (or worker) can breathe.

import { noGrad } from '../autograd.ts';
import type { Dataset } from '../data/dataset.ts';
import { DataLoader } from '../data/loader.ts';
import { crossEntropy } from '../losses.ts';
import { accuracy } from '../metrics.ts';
import type { Module } from '../nn/module.ts';
import type { LambdaLR } from '../optimisers/schedules.ts';
import type { Optimiser } from '../optimisers/optimiser.ts';
import type { Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';

export interface FitOptions {
  readonly model: Module;
  readonly optimiser: Optimiser;
  readonly train: Dataset;
  /** Measured after every epoch. */
  readonly test?: Dataset;
  readonly epochs: number;
  readonly batchSize?: number;
  /** Sets the order of the batches; without it the common stream is used. */
  readonly seed?: number;
  readonly loss?: (output: Tensor, target: Tensor) => Tensor;
  /** Stepped once an epoch. */
  readonly schedule?: LambdaLR;
  readonly transform?: (x: Tensor, generator: Generator) => Tensor;
  /** Called after every epoch, and about ten times a second in between. */
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting it ends the training after the present batch. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  /** Epochs completed. */
  readonly epoch: number;
  readonly epochs: number;
  /** Batches done, of all there will be. */
  readonly step: number;
  readonly steps: number;
  /** Mean loss of the batches since the epoch began. */
  readonly loss: number;
  /** Milliseconds so far, and about as many as are left. */
  readonly elapsed: number;
  readonly remaining: number;
  /** At the end of an epoch: share of the test samples classified rightly. */
  readonly testAccuracy?: number;
}

const BREATH = 100; // milliseconds

/**
 * Trains and returns the progress at the end of each epoch.
 *
 * @example
 * const data = { x: tensor([[0], [1]]), y: tensor([0, 1]) };
 * const model = new nn.Linear(1, 2);
 * const optimiser = new optim.SGD(model.parameters(), { learningRate: 1 });
 * const history = await fit({ model, optimiser, train: data, test: data, epochs: 30, batchSize: 2 });
 * console.log(history.length, history[29].testAccuracy); // 30 1
 */
export async function fit(options: FitOptions): Promise<Progress[]> {
  const {
    model,
    optimiser,
    train,
    test,
    epochs,
    batchSize = 32,
    seed,
    loss = crossEntropy,
    schedule,
    transform,
    onProgress,
    signal,
  } = options;
  const loader = new DataLoader(train, { batchSize, seed, transform, shuffle: true });
  const steps = epochs * loader.length;
  const start = performance.now();
  let breath = start;
  const history: Progress[] = [];
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    model.train();
    let total = 0;
    let batches = 0;
    const progress = (done: number, testAccuracy?: number): Progress => {
      const elapsed = performance.now() - start;
      const remaining = step === 0 ? Infinity : (elapsed / step) * (steps - step);
      return {
        epoch: done,
        epochs,
        step,
        steps,
        loss: total / batches,
        elapsed,
        remaining,
        testAccuracy,
      };
    };
    for (const { x, y } of loader) {
      const error = loss(model.forward(x), y);
      optimiser.zeroGrad();
      error.backward();
      optimiser.step();
      total += error.item();
      batches++;
      step++;
      if (performance.now() - breath > BREATH) {
        onProgress?.(progress(epoch));
        await nextTask();
        breath = performance.now();
      }
      if (signal?.aborted) return history;
    }
    schedule?.step();
    history.push(
      progress(epoch + 1, test === undefined ? undefined : measureAccuracy(model, test)),
    );
    onProgress?.(history[epoch]);
    if (signal?.aborted) return history;
  }
  return history;
}

/** Share of samples that the model classifies rightly, in evaluation mode and in batches; the mode is put back. */
export function measureAccuracy(model: Module, data: Dataset, batchSize = 500): number {
  const wasTraining = model.isTraining;
  model.eval();
  let right = 0;
  let count = 0;
  noGrad(() => {
    for (const { x, y } of new DataLoader(data, { batchSize })) {
      right += accuracy(model.forward(x), y) * y.numel;
      count += y.numel;
    }
  });
  if (wasTraining) model.train();
  return right / count;
}

/** Lets waiting messages and events through. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
