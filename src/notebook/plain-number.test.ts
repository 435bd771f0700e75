import { format } from 'd3-format';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainNumber } from './plain-number.ts';

it('prints as d3-format prints whole numbers and four significant digits', () => {
  const check = (value: number): void => {
    expect(plainNumber(value)).toBe(format(Number.isInteger(value) ? 'd' : '.4~g')(value));
  };
  fc.assert(fc.property(fc.double({ min: -1e20, max: 1e20, noNaN: true }), check));
  fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), check));
  fc.assert(fc.property(fc.integer(), check));
  for (const value of [
    0.1,
    -0.25,
    1234.5,
    0.00001234,
    12,
    -3,
    0,
    100.04,
    1230.4,
    1.0005e-20,
    5e-7,
    1e20,
    Infinity,
  ])
    check(value);
});
