import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeValues, encodeValues, flag, number, oneOf, rows } from './fields.ts';

const fields = {
  rate: number(0.1, { min: 0, max: 2 }),
  preset: oneOf(['and', 'or', 'xor'], 'and'),
  isBound: flag(false),
  points: rows([[1, 2]], 2),
};
const start = { rate: 0.1, preset: 'and', isBound: false, points: [[1, 2]] };

test('only what differs from the start stands in a link', () => {
  expect(encodeValues(fields, start)).toBe('');
  expect(encodeValues(fields, { ...start, rate: 0.25, preset: 'xor' })).toBe(
    'rate:0.25;preset:xor',
  );
});

test('any state survives the way through a link', () => {
  const anyState = fc.record({
    rate: fc.integer({ min: 0, max: 2000 }).map((n) => n / 1000),
    preset: fc.constantFrom('and', 'or', 'xor'),
    isBound: fc.boolean(),
    points: fc.array(
      fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })),
    ),
  });
  fc.assert(
    fc.property(anyState, (state) => {
      expect({ ...start, ...decodeValues(fields, encodeValues(fields, state)) }).toEqual(state);
    }),
  );
});

test('a link can neither leave the bounds nor bring unknown names', () => {
  expect(decodeValues(fields, 'rate:99;preset:nand;nope:1;__proto__:1')).toEqual({ rate: 2 });
  expect(decodeValues(fields, 'rate:;isBound:yes;points:1,2,3')).toEqual({});
  expect(decodeValues(fields, 'points:1,x~2,2')).toEqual({});
  expect(decodeValues(fields, 'rate:%E0%A4%A')).toEqual({});
});
