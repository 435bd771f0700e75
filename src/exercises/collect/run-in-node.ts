// Runs an exercise's program in Node, for verifying keys at build and in tests: author's code, no sandbox.
import { pathToFileURL } from 'node:url';
import { transform } from 'sucrase';
import type { RunProgram } from '../kinds/code.ts';
import { enginePath } from './lessons.ts';

type Program = (...args: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => Program;

/** A runner for the programs of a project; the engine is loaded when a program first imports it. */
export function nodeRunner(root: string): RunProgram {
  return async (source, { timeLimit }) => {
    try {
      const engine: unknown = source.includes('downhill')
        ? await import(/* @vite-ignore */ pathToFileURL(enginePath(root)).href)
        : undefined;
      const { code } = transform(source, { transforms: ['typescript', 'imports'] });
      const program = new AsyncFunction('require', 'exports', code);
      const require = (name: string) => {
        if (name === 'downhill' && engine) return engine;
        throw new Error(`cannot import "${name}"; only 'downhill' is at hand`);
      };
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Late()), timeLimit);
      });
      const value = await Promise.race([program(require, {}), late]).finally(() =>
        clearTimeout(timer),
      );
      return { ok: true, value: JSON.parse(JSON.stringify(value ?? null)) as unknown };
    } catch (error) {
      if (error instanceof Late) return { ok: false, message: 'too slow', timedOut: true };
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  };
}

class Late extends Error {}
