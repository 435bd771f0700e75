// Runs a reader's program in a fresh worker of the sandbox and ends it when its time is over.
import { type ProgramResult, readMessage, type ToWorker } from './protocol.ts';
import { type RunningWorker, startWorker } from './sandbox.ts';
import { supplyFor } from './supplies.ts';

let next: Promise<RunningWorker> | undefined;

/**
 * @param source TypeScript, the body of an async function; it may import from 'downhill'
 * @param options.timeLimit ms, counted from when the worker has started
 */
export async function runProgram(
  source: string,
  { timeLimit }: { readonly timeLimit: number },
): Promise<ProgramResult> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  let broke = (): void => undefined;
  const start = (): Promise<RunningWorker> => startWorker(base, () => broke());
  const worker = await (next ?? start());
  // The next program's worker warms up meanwhile.
  next = start();
  next.catch(() => (next = undefined));
  return new Promise((resolve) => {
    const finish = (result: ProgramResult): void => {
      clearTimeout(timer);
      worker.end();
      resolve(result);
    };
    const timer = setTimeout(() => finish({ ok: false, message: '', timedOut: true }), timeLimit);
    broke = () => finish({ ok: false, message: '' });
    worker.port.onmessage = ({ data }) => {
      const message = readMessage(data, new Set());
      if (message?.type === 'program') finish(message.result);
      if (message?.type === 'want')
        void supplyFor(message, base).then((supply) => worker.port.postMessage(supply));
    };
    worker.port.postMessage(JSON.stringify({ type: 'program', source, lang } satisfies ToWorker));
  });
}
