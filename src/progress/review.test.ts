// Questions come back when they are due.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { AnswerRecord } from './records.ts';
import { afterAnswer, allCards, dueCards } from './review.ts';
import { createProgress, type Progress } from './store.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1, 12);
const right = { correct: true, hints: 0, solution: false };
const wrong = { ...right, correct: false };
const question = { id: 'gd-bound', lesson: 'gradient-descent' };

let progress: Progress;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  progress = createProgress('test');
  return () => progress.close();
});

const store = (id: string, lesson: string, change: Partial<AnswerRecord> = {}) =>
  progress.update('answers', id, () => ({
    ...{ id, lesson, kind: 'number', version: 1, answer: '1', correct: true },
    ...{ attempts: { here: 1 }, hints: 0, solution: false, at: start, ...change },
  }));

test('the pause grows with each right answer and is short after a wrong one', () => {
  let card = afterAnswer(undefined, question, right, start);
  const pauses = [card.due - start];
  for (let i = 0; i < 3; i++) {
    const at = card.due;
    card = afterAnswer(card, question, right, at);
    pauses.push(card.due - at);
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses[0]).toBeGreaterThanOrEqual(day);
  const lapsed = afterAnswer(card, question, wrong, card.due);
  expect(lapsed.due - card.due).toBeLessThan(pauses[3]);
  expect(lapsed.lapses).toBe(1);
});

test('help makes a question come back sooner', () => {
  const pause = (outcome: typeof right) => afterAnswer(undefined, question, outcome, start).due;
  expect(pause({ ...right, hints: 1 })).toBeLessThan(pause(right));
  expect(pause({ ...right, solution: true })).toBeLessThanOrEqual(pause({ ...right, hints: 1 }));
});

test('answered exercises get a card, hints alone and figures do not', async () => {
  await store('gd-bound', 'gradient-descent');
  await store('gd-hint', 'gradient-descent', { attempts: {}, hints: 1 });
  await store('gd-act', 'gradient-descent', { kind: 'act' });
  expect((await allCards(progress)).map(({ id }) => id)).toEqual(['gd-bound']);
  expect(await progress.all('cards')).toHaveLength(1);
});

test('nothing is due at once, everything is due after a year, lessons mixed', async () => {
  for (const id of ['a-1', 'a-2', 'a-3']) await store(id, 'a');
  for (const id of ['b-1', 'b-2']) await store(id, 'b');
  expect(await dueCards(progress, start)).toEqual([]);
  const due = await dueCards(progress, start + 365 * day);
  expect(due.map(({ lesson }) => lesson)).toEqual(['a', 'b', 'a', 'b', 'a']);
});
