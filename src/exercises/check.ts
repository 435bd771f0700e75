// Marks an answer to an exercise of any kind.
import { checkAct } from './kinds/act.ts';
import { checkBug } from './kinds/bug.ts';
import { checkChoice } from './kinds/choice.ts';
import { checkCode, type RunProgram } from './kinds/code.ts';
import { checkFormula } from './kinds/formula.ts';
import { checkMatch } from './kinds/match.ts';
import { checkNumber } from './kinds/number.ts';
import { checkOrder } from './kinds/order.ts';
import { checkPredict } from './kinds/predict.ts';
import { checkShape } from './kinds/shape.ts';
import { checkSketch } from './kinds/sketch.ts';
import type { Answers, ExerciseOf, Kind, Vars, Verdict } from './types.ts';

type Check<K extends Kind> = (
  exercise: ExerciseOf<K>,
  answer: Answers[K],
  vars: Vars,
  run: RunProgram,
) => Verdict | Promise<Verdict>;

const checks: { readonly [K in Kind]: Check<K> } = {
  choice: checkChoice,
  number: checkNumber,
  formula: checkFormula,
  shape: checkShape,
  order: checkOrder,
  match: checkMatch,
  predict: checkPredict,
  sketch: checkSketch,
  act: checkAct,
  bug: checkBug,
  code: ({ key }, source, _vars, run) => checkCode(key, source, run),
};

/** The verdict; programs are run by `run`. A verdict with a note and no parts may mean "not an answer": see isAnswer. */
export async function check<K extends Kind>(
  exercise: ExerciseOf<K>,
  answer: Answers[K],
  vars: Vars,
  run: RunProgram,
): Promise<Verdict> {
  return (checks[exercise.kind] as Check<K>)(exercise, answer, vars, run);
}

const notAnswers = new Set([
  ...['nothing', 'some-missing', 'unreadable-number', 'unreadable-shape'],
  ...['unreadable-formula', 'unknown-name'],
]);

/** False when there was nothing to mark: an empty or unreadable entry costs no attempt. */
export function isAnswer({ note }: Verdict): boolean {
  return !note || !notAnswers.has(note.name);
}
