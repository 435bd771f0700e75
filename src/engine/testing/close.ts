// Comparing numbers in tests: close in size, with a word on where they part.

import { expect } from 'vitest';
import type { Tensor } from '../tensor.ts';

/** Numbers with a shape, as the golden files hold them. */
export interface Golden {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** Every number within `relative` of the expected one, or of 1 where that is smaller. */
export function expectClose(
  actual: Tensor | null,
  expected: Golden,
  what: string,
  relative = 1e-4,
): void {
  expect(actual, `${what} is there`).not.toBeNull();
  const tensor = actual as Tensor;
  expect(tensor.shape, `shape of ${what}`).toEqual(expected.shape);
  expectNumbersClose(tensor.data, expected.data, what, relative);
}

export function expectNumbersClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  what: string,
  relative = 1e-4,
): void {
  expect(actual.length, `count of ${what}`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const limit = relative * Math.max(1, Math.abs(expected[i]));
    const distance = Math.abs(actual[i] - expected[i]);
    if (!(distance <= limit) && !Object.is(actual[i], expected[i]))
      expect.fail(`${what}[${i}] is ${actual[i]}, expected ${expected[i]}`);
  }
}
