// The page's side of training: a worker that is started when first needed, its reports as signals.
import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { startTraining, type TrainingRun } from '../../../src/engine/train/worker.ts';
import {
  STEPS_AN_EPOCH,
  testAccuracy,
  type Job,
  type Report,
  type Result,
  type TrainingJob,
} from './job.ts';
import type { NetChoice } from './net.ts';

type Order = Omit<TrainingJob, 'kind' | 'data'>;

/** What was measured after a step. */
export interface Measured {
  readonly step: number;
  /** Mean loss and share of hits on the training pictures since the point before. */
  readonly loss: number;
  readonly hits: number;
  /** Share of the test pictures that are right, at the end of an epoch. */
  readonly test?: number;
}

export interface Training {
  readonly isRunning: ReadonlySignal<boolean>;
  readonly report: ReadonlySignal<Report | undefined>;
  /** The present run from its start, over stops. */
  readonly curve: ReadonlySignal<readonly Measured[]>;
  /** Seconds that the present run still takes. */
  readonly secondsLeft: ReadonlySignal<number | undefined>;
  /** What went wrong; `diverged` when the loss became no number. */
  readonly problem: ReadonlySignal<string>;
  /** Seconds an epoch of the measured net takes on this device; undefined until known. */
  readonly secondsAnEpoch: ReadonlySignal<number | undefined>;
  readonly isSlow: ReadonlySignal<boolean>;
  /** The run was stopped before its end and can go on. */
  readonly isPaused: ReadonlySignal<boolean>;
  start(order: Order): void;
  stop(): void;
  resume(): void;
  /** Stops and forgets the run. */
  clear(): void;
  /** Times a few steps of a net of this size, unless that is known. */
  measure(net: NetChoice): void;
}

/** @param onReport called with every report, inside a batch */
export function useTraining(onReport: (report: Report, net: NetChoice) => void): Training {
  const training = useMemo(() => create(onReport), []);
  useEffect(() => training.end, []);
  return training;
}

function create(onReport: (report: Report, net: NetChoice) => void) {
  const isRunning = signal(false);
  const report = signal<Report | undefined>(undefined);
  const curve = signal<readonly Measured[]>([]);
  const secondsLeft = signal<number | undefined>(undefined);
  const problem = signal('');
  const secondsAnEpoch = signal<number | undefined>(undefined);
  const isSlow = signal(false);
  const isPaused = signal(false);
  let worker: Worker | undefined;
  let run: TrainingRun<Result> | undefined;
  let order: Order | undefined;
  let measured = '';
  const begin = (job: Job, onProgress?: (report: Report) => void) => {
    worker ??= new Worker(new URL('./cnn.worker.ts', import.meta.url), { type: 'module' });
    return startTraining<Job, Report, Result>(worker, job, onProgress ? { onProgress } : {});
  };
  const send = (job: Order) => {
    order = job;
    const from = job.from ?? 0;
    batch(() => {
      isRunning.value = true;
      isPaused.value = false;
      secondsLeft.value = undefined;
      problem.value = '';
    });
    const data = new URL(`${import.meta.env.BASE_URL}/data/`.replace('//', '/'), location.origin);
    const started = begin({ ...job, kind: 'train', data: data.href }, (next) => {
      if (run !== started) return;
      const { step, steps, loss, hits, seconds, predictions } = next;
      batch(() => {
        report.value = next;
        secondsLeft.value = (seconds / Math.max(1, step - from)) * (steps - step);
        if (Number.isFinite(loss)) {
          const test = predictions && { test: testAccuracy(predictions) };
          curve.value = [...curve.value, { step, loss, hits, ...test }];
        }
        onReport(next, job.net);
      });
    });
    run = started;
    const end = (trouble: string) => {
      if (run !== started) return;
      const reached = report.value;
      batch(() => {
        isRunning.value = false;
        problem.value = trouble;
        isPaused.value = !trouble && !!reached && reached.step < reached.steps;
      });
    };
    started.result.then(
      ({ kind }) => end(kind === 'diverged' ? kind : ''),
      (error: unknown) => end(error instanceof Error ? error.message : String(error)),
    );
  };
  return {
    isRunning,
    report,
    curve,
    secondsLeft,
    problem,
    secondsAnEpoch,
    isSlow,
    isPaused,
    start(job: Order) {
      batch(() => {
        report.value = undefined;
        curve.value = [];
      });
      send(job);
    },
    stop: () => run?.cancel(),
    resume() {
      const reached = report.peek();
      if (order && reached) send({ ...order, weights: reached.weights, from: reached.step });
    },
    clear() {
      run?.cancel();
      run = undefined;
      batch(() => {
        isRunning.value = false;
        isPaused.value = false;
        report.value = undefined;
        curve.value = [];
        problem.value = '';
      });
    },
    measure(net: NetChoice) {
      const key = JSON.stringify(net);
      if (isRunning.peek() || measured === key) return;
      measured = key;
      secondsAnEpoch.value = undefined;
      begin({ kind: 'trial', net }).result.then(
        ({ secondsAStep, isFast }) => {
          if (measured !== key) return;
          secondsAnEpoch.value = secondsAStep * STEPS_AN_EPOCH;
          isSlow.value = !isFast;
        },
        () => undefined,
      );
    },
    end: () => worker?.terminate(),
  };
}
