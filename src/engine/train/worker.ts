// Training away from the page: a worker trains, the page hears of its progress, may cancel it and receives weights, whose bytes are handed over, not copied.
//
// In the worker:  serveTraining(self, async (job, { report, signal }) => { … fit({ …, signal, onProgress: report }) …; return packWeights(model); });
// On the page:    const run = startTraining(worker, job, { onProgress }); run.cancel(); unpackWeights(model, await run.result);

import type { Module } from '../nn/module.ts';
import { loadSafetensors, saveSafetensors } from '../safetensors.ts';

/** One end of a worker: the page's Worker, the worker's `self`, or a MessagePort. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

type ToWorker =
  | { readonly type: 'start'; readonly run: number; readonly job: unknown }
  | { readonly type: 'cancel'; readonly run: number };

type FromWorker =
  | { readonly type: 'progress'; readonly run: number; readonly progress: unknown }
  | { readonly type: 'done'; readonly run: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly run: number; readonly message: string };

export interface TrainingControl<ProgressReport> {
  /** Tells the page how far it is; array buffers in `transfer` are handed over. */
  readonly report: (progress: ProgressReport, transfer?: ArrayBuffer[]) => void;
  /** Aborted when the page cancels. */
  readonly signal: AbortSignal;
}

/** In the worker: answers every job with what `train` makes of it. A new job cancels the one before. Returns how to stop serving. */
export function serveTraining<Job, ProgressReport, Result>(
  port: Port,
  train: (job: Job, control: TrainingControl<ProgressReport>) => Promise<Result>,
): () => void {
  let current: { run: number; controller: AbortController } | null = null;
  const listen = ({ data }: { data: unknown }): void => {
    const message = data as ToWorker;
    if (message.type === 'cancel') {
      if (current?.run === message.run) current.controller.abort();
      return;
    }
    if (message.type !== 'start') return;
    current?.controller.abort();
    const { run } = message;
    const controller = new AbortController();
    current = { run, controller };
    const send = (reply: FromWorker, transfer: ArrayBuffer[] = []) =>
      port.postMessage(reply, transfer);
    const report = (progress: ProgressReport, transfer: ArrayBuffer[] = []) =>
      send({ type: 'progress', run, progress }, transfer);
    train(message.job as Job, { report, signal: controller.signal }).then(
      (result) =>
        send(
          { type: 'done', run, result },
          result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [],
        ),
      (error: unknown) =>
        send({
          type: 'failed',
          run,
          message: error instanceof Error ? error.message : String(error),
        }),
    );
  };
  port.addEventListener('message', listen);
  return () => port.removeEventListener('message', listen);
}

export interface TrainingRun<Result> {
  /** What `train` returned in the worker; rejected with its message when it failed. */
  readonly result: Promise<Result>;
  /** Asks the worker to stop; `result` then holds what it has so far. */
  readonly cancel: () => void;
}

let runs = 0;

/** On the page: sends the job to the worker. */
export function startTraining<Job, ProgressReport, Result>(
  worker: Port,
  job: Job,
  {
    onProgress,
    transfer = [],
  }: { onProgress?: (progress: ProgressReport) => void; transfer?: ArrayBuffer[] } = {},
): TrainingRun<Result> {
  const run = ++runs;
  const result = new Promise<Result>((resolve, reject) => {
    const listen = ({ data }: { data: unknown }): void => {
      const message = data as FromWorker;
      if (message.run !== run) return;
      if (message.type === 'progress') return onProgress?.(message.progress as ProgressReport);
      worker.removeEventListener('message', listen);
      if (message.type === 'done') resolve(message.result as Result);
      else reject(new Error(message.message));
    };
    worker.addEventListener('message', listen);
  });
  worker.postMessage({ type: 'start', run, job } satisfies ToWorker, transfer);
  return {
    result,
    cancel: () => worker.postMessage({ type: 'cancel', run } satisfies ToWorker, []),
  };
}

/** All parameters and buffers of a model in one block of bytes, to be handed over. */
export function packWeights(model: Module): Uint8Array<ArrayBuffer> {
  return saveSafetensors(model.stateDict());
}

/** Puts packed weights into a model of the same layers. */
export function unpackWeights(model: Module, bytes: Uint8Array): void {
  model.loadStateDict(loadSafetensors(bytes));
}
