import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedNumber, fromTrack, plainNumber, toTrack, typedNumber } from './slider-scale.ts';

test('a logarithmic slider reaches both of its ends exactly', () => {
  const log = { min: 0.001, max: 10, scale: 'log' } as const;
  expect(fromTrack(0, log)).toBe(0.001);
  expect(fromTrack(200, log)).toBe(10);
  expect(fromTrack(100, log)).toBe(0.1);
});

test('a place on the track comes back to itself', () => {
  const log = { min: 0.0001, max: 1, scale: 'log' } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (place) => {
      expect(toTrack(fromTrack(place, log), log)).toBe(place);
    }),
  );
});

test('a linear slider keeps to its steps without crumbs', () => {
  expect(fromTrack(0.30000000000000004, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
});

test('typed numbers may use a comma or a real minus sign and are held inside the bounds', () => {
  const bounds = { min: -5, max: 5 };
  expect(typedNumber('−1,5', bounds)).toBe(-1.5);
  expect(typedNumber('99', bounds)).toBe(5);
  expect(typedNumber('abc', bounds)).toBeUndefined();
  expect(typedNumber('', bounds)).toBeUndefined();
});

test('numbers are written with a real minus sign and without a negative zero', () => {
  expect(plainNumber(-0.12345)).toBe('−0.123');
  expect(plainNumber(1234567)).toBe('1230000');
  expect(plainNumber(0.00000123)).toBe('1.23e−6');
  expect(fixedNumber(-0.001)).toBe('0.00');
  expect(fixedNumber(-2)).toBe('−2.00');
});
