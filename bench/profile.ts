// Where the time of a step goes: every kernel is wrapped in a stopwatch, what is left is JavaScript around the kernels.

import { useKernels } from '../src/engine/index.ts';
import { kernels, type Kernels } from '../src/engine/kernels/kernels.ts';
import { make } from './peers/downhill.ts';
import { mainWorkloads, workloads } from './workloads.ts';

export interface Share {
  readonly kernel: string;
  readonly share: number;
}

export type Profile = Record<string, Share[]>;

function watch(): Map<string, number> {
  const spent = new Map<string, number>();
  const table = kernels as unknown as Record<string, (...words: unknown[]) => unknown>;
  for (const name of Object.keys(kernels) as (keyof Kernels)[]) {
    const kernel = table[name];
    table[name] = (...words) => {
      const start = performance.now();
      const result = kernel(...words);
      const label = name.startsWith('unary') ? `${name} ${String(words[0])}` : name;
      spent.set(label, (spent.get(label) ?? 0) + performance.now() - start);
      return result;
    };
  }
  return spent;
}

export function profile(): Profile {
  useKernels('fast');
  const subjects = mainWorkloads.map((work) => [work, make(workloads[work])] as const);
  for (const [, { step }] of subjects) repeat(step, 500);
  const spent = watch();
  const profiles: Profile = {};
  for (const [work, { step, sync }] of subjects) {
    spent.clear();
    const start = performance.now();
    repeat(() => {
      step();
      sync();
    }, 2000);
    const total = performance.now() - start;
    const shares = [...spent]
      .map(([kernel, ms]) => ({ kernel, share: ms / total }))
      .sort((a, b) => b.share - a.share);
    const outside = 1 - shares.reduce((sum, { share }) => sum + share, 0);
    profiles[work] = [
      ...shares.filter(({ share }) => share >= 0.02),
      { kernel: 'JavaScript around the kernels', share: outside },
    ];
  }
  return profiles;
}

/** Calls `work` again and again for so many milliseconds. */
function repeat(work: () => void, milliseconds: number): void {
  const end = performance.now() + milliseconds;
  do work();
  while (performance.now() < end);
}
