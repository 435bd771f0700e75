import { expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

test('what is packed comes out again, and fits an address', async () => {
  const text = `const x = '<é>'\n${'again '.repeat(200)}`;
  const packed = await pack(text);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(packed.length).toBeLessThan(120);
  expect(await unpack(packed, 10_000)).toBe(text);
});

test('a link that unfolds to too much is refused', async () => {
  await expect(unpack(await pack('x'.repeat(1_000_000)), 1000)).rejects.toThrow('too much');
});

test('a link that is no link is refused', async () => {
  await expect(unpack('not-packed', 1000)).rejects.toThrow();
});
