// The page's side of the experiment: results at hand, the reader's own runs, and the worker that makes them.
import { batch, signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { startTraining, type Port, type TrainingRun } from '../../../src/engine/train/worker.ts';
import { unpackMarks } from './packed.ts';
import { packedMarks } from './race.generated.ts';
import {
  EPOCHS,
  firstSettings,
  keyOf,
  type Job,
  type Marks,
  type Report,
  type Result,
  type Run,
  type Settings,
} from './race-job.ts';

/** How far a run is. */
export interface Progress {
  readonly share: number;
  /** About how many seconds are left. */
  readonly left: number;
}

export interface Race {
  /** The run in progress, while there is one. */
  readonly present: ReadonlySignal<Run | undefined>;
  readonly progress: ReadonlySignal<Progress | undefined>;
  readonly problem: ReadonlySignal<string>;
  /** What a run of the depth last measured takes here. */
  readonly cost: ReadonlySignal<{ readonly depth: number; readonly seconds: number } | undefined>;
  readonly isSlow: ReadonlySignal<boolean>;
  /** What is known of these settings: the run in progress, a run of the reader's, or one that came with the page. */
  find(settings: Settings): { readonly run: Run; readonly isOwn: boolean } | undefined;
  start(settings: Settings): void;
  stop(): void;
  /** Times a few steps of nets of this depth. */
  measure(depth: number): void;
  forget(): void;
}

export function useRace(): Race {
  const race = useMemo(create, []);
  useEffect(() => race.end, []);
  return race;
}

const emptyMarks: Marks = { plain: [], residual: [] };

function create() {
  const present = signal<Run | undefined>(undefined);
  const own = signal<Readonly<Record<string, Run>>>({});
  const progress = signal<Progress | undefined>(undefined);
  const problem = signal('');
  const cost = signal<{ depth: number; seconds: number } | undefined>(undefined);
  const isSlow = signal(false);
  const shipped = new Map<number, Run>();
  let worker: Worker | undefined;
  let current: TrainingRun<Result> | undefined;
  let trial: TrainingRun<Result> | undefined;

  const begin = (job: Job, onProgress?: (report: Report) => void) => {
    worker ??= new Worker(new URL('./race.worker.ts', import.meta.url), { type: 'module' });
    return startTraining<Job, Report, Result>(
      worker as unknown as Port,
      job,
      onProgress ? { onProgress } : {},
    );
  };
  const follow = ({ done, steps, seconds, mark }: Report) =>
    batch(() => {
      progress.value = {
        share: done / steps,
        left: done ? (seconds / done) * (steps - done) : NaN,
      };
      const run = present.peek();
      if (!mark || !run) return;
      const { kind } = mark;
      const marks = { ...run.marks, [kind]: [...run.marks[kind], mark.mark] };
      present.value = { ...run, marks };
    });
  const settle = () =>
    batch(() => {
      const run = present.peek();
      // A run that was stopped is kept as far as it came.
      if (run && run.marks.residual.length > 1)
        own.value = { ...own.peek(), [keyOf(run.settings)]: run };
      present.value = undefined;
      progress.value = undefined;
      current = undefined;
    });
  return {
    present,
    progress,
    problem,
    cost,
    isSlow,
    find(settings: Settings) {
      const key = keyOf(settings);
      const running = present.value;
      if (running && keyOf(running.settings) === key) return { run: running, isOwn: true };
      const kept = own.value[key];
      if (kept) return { run: kept, isOwn: true };
      const { depth, learningRate, seed } = settings;
      if (learningRate !== firstSettings.learningRate || seed !== firstSettings.seed)
        return undefined;
      let run = shipped.get(depth);
      if (!run) {
        run = { settings, marks: unpackMarks(packedMarks[depth]!, depth) };
        shipped.set(depth, run);
      }
      return { run, isOwn: false };
    },
    start(settings: Settings) {
      if (current) return;
      batch(() => {
        problem.value = '';
        present.value = { settings, marks: emptyMarks };
        progress.value = { share: 0, left: NaN };
      });
      const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href);
      const started = begin({ type: 'race', data: `${base.href}data/`, ...settings }, follow);
      current = started;
      started.result.then(
        ({ seconds, isFast }) => {
          if (current !== started) return;
          cost.value = { depth: settings.depth, seconds };
          isSlow.value = !isFast;
          settle();
        },
        (error: unknown) => {
          if (current !== started) return;
          problem.value = error instanceof Error ? error.message : String(error);
          settle();
        },
      );
    },
    stop: () => current?.cancel(),
    measure(depth: number) {
      if (current) return;
      const started = begin({ type: 'trial', depth });
      trial = started;
      started.result.then(
        ({ seconds, isFast }) => {
          if (trial !== started || !(seconds > 0)) return;
          cost.value = { depth, seconds };
          isSlow.value = !isFast;
        },
        (error: unknown) => {
          problem.value = error instanceof Error ? error.message : String(error);
        },
      );
    },
    forget() {
      current?.cancel();
      own.value = {};
    },
    end: () => worker?.terminate(),
  };
}

/** Have all epochs been run? */
export const isWhole = ({ marks }: Run): boolean => marks.residual.length === EPOCHS + 1;
