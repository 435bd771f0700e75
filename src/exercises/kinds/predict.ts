// Marks a guess on a slider; whatever the guess, the truth is then revealed.
import type { ExerciseOf, Vars, Verdict } from '../types.ts';

export function checkPredict({ key }: ExerciseOf<'predict'>, guess: number, vars: Vars): Verdict {
  const truth = key.answer(vars);
  if (Math.abs(guess - truth) <= key.tolerance + 1e-9)
    return { correct: true, parts: ['right'], detail: truth };
  const known = key.wrong.find(({ from, to }) => guess >= from && guess <= to);
  return {
    correct: false,
    parts: known ? [known.part] : [],
    note: { name: guess < truth ? 'low' : 'high' },
    detail: truth,
  };
}
