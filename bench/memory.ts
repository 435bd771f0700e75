// Memory over 100,000 steps of a reader's loop (W1a), in a process of its own: the engine's heap, the garbage-collected heap after a
// collection, and what the operating system sees.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { out } from './bundle.ts';

export interface MemorySample {
  readonly steps: number;
  /** Mebibytes. */
  readonly engine: number;
  readonly collected: number;
  readonly resident: number;
}

export function memoryOverSteps(): MemorySample[] {
  const script = `
    const { make, workloads, heapBytes } = await import(${JSON.stringify(join(out, 'downhill.mjs'))});
    const { step, sync } = make(workloads.w1a);
    const samples = [];
    const mebi = (bytes) => bytes / 2 ** 20;
    for (let steps = 0; steps <= 100000; steps++) {
      if (steps % 20000 === 0) {
        gc();
        const { heapUsed, rss } = process.memoryUsage();
        samples.push({ steps, engine: mebi(heapBytes()), collected: mebi(heapUsed), resident: mebi(rss) });
      }
      step();
      sync();
    }
    console.log(JSON.stringify(samples));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    }),
  );
}
