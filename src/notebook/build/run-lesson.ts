// Runs a lesson's cells when the site is built, once for each state of all that goes into them.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keptOrMade } from '../../keep-file.ts';
import type { CellResult, CellSource, Lang } from '../types.ts';
import type { Job, JobResult } from './run-in-node.ts';
import { hashOfSources, hashOf } from './source-hash.ts';

export interface LessonPlace {
  readonly lesson: string;
  readonly lang: string;
  readonly root: string;
}

/** A cell that is silent for so long at build is taken to be stuck. */
const PATIENCE_MS = 300_000;

/**
 * The results of all cells, in order. Throws when a cell fails, with one sentence that names lesson, cell, file and line.
 */
export async function runLessonAtBuild(
  cells: readonly CellSource[],
  { lesson, lang, root }: LessonPlace,
): Promise<CellResult[]> {
  const job: Job = {
    cells: cells.map(({ id, code }) => ({ id, code })),
    lesson,
    lang: lang as Lang,
    root,
  };
  const sources = await hashOfSources(root);
  const key = hashOf(JSON.stringify([sources, job.lesson, job.lang, job.cells]));
  const folder = 'node_modules/.cache/downhill/cells';
  return keptOrMade(join(root, folder, `${lesson}-${lang}-${key}`), key, async () => {
    const { results, failures } = await runInThread(job, sources, cells);
    const [first] = [...failures].sort(
      (a, b) => Number(a.failure.kind === 'waiting') - Number(b.failure.kind === 'waiting'),
    );
    if (first) throw new Error(describe(first, cells, lesson));
    return [...results];
  });
}

function describe(
  { id, failure }: JobResult['failures'][number],
  cells: readonly CellSource[],
  lesson: string,
): string {
  const cell = cells.find((one) => one.id === id)!;
  const line = cell.line + (failure.line ?? 1) - 1;
  const mend = failure.mend ? ` (${failure.mend})` : '';
  return `Lesson “${lesson}”, cell “${id}”, ${cell.file}:${line}: ${failure.message}${mend}`;
}

let thread: { worker: Worker; sources: string } | undefined;
let queue: Promise<unknown> = Promise.resolve();
let tickets = 0;

/** One thread serves all lessons, one after the other; a changed source gets a fresh thread. */
function runInThread(job: Job, sources: string, cells: readonly CellSource[]): Promise<JobResult> {
  const mine = queue.then(() => {
    if (thread && thread.sources !== sources) {
      void thread.worker.terminate();
      thread = undefined;
    }
    thread ??= { worker: new Worker(join(job.root, 'src/notebook/build/worker.ts')), sources };
    const { worker } = thread;
    worker.unref();
    return converse(worker, job, cells);
  });
  queue = mine.catch(() => undefined);
  return mine;
}

function converse(worker: Worker, job: Job, cells: readonly CellSource[]): Promise<JobResult> {
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    let running = '';
    const giveUp = (message: string): void => {
      thread = undefined;
      void worker.terminate();
      const cell = cells.find((one) => one.id === running) ?? cells[0];
      reject(
        new Error(
          `Lesson “${job.lesson}”, cell “${cell.id}”, ${cell.file}:${cell.line}: ${message}`,
        ),
      );
    };
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => giveUp(`no result after ${PATIENCE_MS / 1000} s; does a loop never end?`),
        PATIENCE_MS,
      );
    };
    const finish = (): void => {
      clearTimeout(timer);
      worker.off('message', listen);
      worker.off('error', fail);
    };
    const fail = (error: unknown): void => {
      finish();
      giveUp(error instanceof Error ? error.message : String(error));
    };
    const listen = (message: {
      ticket: number;
      started?: string;
      result?: JobResult;
      broke?: string;
    }): void => {
      if (message.ticket !== ticket) return;
      if (message.started !== undefined) {
        running = message.started;
        wait();
        return;
      }
      finish();
      if (message.result) resolve(message.result);
      else giveUp(message.broke ?? 'the cell runner broke');
    };
    wait();
    worker.on('message', listen);
    worker.on('error', fail);
    worker.postMessage({ job, ticket });
  });
}
