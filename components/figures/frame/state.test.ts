import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { number, oneOf } from './fields.ts';
import { createState } from './state.ts';

const fields = { rate: number(0.1), preset: oneOf(['and', 'xor'], 'and') };

test('reset brings back the start that the page gave', () => {
  const state = createState(fields, { preset: 'xor' });
  expect(state.signals.preset.value).toBe('xor');
  state.signals.preset.value = 'and';
  state.signals.rate.value = 3;
  state.reset();
  expect(state.values()).toEqual({ rate: 0.1, preset: 'xor' });
});

test('a link that does not name a field sets it back', () => {
  const state = createState(fields);
  state.signals.rate.value = 3;
  state.decode('preset:xor');
  expect(state.values()).toEqual({ rate: 0.1, preset: 'xor' });
  expect(state.encode()).toBe('preset:xor');
});

test('a whole state arrives at once', () => {
  const state = createState(fields);
  const seen: unknown[] = [];
  effect(() => void seen.push(state.values()));
  state.decode('rate:2;preset:xor');
  expect(seen).toEqual([
    { rate: 0.1, preset: 'and' },
    { rate: 2, preset: 'xor' },
  ]);
});

test('setting a field that does not exist, or with the wrong kind of value, says so', () => {
  const state = createState(fields);
  expect(() => state.set({ speed: 1 })).toThrow('no field "speed"');
  expect(() => state.set({ rate: 'fast' })).toThrow('no field "rate" that could be fast');
});
