// A changed question raises its version, and no id is given to another question.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { collectExercises } from './collect.ts';
import { ledgerOf, ledgerProblems, ledgerStale, readLedger, writeLedger } from './ledger.ts';
import { readLessons } from './lessons.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const place = { file: 'content/en/x.mdx', lang: 'en', lesson: 'x' } as const;
const ledger = (source: string) =>
  ledgerOf([{ ...place, exercises: collectExercises(source, place) }]);
const question = (change: { ask?: string; feedback?: string; answer?: number; version?: number }) =>
  ledger(`<NumberAnswer id="x-sum" version={${change.version ?? 1}} answer={${change.answer ?? 2}}>
  ${change.ask ?? 'What is 1 + 1?'}

  <Wrong value={11}>${change.feedback ?? 'Add, do not write side by side.'}</Wrong>
  <Right>Two.</Right>
</NumberAnswer>`);

const lessons = await readLessons(root);
test.each([...new Set(lessons.map(({ lesson }) => lesson))])(
  'no question of %s changed under the same version',
  (lesson) => {
    const before = readLedger(root, lesson);
    const now = ledgerOf(lessons.filter((item) => item.lesson === lesson));
    expect(ledgerProblems(before, now)).toEqual([]);
    // New questions enter the ledger as the tests run on an author's machine; commit the file.
    if (!process.env.CI && ledgerStale(before, now).length) writeLedger(root, lesson, now);
    else expect(ledgerStale(before, now)).toEqual([]);
  },
);

test('another question or key under the same version is a problem', () => {
  const before = question({});
  expect(ledgerProblems(before, question({ ask: 'What is 2 + 2?' }))).toHaveLength(1);
  expect(ledgerProblems(before, question({ answer: 3 }))).toHaveLength(1);
  expect(ledgerProblems(before, question({ answer: 3, version: 2 }))).toEqual([]);
});

test('better feedback needs no new version', () => {
  expect(ledgerProblems(question({}), question({ feedback: 'Try with apples.' }))).toEqual([]);
});

test('a version never falls', () => {
  expect(ledgerProblems(question({ version: 3 }), question({ version: 2 }))).toHaveLength(1);
});
