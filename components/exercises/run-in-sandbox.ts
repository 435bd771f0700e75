// Runs an exercise's program in the sandbox of the cells, which is fetched with the first run.
import type { RunProgram } from '../../src/exercises/kinds/code.ts';

export const runInSandbox: RunProgram = async (source, options) => {
  const { runProgram } = await import('../../src/notebook/browser/run-program.ts');
  return runProgram(source, options);
};
