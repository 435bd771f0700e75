// Marks steps put in order.
import type { Answers, ExerciseOf, Verdict } from '../types.ts';
import { seedFrom, shuffled } from '../vars.ts';

/** Steps of one rank may stand in any order among themselves. */
export function checkOrder({ key }: ExerciseOf<'order'>, answer: Answers['order']): Verdict {
  const ranks = answer.map((step) => key.ranks[step]);
  if (isSorted(ranks)) return { correct: true, parts: ['right'] };
  const place = (step: string) => answer.indexOf(step);
  const known = key.wrong.find(({ first, then }) => place(first) < place(then));
  if (known) return { correct: false, parts: [known.part] };
  const sorted = [...ranks].sort((a, b) => a - b);
  const right = ranks.filter((rank, index) => rank === sorted[index]).length;
  return { correct: false, parts: [], note: { name: 'count', right, of: answer.length } };
}

/** The order in which the steps are first shown: mixed, always the same, never already right. */
export function mixedSteps(id: string, steps: readonly string[]): string[] {
  for (let seed = seedFrom(id); ; seed++) {
    const mixed = shuffled(steps, seed);
    if (mixed.some((step, index) => step !== steps[index])) return mixed;
  }
}

const isSorted = (ranks: readonly number[]) =>
  ranks.every((rank, index) => index === 0 || ranks[index - 1] <= rank);
