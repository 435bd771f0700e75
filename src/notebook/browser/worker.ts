// The worker in which a reader's cells run. It has no network, no storage and no page: only a port to talk through.
import * as engine from '../../engine/index.ts';
import { checkGradient } from '../run/gradient.ts';
import { headLength } from '../run/compile.ts';
import { runProgram } from '../run/program.ts';
import { watchIntrinsics } from '../run/intrinsics.ts';
import { Notebook, type NotebookEvent, type NotebookHost } from '../run/notebook.ts';
import { makeScope, needsOf } from '../run/scope.ts';
import type { Katex } from '../display/formula.ts';
import { preparePlot } from '../dom/plot.ts';
import type { FromWorker, Supply, ToWorker } from './protocol.ts';

const BETWEEN_POSTS = 30;
const HEARTBEAT = 1000;

// Whatever could start another thread or be heard elsewhere is taken away before any cell runs.
for (const name of [
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'importScripts',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'indexedDB',
  'caches',
  'postMessage',
  'close',
])
  Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });

self.addEventListener('message', (event: MessageEvent) => serve(event.ports[0]), { once: true });

function serve(port: MessagePort): void {
  const { stringify, parse } = JSON;
  const send = port.postMessage.bind(port);
  const changes = watchIntrinsics();
  let notebook: Notebook | undefined;
  const pending = new Map<string, FromWorker>();
  let postedAt = 0;
  const now = performance.now.bind(performance);

  const flush = (): void => {
    postedAt = now();
    for (const message of pending.values()) send(stringify(message));
    pending.clear();
  };
  /** Outputs of one place replace each other until they are sent; all else goes at once, in order. */
  const post = (message: FromWorker): void => {
    if (message.type === 'output') {
      const place = `${message.cell} ${message.at}`;
      pending.delete(place);
      pending.set(place, message);
      if (now() - postedAt > BETWEEN_POSTS) flush();
      return;
    }
    flush();
    send(stringify(message));
    if (message.type === 'end' || message.type === 'fail') {
      const names = changes();
      if (names.length > 0) send(stringify({ type: 'tampered', cell: message.cell, names }));
    }
  };
  setInterval(() => (pending.size > 0 ? flush() : send('{"type":"alive"}')), HEARTBEAT);

  const setSource = (
    engine as { setDataSource?: (source: (name: string) => Promise<Uint8Array>) => void }
  ).setDataSource;
  let tickets = 0;
  const wanted = new Map<number, (supply: Supply) => void>();
  const want = (kind: 'data' | 'addon', name: string): Promise<Supply> =>
    new Promise((resolve, reject) => {
      const ticket = ++tickets;
      wanted.set(ticket, (supply) =>
        supply.error === undefined ? resolve(supply) : reject(new Error(supply.error)),
      );
      send(stringify({ type: 'want', ticket, kind, name }));
    });
  setSource?.(async (name: string) => (await want('data', name)).bytes!);

  const addons = new Map<string, Promise<unknown>>();
  const addon = <T>(name: string): Promise<T> => {
    if (!addons.has(name))
      addons.set(
        name,
        want('addon', name).then(({ code }) => runAddon(code!)),
      );
    return addons.get(name) as Promise<T>;
  };

  const breath = new MessageChannel();
  const breathers: (() => void)[] = [];
  breath.port1.onmessage = () => breathers.shift()?.();
  const breathe = (): Promise<void> =>
    new Promise((resolve) => {
      breathers.push(resolve);
      breath.port2.postMessage(0);
    });

  const open = ({ lesson, lang, cells, controls }: Extract<ToWorker, { type: 'open' }>): void => {
    const host: NotebookHost = {
      lang,
      post: (event: NotebookEvent) => post(event),
      load: async (name) =>
        name === 'downhill' ? (engine as unknown as Record<string, unknown>) : undefined,
      scope: async (cell, set, isSilent) => {
        const needs = needsOf(cell);
        const [plot, katex] = await Promise.all([
          needs.plot ? addon<Record<string, unknown>>('plot') : undefined,
          needs.katex ? addon<Katex>('katex') : undefined,
        ]);
        return makeScope(cell, set, {
          lang,
          output: (at, tree) => {
            if (!isSilent) post({ type: 'output', cell: cell.id, at, tree });
          },
          now,
          breathe,
          plot,
          katex,
          headLength: headLength([]),
        });
      },
      seed: async (seed) => engine.manualSeed(seed),
      now,
      breathe,
    };
    notebook = new Notebook(lesson, cells, host);
    for (const { cell, key, value } of controls) notebook.presetControl(cell, key, value);
    post({ type: 'stale', cells: notebook.stale() });
    post({ type: 'ready' });
  };

  port.onmessage = ({ data }: MessageEvent<string | Supply>) => {
    if (typeof data !== 'string') {
      wanted.get(data.ticket)?.(data);
      wanted.delete(data.ticket);
      return;
    }
    const message = parse(data) as ToWorker;
    switch (message.type) {
      case 'open':
        return open(message);
      case 'run':
        return void notebook?.run(message.cells);
      case 'code':
        notebook?.setCode(message.cell, message.code);
        return notebook && post({ type: 'stale', cells: notebook.stale() });
      case 'control':
        return void notebook?.setControl(message.cell, message.key, message.value);
      case 'release':
        return notebook?.releaseControls(message.cell);
      case 'gradient':
        return void (
          notebook &&
          checkGradient(notebook, message.cell, message.loss, engine).then((tree) =>
            post({ type: 'gradient', cell: message.cell, tree }),
          )
        );
      case 'program':
        return void runProgram(message.source, message.lang, engine).then((result) =>
          post({ type: 'program', result }),
        );
      case 'stop':
        return notebook?.stop();
    }
  };
}

/** An add-on is a classic script that leaves its module in a global. */
function runAddon(code: string): unknown {
  const scope = globalThis as { downhillAddon?: unknown };
  globalThis.eval(code);
  const module = scope.downhillAddon;
  delete scope.downhillAddon;
  return module && typeof module === 'object' && 'plot' in module ? preparePlot(module) : module;
}
