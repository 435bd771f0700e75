// The page's side of training: a worker that is started when first needed, its reports as signals.
import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { startTraining, type TrainingRun } from '../../../src/engine/train/worker.ts';
import { STEPS_AN_EPOCH, type Job, type Report, type Result, type TrainingJob } from './job.ts';
import type { NetChoice } from './net.ts';

export interface Training {
  readonly isRunning: ReadonlySignal<boolean>;
  readonly report: ReadonlySignal<Report | undefined>;
  /** Loss by step, of this run. */
  readonly curve: ReadonlySignal<readonly (readonly [step: number, loss: number])[]>;
  readonly problem: ReadonlySignal<string>;
  /** Seconds an epoch takes on this device; undefined until measured. */
  readonly secondsAnEpoch: ReadonlySignal<number | undefined>;
  readonly isSlow: ReadonlySignal<boolean>;
  start(job: Omit<TrainingJob, 'kind' | 'data'>): void;
  stop(): void;
  /** Times a few steps of a net of this size. */
  measure(choice: NetChoice): void;
}

/** @param onReport called with every report, inside a batch */
export function useTraining(onReport: (report: Report) => void): Training {
  const training = useMemo(() => create(onReport), []);
  useEffect(() => training.end, []);
  return training;
}

function create(onReport: (report: Report) => void) {
  const isRunning = signal(false);
  const report = signal<Report | undefined>(undefined);
  const curve = signal<readonly (readonly [number, number])[]>([]);
  const problem = signal('');
  const secondsAnEpoch = signal<number | undefined>(undefined);
  const isSlow = signal(false);
  let worker: Worker | undefined;
  let run: TrainingRun<Result> | undefined;
  const begin = (job: Job, onProgress?: (report: Report) => void) => {
    worker ??= new Worker(new URL('./cnn.worker.ts', import.meta.url), { type: 'module' });
    return startTraining<Job, Report, Result>(worker, job, onProgress ? { onProgress } : {});
  };
  const learn = ({ secondsAStep, isFast }: Result) => {
    secondsAnEpoch.value = secondsAStep * STEPS_AN_EPOCH;
    isSlow.value = !isFast;
  };
  return {
    isRunning,
    report,
    curve,
    problem,
    secondsAnEpoch,
    isSlow,
    start(job: Omit<TrainingJob, 'kind' | 'data'>) {
      batch(() => {
        isRunning.value = true;
        report.value = undefined;
        curve.value = [];
        problem.value = '';
      });
      const data = new URL(`${import.meta.env.BASE_URL}/data/`.replace('//', '/'), location.origin);
      const started = begin({ ...job, kind: 'train', data: data.href }, (next) =>
        batch(() => {
          report.value = next;
          if (Number.isFinite(next.loss)) curve.value = [...curve.value, [next.step, next.loss]];
          onReport(next);
        }),
      );
      run = started;
      const end = () => {
        if (run === started) isRunning.value = false;
      };
      started.result.then(
        (result) => {
          learn(result);
          end();
        },
        (error: unknown) => {
          problem.value = error instanceof Error ? error.message : String(error);
          end();
        },
      );
    },
    stop: () => run?.cancel(),
    measure(choice: NetChoice) {
      if (isRunning.value) return;
      secondsAnEpoch.value = undefined;
      begin({ kind: 'trial', ...choice }).result.then(learn, () => undefined);
    },
    end: () => worker?.terminate(),
  };
}
