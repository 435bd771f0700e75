// How long until a page can compute: loading the engine (which compiles its kernels) and the first step, each in a fresh process or page.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { out } from './bundle.ts';
import type { Host } from './in-chromium.ts';
import { median } from './measure.ts';

export interface StartUp {
  readonly host: string;
  readonly work: string;
  /** Milliseconds, medians over fresh starts. */
  readonly load: number;
  readonly first: number;
  readonly second: number;
  readonly hundredth: number;
}

const probe = (load: string, init: string, work: string) => `
  const start = performance.now();
  const peer = ${load};
  const workloads = ${init};
  const loaded = performance.now();
  const subject = peer.make(workloads['${work}']);
  const times = [];
  for (let i = 0; i < 100; i++) {
    const t = performance.now();
    subject.step();
    subject.sync();
    times.push(performance.now() - t);
  }
  return [loaded - start, times[0], times[1], times[99]];`;

const summary = (host: string, work: string, runs: number[][]): StartUp => {
  const [load, first, second, hundredth] = [0, 1, 2, 3].map((i) =>
    median(runs.map((run) => run[i])),
  );
  return { host, work, load, first, second, hundredth };
};

const works = ['w1a', 'w2', 'w3'];

export function startUpInNode(): StartUp[] {
  const file = JSON.stringify(join(out, 'downhill.mjs'));
  return works.map((work) => {
    const body = probe(`await import(${file})`, 'peer.workloads', work);
    const script = `console.log(JSON.stringify(await (async () => {${body}})()))`;
    const once = () =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
      );
    return summary('Node', work, Array.from({ length: 7 }, once));
  });
}

export async function startUpInChromium(host: Host): Promise<StartUp[]> {
  const results: StartUp[] = [];
  for (const work of works) {
    const runs: number[][] = [];
    for (let i = 0; i < 5; i++)
      runs.push(
        await host.fresh('downhill', (url) =>
          probe(`(await import('${url}'), globalThis.peer)`, 'globalThis.workloads', work),
        ),
      );
    results.push(summary('Chromium', work, runs));
  }
  return results;
}
