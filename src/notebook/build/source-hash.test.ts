import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOfSources } from './source-hash.ts';

test('the hash follows what the files hold, not when they were written', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(root, 'public/data'), { recursive: true });
  const file = join(root, 'public/data/x.bin');
  const write = (bytes: number[], seconds: number) => {
    writeFileSync(file, new Uint8Array(bytes));
    utimesSync(file, seconds, seconds);
  };
  write([1, 2, 3], 1000);
  const first = await hashOfSources(root);
  write([1, 2, 3], 2000);
  expect(await hashOfSources(root)).toBe(first);
  write([1, 2, 4], 3000);
  expect(await hashOfSources(root)).not.toBe(first);
});

test('notes, tests and styles do not count', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(root, 'src/engine'), { recursive: true });
  writeFileSync(join(root, 'src/engine/tensor.ts'), '');
  const first = await hashOfSources(root);
  for (const name of ['README.md', 'tensor.test.ts', 'tensor.css'])
    writeFileSync(join(root, 'src/engine', name), 'x');
  expect(await hashOfSources(root)).toBe(first);
});
