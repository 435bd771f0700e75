import { expect, test } from 'vitest';
import { logTicks, tickText, ticks } from './ticks.ts';

test('ticks are round, inside the interval, and about as many as asked', () => {
  expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(ticks(-3.2, 3.2, 6)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(ticks(31.5, 60, 6)).toEqual([35, 40, 45, 50, 55, 60]);
  expect(ticks(2, 2)).toEqual([]);
});

test('a logarithmic axis has the powers of ten', () => {
  expect(logTicks(0.001, 10)).toEqual([0.001, 0.01, 0.1, 1, 10]);
});

test('tick texts group thousands and use a real minus sign', () => {
  expect([tickText(-0.5), tickText(4500), tickText(1e-6)]).toEqual(['−0.5', '4,500', '1e−6']);
});
