// Marks a formula: right is whatever agrees with the key at random points.
import type { ExerciseOf, Verdict } from '../types.ts';
import { FormulaError, parseFormula, type Formula } from './formula-parse.ts';
import { agree } from './formula-value.ts';

/** The first listed mistake that agrees with the answer gives the explanation. */
export function checkFormula({ key }: ExerciseOf<'formula'>, answer: string): Verdict {
  if (!answer.trim()) return { correct: false, parts: [], note: { name: 'nothing' } };
  const names = Object.keys(key.variables);
  let formula: Formula;
  try {
    formula = parseFormula(answer, names);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const name = error.unknownName ? 'unknown-name' : 'unreadable-formula';
    return { correct: false, parts: [], note: { name, at: error.at } };
  }
  if (agree(parseFormula(key.answer, names), formula, key.variables))
    return { correct: true, parts: ['right'] };
  for (const { value, part } of key.wrong)
    if (agree(parseFormula(value, names), formula, key.variables))
      return { correct: false, parts: [part] };
  return { correct: false, parts: [], note: { name: 'not-yet' } };
}
