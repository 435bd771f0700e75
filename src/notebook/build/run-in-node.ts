// Runs the cells of a lesson in Node with the very runner that the page uses. Runs inside a worker thread of the build.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preparePlot } from '../dom/plot.ts';
import type { Katex } from '../display/formula.ts';
import { headLength } from '../run/compile.ts';
import { Notebook, type NotebookHost } from '../run/notebook.ts';
import { makeScope, needsOf } from '../run/scope.ts';
import type { Tree } from '../tree.ts';
import type { CellFailure, CellResult, CellSource, Lang } from '../types.ts';

export interface Job {
  readonly cells: readonly Pick<CellSource, 'id' | 'code'>[];
  readonly lesson: string;
  readonly lang: Lang;
  readonly root: string;
}

export interface JobResult {
  readonly results: readonly CellResult[];
  readonly failures: readonly { readonly id: string; readonly failure: CellFailure }[];
}

interface Engine extends Record<string, unknown> {
  manualSeed(seed: number): void;
  setDataSource?(source: (name: string) => Promise<Uint8Array>): void;
}

let engine: Promise<Engine> | undefined;
let plot: Promise<Record<string, unknown>> | undefined;
let katex: Promise<Katex> | undefined;

async function loadEngine(root: string): Promise<Engine> {
  const module = (await import(pathToFileURL(join(root, 'src/engine/index.ts')).href)) as Engine;
  module.setDataSource?.(
    async (name) => new Uint8Array(await readFile(join(root, 'public/data', name))),
  );
  return module;
}

/** @param onStart is told which cell runs, so that a stuck one can be named */
export async function runInNode(
  { cells, lesson, lang, root }: Job,
  onStart: (id: string) => void,
): Promise<JobResult> {
  const results = new Map<string, CellResult>();
  const outputs = new Map<string, Tree[]>();
  const failures: { id: string; failure: CellFailure }[] = [];
  const host: NotebookHost = {
    lang,
    post: (event) => {
      if (event.type === 'start') {
        outputs.set(event.cell, []);
        onStart(event.cell);
      } else if (event.type === 'output') outputs.get(event.cell)![event.at] = event.tree;
      else if (event.type === 'fail') failures.push({ id: event.cell, failure: event.failure });
      else if (event.type === 'end') {
        const { cell: id, ms, defines, uses, values, touches, loss } = event;
        results.set(id, {
          id,
          outputs: [],
          ms,
          defines,
          uses,
          values,
          touches,
          ...(loss === undefined ? {} : { loss }),
        });
      }
    },
    load: async (name) => (name === 'downhill' ? (engine ??= loadEngine(root)) : undefined),
    scope: async (cell, controls) => {
      const needs = needsOf(cell);
      if (needs.plot) plot ??= import('@observablehq/plot').then(preparePlot);
      if (needs.katex) katex ??= import('katex').then((module) => module.default as Katex);
      return makeScope(cell, controls, {
        lang,
        output: (at, tree) => host.post({ type: 'output', cell: cell.id, at, tree }),
        now: () => performance.now(),
        breathe: async () => undefined,
        plot: needs.plot ? await plot : undefined,
        katex: needs.katex ? await katex : undefined,
        headLength: headLength([]),
      });
    },
    seed: async (seed) => (await (engine ??= loadEngine(root))).manualSeed(seed),
    now: () => performance.now(),
    breathe: async () => undefined,
  };
  const notebook = new Notebook(lesson, cells, host);
  await notebook.run();
  return {
    results: cells.flatMap(({ id }) => {
      const result = results.get(id);
      return result
        ? [{ ...result, outputs: outputs.get(id)!.filter((tree) => tree !== undefined) }]
        : [];
    }),
    failures,
  };
}
