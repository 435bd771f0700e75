// Marks a number: 1/2, 0,5, 2e-3, 50 %, √2 and 3 ms are all read; known wrong values are explained.
import type { ExerciseOf, Vars, Verdict } from '../types.ts';
import { FormulaError, parseFormula } from './formula-parse.ts';
import { evaluate } from './formula-value.ts';

/** The first listed mistake that the answer meets gives the explanation. */
export function checkNumber({ key }: ExerciseOf<'number'>, answer: string, vars: Vars): Verdict {
  if (!answer.trim()) return { correct: false, parts: [], note: { name: 'nothing' } };
  const readings = readNumber(answer, key.units);
  if (!readings.length) return { correct: false, parts: [], note: { name: 'unreadable-number' } };
  const meets = (target: number, widen = 1) =>
    readings.some((value) => Math.abs(value - target) <= widen * allowance(key.tolerance, target));
  const expected = key.answer(vars);
  if (meets(expected)) return { correct: true, parts: ['right'] };
  const known = key.wrong.find(({ value }) => meets(value(vars)));
  if (known) return { correct: false, parts: [known.part] };
  const near = !Number.isInteger(expected) && meets(expected, 5);
  return { correct: false, parts: [], note: { name: near ? 'close' : 'not-yet' } };
}

/** How far from the key an answer may be; whole numbers must be met, others to half a per cent. */
export function allowance(tolerance: number | undefined, target: number): number {
  const rounding = 1e-9 * Math.max(1, Math.abs(target));
  if (tolerance !== undefined) return tolerance + rounding;
  return Number.isInteger(target) ? rounding : 0.005 * Math.abs(target);
}

/**
 * The numbers that a typed text may mean: `1,234` has two readings, nonsense has none.
 * @param units factors by unit, such as `{ ms: 1, s: 1000 }`
 */
export function readNumber(text: string, units: Readonly<Record<string, number>> = {}): number[] {
  let rest = text
    .trim()
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replaceAll('％', '%');
  let factor = 1;
  const unit = Object.keys(units)
    .sort((a, b) => b.length - a.length)
    .find((name) => name && rest.endsWith(name) && rest.length > name.length);
  if (unit) {
    rest = rest.slice(0, -unit.length);
    factor = units[unit];
  } else if (rest.endsWith('%')) {
    rest = rest.slice(0, -1);
    factor = 0.01;
  }
  rest = rest
    .trim()
    .replace(/^[=≈]\s*/, '')
    .replace(/(\d) (?=\d{3}\b)/g, '$1');
  const spellings = new Set([rest.replace(/(\d),(?=\d)/g, '$1.')]);
  if (/\d,\d{3}(?!\d)/.test(rest)) spellings.add(rest.replace(/(\d),(?=\d{3}(?!\d))/g, '$1'));
  const values: number[] = [];
  for (const spelling of spellings) {
    try {
      const value = evaluate(parseFormula(spelling, []), {});
      if (Number.isFinite(value)) values.push(value * factor);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
    }
  }
  return values;
}
