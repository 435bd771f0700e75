import { mkdtempSync, readdirSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { keptOrMade } from './keep-file.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'folder', 'thing');
});

test('a result is made once for each key, and the last one kept', async () => {
  const make = vi.fn(async () => ({ count: make.mock.calls.length }));
  for (const [key, count] of [
    ['a', 1],
    ['a', 1],
    ['b', 2],
    ['b', 2],
    ['a', 3],
  ] as const)
    expect(await keptOrMade(file, key, make)).toEqual({ count });
});

test('a kept result is the same as a new one, also where JSON would change it', async () => {
  const result = { none: undefined, not: NaN, least: -Infinity, zero: -0, text: 'α', rows: [[1]] };
  const make = vi.fn(async () => result);
  await keptOrMade(file, 'a', make);
  expect(await keptOrMade(file, 'a', make)).toStrictEqual(result);
  expect(make).toHaveBeenCalledOnce();
});

test('what fails is not kept', async () => {
  const fail = () => Promise.reject(new Error('line 3'));
  await expect(keptOrMade(file, 'a', fail)).rejects.toThrow('line 3');
  expect(await keptOrMade(file, 'a', async () => 'mended')).toBe('mended');
});

test('a file cut off by a full disk is made again', async () => {
  await keptOrMade(file, 'a', async () => 'a long enough result');
  truncateSync(file, 20);
  expect(await keptOrMade(file, 'a', async () => 'again')).toBe('again');
});

test('parts of a build that want the same at once do not disturb each other', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, () => keptOrMade(file, 'a', async () => 'x'.repeat(100_000))),
  );
  expect(new Set(results).size).toBe(1);
  expect(readdirSync(dirname(file))).toEqual(['thing']);
});
