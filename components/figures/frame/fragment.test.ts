import { expect, test } from 'vitest';
import { formatFragment, fragmentTarget, parseFragment, withPart } from './fragment.ts';

test('a fragment holds an anchor and several named parts', () => {
  const { anchor, parts } = parseFragment('#history&fig.a=rate:0.5&cell.loop=abc=');
  expect(anchor).toBe('history');
  expect([...parts]).toEqual([
    ['fig.a', 'rate:0.5'],
    ['cell.loop', 'abc='],
  ]);
});

test('replacing one part leaves the others as they are', () => {
  const hash = '#history&fig.a=rate:0.5&cell.loop=x';
  expect(withPart(hash, 'fig.a', 'rate:1')).toBe('#history&fig.a=rate:1&cell.loop=x');
  expect(withPart(hash, 'fig.a', '')).toBe('#history&cell.loop=x');
  expect(withPart('', 'fig.b', '')).toBe('');
});

test('formatting what was parsed gives the same text', () => {
  for (const hash of ['', '#top', '#fig.a=b', '#top&fig.a=b&c.d=e'])
    expect(formatFragment(parseFragment(hash))).toBe(hash);
});

test('a link to a state leads to its figure, unless it names an anchor', () => {
  expect(fragmentTarget('#fig.trainer=preset:xor')).toBe('fig-trainer');
  expect(fragmentTarget('#history&fig.trainer=preset:xor')).toBe('history');
  expect(fragmentTarget('#cell.a=x')).toBe('');
});
