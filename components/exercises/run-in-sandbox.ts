// Runs an exercise's program in the sandbox of the cells, which is fetched with the first run.
import type { RunProgram } from '../../src/exercises/kinds/code.ts';

const runners = import.meta.glob<{ runProgram: RunProgram }>(
  '../../src/notebook/browser/run-program.ts',
);

export const runInSandbox: RunProgram = async (source, options) => {
  const [load] = Object.values(runners);
  if (!load) return { ok: false, message: 'the sandbox is not part of this build' };
  return (await load()).runProgram(source, options);
};
