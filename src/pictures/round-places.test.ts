import { expect, it } from 'vitest';
import { isPlace, roundPage } from './round-places.ts';

it('coordinates of long paths are rounded to a tenth, and nothing else is touched', () => {
  const long = 'M40,20L49.831,44.889L59.661,63.948L69.492,79.749L0.123,0.456';
  expect(roundPage(`<p>49.831</p><path d="${long}" data-x="49.831"/>`)).toBe(
    '<p>49.831</p><path d="M40,20L49.8,44.9L59.7,63.9L69.5,79.7L0.123,0.456" data-x="49.831"/>',
  );
});

it('only attributes that place things in a drawing are meant', () => {
  expect(['d', 'x', 'y2', 'cx', 'ry', 'transform', 'points'].every(isPlace)).toBe(true);
  expect(['id', 'width', 'aria-label', 'data-x'].some(isPlace)).toBe(false);
});
