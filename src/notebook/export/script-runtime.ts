// What a downloaded script runs on: the engine and the notebook's own display, printing text instead of drawing.
import * as engine from '../../engine/index.ts';
import type { Tree } from '../tree.ts';
import { TinyDocument } from '../dom/document.ts';
import type { Katex } from '../display/formula.ts';
import { seedOf, type CellScope } from '../run/notebook.ts';
import { sameMath } from '../run/same-math.ts';
import { makeScope } from '../run/scope.ts';
import type { Lang, Scalar } from '../types.ts';
import { treeText } from './tree-text.ts';

interface Start {
  readonly lesson: string;
  readonly lang: Lang;
  /** Where data sets are fetched from. */
  readonly data: string;
  print(line: string): void;
}

export interface Runtime {
  readonly downhill: typeof engine;
  /** Begins a cell: seeds chance as the page does, and prints what the cell before has shown. */
  cell(id: string, views?: readonly string[], controls?: Readonly<Record<string, Scalar>>): void;
  /** Prints what the last cell has shown. */
  finish(): void;
  readonly [name: string]: unknown;
}

/** A figure stays what it is on the page; here it is only named. */
const figure = (): unknown => new TinyDocument().createElementNS(null, 'svg');

const plot: Record<string, unknown> = new Proxy(
  {},
  { get: (_, name) => () => (name === 'plot' || name === 'legend' ? figure() : { plot: figure }) },
);

const katex: Katex = {
  renderToString: (source) =>
    `<annotation>${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</annotation>`,
};

export function start({ lesson, lang, data, print }: Start): Runtime {
  let scope: CellScope | undefined;
  let outputs: Tree[] = [];
  engine.setDataSource(
    async (name: string) => new Uint8Array(await (await fetch(data + name)).arrayBuffer()),
  );

  const finish = (): void => {
    for (const tree of outputs) {
      const line = treeText(tree);
      if (line !== '') print(line);
    }
    outputs = [];
  };
  const cell: Runtime['cell'] = (id, views = [], controls = {}) => {
    finish();
    engine.manualSeed(seedOf(lesson, id));
    const names = views.map((name) => ({ name, usedHere: false }));
    const parsed = {
      id,
      js: '',
      defines: [],
      free: [],
      assigns: [],
      imports: [],
      declarations: [],
      views: names,
    };
    scope = makeScope(parsed, new Map(Object.entries(controls)), {
      lang,
      output: (at, tree) => void (outputs[at] = tree),
      now: () => performance.now(),
      breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
      plot,
      katex,
    });
  };
  cell('start');
  const present = (name: string): unknown => scope!.names[name];
  const delegates: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(scope!.names)) {
    if (typeof value === 'function')
      delegates[name] = (...inputs: unknown[]) =>
        (present(name) as (...all: unknown[]) => unknown)(...inputs);
  }
  const log =
    (kind: string) =>
    (...inputs: unknown[]) =>
      (present('console') as Record<string, (...all: unknown[]) => void>)[kind](...inputs);
  const console = Object.fromEntries(
    ['log', 'info', 'debug', 'warn', 'error', 'table', 'assert'].map((kind) => [kind, log(kind)]),
  );
  return { ...delegates, console, Math: sameMath, Plot: plot, downhill: engine, cell, finish };
}

(globalThis as { downhillRuntime?: unknown }).downhillRuntime = { start };
