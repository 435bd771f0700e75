// A file of one's work goes out and in without loss, and a bad file changes nothing.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { merged, tries, type AnswerRecord } from './records.ts';
import { createProgress, type Progress } from './store.ts';
import { exportProgress, importProgress, readProgressFile, type ProgressFile } from './transfer.ts';

const answer = (change: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...{ id: 'gd-bound', lesson: 'gradient-descent', kind: 'number', version: 1, answer: '0.5' },
  ...{ correct: false, attempts: { here: 1 }, hints: 0, solution: false, at: 1000 },
  ...change,
});

let progress: Progress;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  progress = createProgress('test');
  return () => progress.close();
});

const fill = () =>
  Promise.all([
    progress.update('answers', 'gd-bound', () => answer()),
    progress.update('cells', 'lines/fit', () => ({
      ...{ lesson: 'lines', id: 'fit', source: 'const a = 1', baseHash: 'abc', at: 5 },
    })),
    progress.update('positions', 'lines', () => ({ lesson: 'lines', section: 'loss', at: 7 })),
  ]);

test('what goes out comes in again on an empty device', async () => {
  await fill();
  const file = JSON.stringify(await exportProgress(progress));
  const other = createProgress('other');
  expect(await importProgress(other, readProgressFile(file) as ProgressFile)).toBe(3);
  const { exportedAt: _, ...copy } = await exportProgress(other);
  expect(JSON.parse(file)).toMatchObject(copy);
  await other.close();
});

test('reading the same file twice counts no try twice', async () => {
  await fill();
  const file = await exportProgress(progress);
  await importProgress(progress, file);
  await importProgress(progress, file);
  expect(tries((await progress.get('answers', 'gd-bound'))!)).toBe(1);
});

test('the newest answer wins and tries on two devices add up', () => {
  const here = answer({ at: 1, answer: '1', attempts: { here: 2 }, hints: 1 });
  const there = answer({ at: 2, answer: '2', attempts: { there: 3 }, solution: true });
  const both = merged.answers(here, there);
  expect(both).toMatchObject({ answer: '2', hints: 1, solution: true });
  expect(tries(both)).toBe(5);
});

test('an opened hint never hides an answer', () => {
  const hint = answer({ at: 9, answer: null, attempts: {}, hints: 1 });
  expect(merged.answers(hint, answer())).toMatchObject({ answer: '0.5', hints: 1 });
});

test('merging does not depend on the order and keeps a solved exercise solved', () => {
  const record = fc
    .record({
      at: fc.integer({ min: 1, max: 1000 }),
      correct: fc.boolean(),
      here: fc.integer({ min: 0, max: 9 }),
      there: fc.integer({ min: 0, max: 9 }),
      solvedAt: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }),
    })
    .map(({ here, there, ...rest }) =>
      answer({ ...rest, attempts: { here, there }, answer: String(rest.at) }),
    );
  fc.assert(
    fc.property(record, record, (a, b) => {
      fc.pre(a.at !== b.at);
      expect(merged.answers(a, b)).toEqual(merged.answers(b, a));
      const both = merged.answers(a, b);
      if (a.solvedAt !== undefined || b.solvedAt !== undefined)
        expect(both.solvedAt).toBe(Math.min(a.solvedAt ?? Infinity, b.solvedAt ?? Infinity));
    }),
  );
});

test.each([
  ['{"format":', { name: 'not-json' }],
  ['[]', { name: 'not-ours' }],
  ['{"format":"anki"}', { name: 'not-ours' }],
  ['{"format":"downhill-progress","version":2}', { name: 'newer' }],
])('a file %s is refused with its reason', (text, problem) => {
  expect(readProgressFile(text)).toEqual(problem);
});

test('a file with one damaged record is refused and the record is named', async () => {
  await fill();
  const file = JSON.parse(JSON.stringify(await exportProgress(progress))) as {
    answers: unknown[];
  };
  file.answers.push({ id: 'x', attempts: 'many' });
  expect(readProgressFile(JSON.stringify(file))).toEqual({
    name: 'damaged',
    store: 'answers',
    record: 2,
  });
});
