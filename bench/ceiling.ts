// How close the matrix product comes to what the instructions can give: the register-resident loop of ceiling.as.ts, and products of
// several sizes, interleaved; GFLOP/s of the least time of each, which other work on the machine disturbs least.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { useKernels } from '../src/engine/index.ts';
import { kernels } from '../src/engine/kernels/kernels.ts';
import { allocate, heap } from '../src/engine/kernels/memory.ts';
import { folder, out } from './bundle.ts';

export interface Ceiling {
  readonly mode: string;
  readonly ceiling: number;
  /** GFLOP/s by side of the matrices. */
  readonly products: Record<number, number>;
}

const sides = [64, 128, 256, 512];
const TURNS = 100_000;

async function peakLoop(mode: string): Promise<() => void> {
  const file = join(out, `ceiling-${mode}.wasm`);
  const extra = mode === 'fast' ? ['--enable', 'relaxed-simd'] : [];
  const words = [
    'bench/ceiling.as.ts',
    '-o',
    file,
    '--baseDir',
    join(folder, '..'),
    '-O3',
    '--noAssert',
    '--runtime',
    'stub',
  ];
  const { error } = await asc.main([...words, '--enable', 'simd', ...extra]);
  if (error) throw error;
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { env: { abort() {} } });
  const loop = instance.exports.ceiling as (turns: number, seed: number, factor: number) => number;
  return () => void loop(TURNS, 0.001, 0.9999);
}

export async function ceilings(): Promise<Ceiling[]> {
  const size = 512 * 512;
  const [a, b, c] = [allocate(size), allocate(size), allocate(size)];
  for (let i = 0; i < size; i++) {
    heap[a + i] = Math.sin(i);
    heap[b + i] = Math.cos(i);
  }
  const found: Ceiling[] = [];
  for (const mode of ['deterministic', 'fast'] as const) {
    const peak = await peakLoop(mode);
    useKernels(mode);
    const jobs = [
      { work: peak, operations: 96 * TURNS, times: [] as number[] },
      ...sides.map((n) => {
        const repeats = Math.max(1, (200 / n) ** 3);
        const work = () => {
          for (let i = 0; i < repeats; i++) kernels.matmul(a, 0, b, 0, c, n, n, n, 0);
        };
        return { work, operations: 2 * n ** 3 * Math.ceil(repeats), times: [] as number[] };
      }),
    ];
    for (let round = 0; round < 60; round++) {
      for (const { work, times } of jobs) {
        const start = performance.now();
        work();
        if (round >= 15) times.push(performance.now() - start);
      }
    }
    const [ceiling, ...products] = jobs.map(
      ({ operations, times }) => operations / Math.min(...times) / 1e6,
    );
    found.push({
      mode,
      ceiling,
      products: Object.fromEntries(sides.map((n, i) => [n, products[i]])),
    });
  }
  return found;
}
