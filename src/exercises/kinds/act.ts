// Marks what the reader did with a figure, by the figure's own state.
import type { ExerciseOf, Verdict } from '../types.ts';

export function checkAct({ key }: ExerciseOf<'act'>, state: unknown): Verdict {
  if (state === undefined) return { correct: false, parts: [], note: { name: 'nothing' } };
  if (key.check(state as never)) return { correct: true, parts: ['right'] };
  const known = key.wrong.find(({ when }) => when(state as never));
  return known
    ? { correct: false, parts: [known.part] }
    : { correct: false, parts: [], note: { name: 'not-yet' } };
}
