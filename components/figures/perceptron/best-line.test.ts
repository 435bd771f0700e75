import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestWrong, widestGap } from './best-line.ts';
import { widestMargin } from './margin.ts';
import type { Sample } from './perceptron.ts';
import { presetOf } from './presets.ts';

test('a line gets one corner of XOR wrong, and none of AND', () => {
  expect(fewestWrong(presetOf('xor').samples)).toBe(1);
  expect(fewestWrong(presetOf('and').samples)).toBe(0);
});

test('the widest gap of AND is that of the line x₁ + x₂ = 3/2', () => {
  expect(widestGap(presetOf('and').samples)).toBeCloseTo(Math.SQRT1_2 / 2, 9);
  expect(widestGap(presetOf('xor').samples)).toBeUndefined();
});

const coordinate = fc.integer({ min: -50, max: 50 });
const anySamples = fc.array(
  fc.record({ x: coordinate, y: coordinate, label: fc.constantFrom<1 | -1>(1, -1) }),
  { minLength: 1, maxLength: 14 },
);

test('no wrong sample at best exactly where a separating line exists', () => {
  fc.assert(
    fc.property(anySamples, (samples) => {
      expect(fewestWrong(samples) === 0).toBe(widestMargin(samples) !== undefined);
    }),
  );
});

test('no random line does better than the best', () => {
  fc.assert(
    fc.property(
      anySamples,
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (samples, [a, b, c]) => {
        const wrong = (sample: Sample) => sample.label * (a! * sample.x + b! * sample.y + c!) < 0;
        fc.pre(samples.every(({ x, y }) => a! * x + b! * y + c! !== 0));
        expect(fewestWrong(samples)).toBeLessThanOrEqual(samples.filter(wrong).length);
      },
    ),
  );
});
