// Marks pairs put together.
import type { Answers, ExerciseOf, Verdict } from '../types.ts';

/** Each wrong pair draws the explanation of its left side. */
export function checkMatch(
  { key, outline }: ExerciseOf<'match'>,
  answer: Answers['match'],
): Verdict {
  const given = outline.left.filter((left) => answer[left] !== undefined);
  if (!given.length) return { correct: false, parts: [], note: { name: 'nothing' } };
  if (given.length < outline.left.length)
    return { correct: false, parts: [], note: { name: 'some-missing' } };
  const mistaken = outline.left.filter((left) => answer[left] !== key.pairs[left]);
  if (!mistaken.length) return { correct: true, parts: ['right'], detail: [] };
  const of = outline.left.length;
  return {
    correct: false,
    parts: mistaken.map((left) => `why-${left}`),
    note: { name: 'count', right: of - mistaken.length, of },
    detail: mistaken,
  };
}
