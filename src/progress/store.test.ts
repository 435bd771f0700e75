// The reader's work must survive reloads, other tabs, later editions and bad storage.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { migrations, openDatabase } from './database.ts';
import type { AnswerRecord } from './records.ts';
import { tries } from './records.ts';
import { createProgress, type Progress } from './store.ts';

const opened: Progress[] = [];

function open(name = 'test'): Progress {
  const progress = createProgress(name);
  opened.push(progress);
  return progress;
}

const answer = (change: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...{ id: 'gd-bound', lesson: 'gradient-descent', kind: 'number', version: 1, answer: '0.5' },
  ...{ correct: false, attempts: { here: 1 }, hints: 0, solution: false, at: 1000 },
  ...change,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((progress) => progress.close()));
  vi.restoreAllMocks();
});

test('an answer is there again after the page was left', async () => {
  const before = open();
  await before.update('answers', 'gd-bound', () => answer());
  await before.close();
  expect(await open().get('answers', 'gd-bound')).toEqual(answer());
});

test('two tabs that answer at once both count', async () => {
  const [left, right] = [open(), open()];
  const count = (device: string) => (before: AnswerRecord | undefined) =>
    answer({ attempts: { ...before?.attempts, [device]: (before?.attempts[device] ?? 0) + 1 } });
  await Promise.all(
    [left, right, left, right].map((tab) => tab.update('answers', 'gd-bound', count('here'))),
  );
  expect(tries((await left.get('answers', 'gd-bound'))!)).toBe(4);
});

test('another tab hears of a change', async () => {
  const [left, right] = [open(), open()];
  const heard = new Promise((resolve) => right.watch((store, key) => resolve([store, key])));
  await left.update('answers', 'gd-bound', () => answer());
  expect(await heard).toEqual(['answers', 'gd-bound']);
});

test('without storage the page keeps the work and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const progress = open();
  await progress.update('answers', 'gd-bound', () => answer());
  expect(progress.trouble()).toBe('unavailable');
  expect(await progress.get('answers', 'gd-bound')).toEqual(answer());
  expect(await progress.all('answers')).toHaveLength(1);
});

test('a full store keeps the work on the page, says so, and writes it when there is room again', async () => {
  const progress = open();
  await progress.get('answers', 'x');
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await progress.update('answers', 'gd-bound', () => answer({ attempts: { here: 3 } }));
  expect(progress.trouble()).toBe('full');
  expect(tries((await progress.get('answers', 'gd-bound'))!)).toBe(3);
  full.mockRestore();
  await progress.update('answers', 'gd-bound', (before) => answer({ ...before, hints: 2 }));
  expect(await open().get('answers', 'gd-bound')).toMatchObject({
    attempts: { here: 3 },
    hints: 2,
  });
});

test('a damaged record is left out and told of, the others stay', async () => {
  const database = await openDatabase('test', () => {});
  await database.put('answers', { id: 7, rubbish: true }, 'broken');
  await database.put('answers', answer(), 'gd-bound');
  database.close();
  const progress = open();
  expect(await progress.all('answers')).toEqual([answer()]);
  expect(progress.trouble()).toBe('damaged');
});

test('a store that lost its tables does not stop the page', async () => {
  (await openDatabase('test', () => {}, [() => {}])).close();
  const progress = open();
  await progress.update('answers', 'gd-bound', () => answer());
  expect(await progress.get('answers', 'gd-bound')).toEqual(answer());
  expect(progress.trouble()).toBe('unavailable');
});

test('an older database is brought up to date without losing answers', async () => {
  const old = open();
  await old.update('answers', 'gd-bound', () => answer());
  await old.close();
  const next = await openDatabase('test', () => {}, [
    ...migrations,
    async (database, transaction) => {
      database.createObjectStore('notes');
      const store = transaction.objectStore('answers');
      const record = (await store.get('gd-bound')) as AnswerRecord;
      await store.put!({ ...record, hints: 1 }, 'gd-bound');
    },
  ]);
  expect([...next.objectStoreNames]).toContain('notes');
  expect(await next.get('answers', 'gd-bound')).toMatchObject({ answer: '0.5', hints: 1 });
  next.close();
});

test('a database of a later edition is left alone and told of', async () => {
  (await openDatabase('test', () => {}, [...migrations, () => {}])).close();
  const progress = open();
  await progress.update('answers', 'gd-bound', () => answer());
  expect(progress.trouble()).toBe('outdated');
  expect(await progress.get('answers', 'gd-bound')).toEqual(answer());
});

test('a tab that another asks to make way opens again on the next read', async () => {
  const first = open();
  await first.update('answers', 'gd-bound', () => answer());
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('test').onsuccess = resolve;
  });
  expect(await first.get('answers', 'gd-bound')).toBeUndefined();
  expect(first.trouble()).toBeUndefined();
});
