// Numbers are read as learners type them.
import { expect, test } from 'vitest';
import { checkNumber, readNumber } from './number.ts';
import type { ExerciseOf } from '../types.ts';

test.each([
  ['0.5', 0.5],
  ['0,5', 0.5],
  ['.5', 0.5],
  ['1/2', 0.5],
  ['50 %', 0.5],
  ['-3', -3],
  ['−3', -3],
  ['2e-3', 0.002],
  ['10^3', 1000],
  ['2·10^-3', 0.002],
  ['10³', 1000],
  ['√2', Math.SQRT2],
  ['sqrt(2)', Math.SQRT2],
  ['2π', 2 * Math.PI],
  ['ln 10', Math.LN10],
  ['= 7', 7],
  ['13 002', 13002],
  ['(1+2)*3', 9],
])('%s is read as %f', (text, value) => {
  expect(readNumber(text)[0]).toBeCloseTo(value, 12);
});

test('1,234 may be a decimal or a thousand', () => {
  expect(readNumber('1,234')).toEqual([1.234, 1234]);
  expect(readNumber('61,100,840')).toContain(61100840);
});

test.each(['', 'what', '1/0', '2 +', '3 apples', 'x'])('%j is not a number', (text) => {
  expect(readNumber(text)).toEqual([]);
});

test('a unit changes the size', () => {
  const units = { ms: 1, s: 1000, '%': 1 };
  expect(readNumber('2 s', units)).toEqual([2000]);
  expect(readNumber('2ms', units)).toEqual([2]);
  expect(readNumber('78.6 %', units)).toEqual([78.6]);
});

const exercise = (answer: number, tolerance?: number) =>
  ({
    key: {
      answer: () => answer,
      tolerance,
      units: {},
      wrong: [{ value: () => -answer, part: 'wrong-0' }],
    },
  }) as unknown as ExerciseOf<'number'>;

test('whole numbers must be met, others to half a per cent', () => {
  const correct = (key: number, typed: string) => checkNumber(exercise(key), typed, {}).correct;
  expect(correct(13002, '13002')).toBe(true);
  expect(correct(13002, '13003')).toBe(false);
  expect(correct(0.105361, '0.105')).toBe(true);
  expect(correct(0.105361, '0.10')).toBe(false);
});

test('an own tolerance is absolute', () => {
  expect(checkNumber(exercise(10, 1), '11', {}).correct).toBe(true);
  expect(checkNumber(exercise(10, 1), '11.2', {}).correct).toBe(false);
});

test('a near miss is told to keep more digits, a known mistake gets its own words', () => {
  expect(checkNumber(exercise(0.105361), '0.107', {}).note).toEqual({ name: 'close' });
  expect(checkNumber(exercise(0.105361), '-0.105', {}).parts).toEqual(['wrong-0']);
});
