// Marks a shape: (32, 10), 32×10, [32, 10] and 32, 10 are the same.
import type { ExerciseOf, Vars, Verdict } from '../types.ts';

export function checkShape({ key }: ExerciseOf<'shape'>, answer: string, vars: Vars): Verdict {
  if (!answer.trim()) return { correct: false, parts: [], note: { name: 'nothing' } };
  const shape = readShape(answer);
  if (!shape) return { correct: false, parts: [], note: { name: 'unreadable-shape' } };
  const expected = key.answer(vars);
  if (same(shape, expected)) return { correct: true, parts: ['right'] };
  const known = key.wrong.find(({ value }) => same(shape, value(vars)));
  if (known) return { correct: false, parts: [known.part] };
  const [found, wanted] = [shape.length, expected.length];
  return found === wanted
    ? { correct: false, parts: [], note: { name: 'not-yet' } }
    : { correct: false, parts: [], note: { name: 'wrong-length', found, expected: wanted } };
}

/** The sizes in a typed shape, or undefined; `()` is the shape of a single number. */
export function readShape(text: string): number[] | undefined {
  const inner = text
    .trim()
    .replace(/^[a-z. ]+(?=[([])/i, '')
    .replace(/^[([（]|[)\]）]$/g, '')
    .replace(/,\s*$/, '')
    .trim();
  if (!inner) return /[([（]/.test(text) ? [] : undefined;
  const sizes = inner.split(/\s*[,，x×*·;]\s*|\s+/i);
  return sizes.every((size) => /^\d+$/.test(size)) ? sizes.map(Number) : undefined;
}

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((size, index) => size === b[index]);
