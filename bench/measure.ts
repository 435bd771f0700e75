// Interleaved measuring: every library is warmed up, then all take turns in rotating order, so that whatever else the machine does
// falls on all of them alike. Only medians of ratios within one round are worth quoting.

import type { Runner, Series } from './protocol.ts';

export interface Plan {
  readonly rounds: number;
  /** Milliseconds of work in one turn. */
  readonly turn: number;
}

export interface Measured {
  readonly series: Series[];
  /** Why a library is missing. */
  readonly missing: string[];
}

const WARM_UP = 900;
const TOO_SLOW = 4000;

interface Live {
  readonly runner: Runner;
  readonly steps: number;
  readonly perStep: number;
  readonly times: number[];
}

export async function measure(
  work: string,
  runners: readonly Runner[],
  { rounds, turn }: Plan,
): Promise<Measured> {
  const live: Live[] = [];
  const missing: string[] = [];
  for (const runner of runners) {
    const { ok, error } = await runner.ask({ command: 'supports', work });
    if (ok !== true) {
      missing.push(`${runner.name}: ${ok ?? error}`);
      continue;
    }
    const warm = await warmUp(runner, work, turn);
    if (typeof warm === 'string') missing.push(`${runner.name}: ${warm}`);
    else
      live.push({ runner, perStep: warm, steps: Math.max(1, Math.round(turn / warm)), times: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (let j = 0; j < live.length; j++) {
      const { runner, steps, perStep, times } = live[(round + j) % live.length];
      if (perStep > TOO_SLOW && round > 0) times.push(times[0]);
      else times.push(((await runner.ask({ command: 'run', work, steps })).ms as number) / steps);
    }
  }
  for (const { runner } of live) await runner.ask({ command: 'drop', work });
  return { series: live.map(({ runner, times }) => ({ peer: runner.name, times })), missing };
}

/** Runs until compilers have settled; milliseconds a step, or what went wrong. */
async function warmUp(runner: Runner, work: string, turn: number): Promise<number | string> {
  let steps = 1;
  let total = 0;
  for (;;) {
    const { ms, error } = await runner.ask({ command: 'run', work, steps });
    if (typeof ms !== 'number') return `failed: ${String(error).slice(0, 300)}`;
    total += ms;
    if (total > WARM_UP) return ms / steps;
    if (ms < turn / 2) steps *= 2;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median over the rounds of reference time / own time: above 1 is faster than the reference. */
export function speed(series: Series, reference: Series): number {
  return median(series.times.map((t, round) => reference.times[round] / t));
}
