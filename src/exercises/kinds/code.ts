// Marks a program: runs it with its tests, says which case failed, recognises known wrong programs.
import type { ExerciseOf, Test, Verdict } from '../types.ts';

/** Runs TypeScript as the body of an async function and gives what it returns; ended after `timeLimit` ms. */
export type RunProgram = (source: string, options: { timeLimit: number }) => Promise<ProgramResult>;

export type ProgramResult =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      readonly line?: number;
      readonly timedOut?: boolean;
    };

/** One test's outcome; values are as `plain` leaves them. */
export interface CaseResult {
  readonly call: string;
  readonly hidden: boolean;
  readonly passed: boolean;
  readonly expected: unknown;
  readonly actual: unknown;
  /** What the call threw, instead of `actual`. */
  readonly error?: string;
}

export const TIME_LIMIT = 4000;

type Key = Pick<ExerciseOf<'code'>['key'], 'tests' | 'tolerance' | 'wrong'>;

/** Verdict for a program; `detail` is the list of cases, if it ran. */
export async function checkCode(key: Key, source: string, run: RunProgram): Promise<Verdict> {
  const result = await runCases(key, source, run);
  if (!Array.isArray(result)) return { correct: false, parts: [], note: result };
  if (result.every(({ passed }) => passed))
    return { correct: true, parts: ['right'], detail: result };
  for (const wrong of key.wrong) {
    const other = await runCases(key, wrong.code, run);
    if (Array.isArray(other) && behaveAlike(result, other, key.tolerance))
      return { correct: false, parts: [wrong.part], detail: result };
  }
  return { correct: false, parts: [], detail: result };
}

/** The outcome of each test, or why the program did not run. */
export async function runCases(
  { tests, tolerance }: Pick<Key, 'tests' | 'tolerance'>,
  source: string,
  run: RunProgram,
): Promise<CaseResult[] | NonNullable<Verdict['note']>> {
  const result = await run(harness(source, tests), { timeLimit: TIME_LIMIT });
  if (!result.ok)
    return result.timedOut
      ? { name: 'too-slow', seconds: TIME_LIMIT / 1000 }
      : {
          name: 'failed-run',
          message: result.message,
          ...(result.line ? { line: result.line } : {}),
        };
  const rows = Array.isArray(result.value) ? (result.value as unknown[]) : [];
  return tests.map(({ call, hidden }, index) => {
    const row = (rows[index] ?? {}) as { actual?: unknown; expected?: unknown; error?: unknown };
    const { actual, expected } = row;
    const error = typeof row.error === 'string' ? row.error : undefined;
    const passed = error === undefined && 'expected' in row && alike(actual, expected, tolerance);
    return { call, hidden, passed, expected, actual, ...(error === undefined ? {} : { error }) };
  });
}

/** The program followed by code that returns each test's values as plain data. */
export function harness(source: string, tests: readonly Test[]): string {
  const cases = tests.map(
    ({ call, gives, setup = '' }) =>
      `await __case(async () => { ${setup}\nreturn (${call}\n); }, async () => { ${setup}\nreturn (${gives}\n); })`,
  );
  return `${source}\n${HARNESS}\nreturn [\n${cases.join(',\n')}\n];`;
}

/** Tensors become nested arrays, numbers that JSON cannot carry become tagged. */
const HARNESS = `
function __plain(value: any, depth = 0): any {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: String(value) };
  if (value === undefined || typeof value === 'function') return { $: typeof value };
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value !== 'object' || depth > 6) return { $: String(value) };
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as any, (item) => __plain(item, depth + 1));
  if (typeof value.toArray === 'function') return __plain(value.toArray(), depth + 1);
  if (typeof value.tolist === 'function') return __plain(value.tolist(), depth + 1);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, __plain(item, depth + 1)]));
}
async function __case(call: any, gives: any): Promise<any> {
  const expected = __plain(await gives());
  try {
    return { expected, actual: __plain(await call()) };
  } catch (error: any) {
    return { expected, error: String(error?.message ?? error) };
  }
}`;

/** Equal, numbers within the tolerance (absolute below 1, relative above). */
export function alike(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => alike(item, b[index], tolerance));
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && alike(a[name], b[name], tolerance))
    );
  }
  return a === b;
}

function behaveAlike(a: readonly CaseResult[], b: readonly CaseResult[], tolerance: number) {
  return a.every((mine, index) => {
    const other = b[index];
    if (mine.error !== undefined || other.error !== undefined) return mine.error === other.error;
    return alike(mine.actual, other.actual, tolerance);
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
