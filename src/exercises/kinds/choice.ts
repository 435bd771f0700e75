// Marks a choice among options.
import type { Answers, ExerciseOf, Verdict } from '../types.ts';

/** With several right options each one chosen wrongly or missed draws its explanation. */
export function checkChoice(
  { key, outline }: ExerciseOf<'choice'>,
  answer: Answers['choice'],
): Verdict {
  if (!answer.length) return { correct: false, parts: [], note: { name: 'nothing' } };
  const isRight = (option: string) => answer.includes(option) === key.correct.includes(option);
  const mistaken = outline.options.filter((option) => !isRight(option));
  const explained = mistaken.length
    ? mistaken.filter((option) => outline.multiple || answer.includes(option))
    : key.correct;
  return {
    correct: !mistaken.length,
    parts: explained.map((option) => `why-${option}`),
    ...(mistaken.length && outline.multiple
      ? {
          note: {
            name: 'count',
            right: outline.options.length - mistaken.length,
            of: outline.options.length,
          },
        }
      : {}),
    detail: mistaken,
  };
}
