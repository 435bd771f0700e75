import { expect, it } from 'vitest';
import { isPlace, roundPage, roundPlaces } from './round-places.ts';

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

it('a long line of straight pieces goes by differences and ends where it ended', () => {
  const corners = Array.from({ length: 12 }, (_, i) => [100 + i * 7.3, 250 - i * i * 1.7]);
  const path = (letter: string) =>
    corners.map(([x, y], i) => `${i ? letter : 'M'}${x!.toFixed(1)} ${y!.toFixed(1)}`).join('');
  const light = roundPlaces(`${path('L')}ZM5,5L6,7`);
  expect(light).toMatch(/^m100 250 7.3-1.7 7.3-5.1/);
  const numbers = light
    .replace(/z.*$/, '')
    .match(/-?(?:\d+\.?\d*|\.\d+)/g)!
    .map(Number);
  const sum = (from: number) =>
    numbers.filter((_, i) => i % 2 === from).reduce((total, one) => total + one, 0);
  expect([sum(0), sum(1)].map((one) => one.toFixed(1))).toEqual(
    corners.at(-1)!.map((one) => one.toFixed(1)),
  );
  expect(light).toMatch(/zm-95-245 1 2$/);
  const curved = `${path('L')}C1,2,3,4,5,6`;
  expect(roundPlaces(curved)).toBe(curved);
  expect(roundPlaces(light)).toBe(light);
  expect(roundPlaces(path('L').replace('L107.3', 'L110.5'))).toMatch(/^m100 250 10.5-1.7 4.1/);
});

it('a point between others on a straight line goes; a path in any other writing keeps all its points', () => {
  const line = Array.from({ length: 12 }, (_, i) => `${i ? 'L' : 'M'}${100 + 10 * i},50`).join('');
  expect(roundPlaces(line)).toBe('M100,50L210,50');
  const implied = `M${Array.from({ length: 12 }, (_, i) => `${100 + 10 * i},50`).join(' ')}`;
  expect(roundPlaces(implied)).toBe(implied);
  const signed = line.replaceAll(',50', '-50');
  expect(roundPlaces(signed)).toBe(signed);
});
