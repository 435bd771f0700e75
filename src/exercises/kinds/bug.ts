// Marks the line that the reader pointed at.
import type { ExerciseOf, Verdict } from '../types.ts';

export function checkBug({ key }: ExerciseOf<'bug'>, line: number): Verdict {
  if (!line) return { correct: false, parts: [], note: { name: 'nothing' } };
  if (line === key.line) return { correct: true, parts: ['right'] };
  const known = key.wrong.find((wrong) => wrong.line === line);
  return known
    ? { correct: false, parts: [known.part] }
    : { correct: false, parts: [], note: { name: 'sure-line' } };
}

/** The program with the faulty line replaced. */
export function fixed({ code, line, fix }: ExerciseOf<'bug'>['key']): string {
  return code
    .split('\n')
    .map((text, index) => (index === line - 1 ? fix : text))
    .join('\n');
}
