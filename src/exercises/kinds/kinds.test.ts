// The other kinds: shapes, curves, programs, parameters.
import { expect, test } from 'vitest';
import { drawVars, fill, firstVars, show, shuffled } from '../vars.ts';
import { alike, checkCode, harness, type RunProgram } from './code.ts';
import { mixedSteps } from './order.ts';
import { readShape } from './shape.ts';
import { meanDistance } from './sketch.ts';

test.each([
  ['(32, 10)', [32, 10]],
  ['32 × 10', [32, 10]],
  ['32x10', [32, 10]],
  ['[32,10]', [32, 10]],
  ['(32，10)', [32, 10]],
  ['torch.Size([32, 10])', undefined],
  ['(10,)', [10]],
  ['()', []],
  ['32 by 10', undefined],
  ['(3.5, 2)', undefined],
])('the shape %s is read as %j', (text, shape) => {
  expect(readShape(text)).toEqual(shape);
});

test('the distance of a curve from itself is 0, from a shifted one the shift', () => {
  const line = [0, 1, 2, 3].map((x): [number, number] => [x, 2 * x]);
  expect(meanDistance(line, (x) => 2 * x)).toBeCloseTo(0, 12);
  expect(meanDistance(line, (x) => 2 * x + 0.5)).toBeCloseTo(0.5, 12);
});

test('steps are shown mixed, never in the right order, always the same', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    const mixed = mixedSteps(id, ['1', '2', '3']);
    expect(mixed).not.toEqual(['1', '2', '3']);
    expect(mixed).toEqual(mixedSteps(id, ['1', '2', '3']));
    expect([...mixed].sort()).toEqual(['1', '2', '3']);
  }
});

test('the lesson shows the first values, a seed draws others that the author allows', () => {
  const exercise = {
    vars: { a: [1, 2, 3], b: [1, 2, 3], c: 7 },
    where: ({ a, b }: Readonly<Record<string, unknown>>) => a !== b,
  };
  expect(firstVars(exercise)).toEqual({ a: 1, b: 2, c: 7 });
  const drawn = Array.from({ length: 50 }, (_, seed) => drawVars(exercise, seed));
  expect(drawn.every(({ a, b, c }) => a !== b && c === 7)).toBe(true);
  expect(new Set(drawn.map((vars) => JSON.stringify(vars))).size).toBe(6);
  expect(drawVars(exercise, 3)).toEqual(drawVars(exercise, 3));
});

test('a shuffle keeps every item', () => {
  expect(shuffled([1, 2, 3, 4, 5], 9).sort()).toEqual([1, 2, 3, 4, 5]);
});

test('holes are filled with readable numbers, and markup in values is text', () => {
  const holes = [() => 1 / 3, () => -2, () => '<b>'];
  expect(fill({ html: '@@0@@ @@1@@ @@2@@ @@0@@', holes }, {})).toBe('0.3333 −2 &lt;b&gt; 0.3333');
  expect(show([32, 10])).toBe('(32, 10)');
  expect(show(0.00001234)).toBe('1.234e−5');
});

test('values of tests agree within the tolerance, at any depth', () => {
  expect(alike([[1, 2], [3]], [[1 + 1e-9, 2], [3]], 1e-6)).toBe(true);
  expect(alike([1, 2], [1, 2, 3], 1e-6)).toBe(false);
  expect(alike({ a: 1 }, { a: 1, b: 2 }, 1e-6)).toBe(false);
  expect(alike(undefined, null, 1e-6)).toBe(false);
  expect(alike(1000.0005, 1000, 1e-6)).toBe(true);
});

const tests = [{ call: 'f(1)', gives: '2', hidden: false }];
const key = { tests, tolerance: 1e-6, wrong: [{ code: 'minus', part: 'wrong-0' }] };
/** Answers as the sandbox would for programs called by name. */
const run: RunProgram = (source) => {
  const found = { plus: 2, minus: 0, other: 5 }[source.split('\n')[0]];
  return Promise.resolve(
    found === undefined
      ? { ok: false, message: 'f is not defined', line: 1 }
      : { ok: true, value: [{ expected: 2, actual: found }] },
  );
};

test('a program that behaves like a known wrong one draws its explanation', async () => {
  expect(await checkCode(key, 'plus', run)).toMatchObject({ correct: true, parts: ['right'] });
  expect(await checkCode(key, 'minus', run)).toMatchObject({ correct: false, parts: ['wrong-0'] });
  expect(await checkCode(key, 'other', run)).toMatchObject({ correct: false, parts: [] });
});

test('a program that does not run says where, one that never ends says so', async () => {
  expect((await checkCode(key, 'broken', run)).note).toEqual({
    name: 'failed-run',
    message: 'f is not defined',
    line: 1,
  });
  const late: RunProgram = () => Promise.resolve({ ok: false, message: '', timedOut: true });
  expect((await checkCode(key, 'loop', late)).note).toEqual({ name: 'too-slow', seconds: 4 });
});

test('what comes back from the sandbox in another form fails the tests instead of breaking', async () => {
  const odd: RunProgram = () => Promise.resolve({ ok: true, value: 'forged' });
  expect((await checkCode(key, 'x', odd)).correct).toBe(false);
});

test('the harness leaves the lines of the program where they are', () => {
  expect(harness('const a = 1;', tests).split('\n')[0]).toBe('const a = 1;');
});
