import { expect, test } from 'vitest';
import { keyMove } from './keys.ts';

test('arrow keys move one step, with Shift ten, and up is up', () => {
  expect(keyMove({ key: 'ArrowUp', shiftKey: false }, 0.1)).toEqual({ dx: 0, dy: 0.1 });
  expect(keyMove({ key: 'ArrowLeft', shiftKey: true }, 0.1)).toEqual({ dx: -1, dy: 0 });
  expect(keyMove({ key: 'Enter', shiftKey: false }, 0.1)).toBeUndefined();
});
