import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { figureById, publishFigure, type PublishedFigure } from './registry.ts';

const figure = (id: string): PublishedFigure => ({
  id,
  values: computed(() => ({ mistakes: 3 })),
  acts: signal(0),
  reset: () => {},
  set: () => {},
});

test('an exercise that waits for a figure learns when it comes and when it goes', () => {
  const wanted = figureById('trainer');
  expect(wanted.value).toBeUndefined();
  const withdraw = publishFigure(figure('trainer'));
  expect(wanted.value?.values.value).toEqual({ mistakes: 3 });
  withdraw();
  expect(wanted.value).toBeUndefined();
});

test('withdrawing an older figure does not take off its successor', () => {
  const withdrawOld = publishFigure(figure('a'));
  publishFigure(figure('a'));
  withdrawOld();
  expect(figureById('a').value).toBeDefined();
});
