import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exerciseNames, findComponents } from './components.ts';
import { lessonFiles } from './check-lessons.ts';
import { parseLesson } from './parse-lesson.ts';
import { findTypedResults } from './typed-results.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = (source: string) =>
  findTypedResults(parseLesson(source), new Set(['Choice'])).map(({ text }) => text);

describe('numbers in prose that look like results', () => {
  it('are found: decimals, percentages, long whole numbers', () => {
    expect(results('It reached 97.5 % after 12,400 steps with a loss of 0.031.')).toEqual([
      '97.5 %',
      '12,400',
      '0.031',
    ]);
  });

  it('are not years, small counts, settings, formulas, code or values from a cell', () => {
    expect(
      results("In 1986 three people used η = 0.1, $0.125$ and `0.125` {v('loss', '.3f')}."),
    ).toEqual([]);
  });

  it('may stand beside the source they are quoted from', () => {
    expect(results('ResNet-20 errs on 8.75 % <Cite id="he2016" />.')).toEqual([]);
    expect(
      results('AlexNet has 61,100,840 parameters. {/* number: computed in lesson 12 */}'),
    ).toEqual([]);
  });

  it('may stand in a table right after such a sentence, and in no other table', () => {
    const table = '| depth | error |\n|---|---|\n| 20 | 8.75 % |';
    expect(results(`Their errors <Cite id="he2016" />:\n\n${table}`)).toEqual([]);
    expect(results(`Our errors:\n\n${table}`)).toEqual(['8.75']);
  });

  it('are left alone in exercises', () => {
    expect(results('<Choice id="a">\n\nIs it 0.125 or 0.250?\n\n</Choice>')).toEqual([]);
  });

  it('do not occur in the lessons', () => {
    const exercises = exerciseNames(findComponents(root));
    const found = lessonFiles(root).flatMap((file) =>
      findTypedResults(parseLesson(readFileSync(`${root}/${file}`, 'utf8')), exercises).map(
        ({ line, text }) =>
          `${file}:${line}: ${text} looks like a result; take it from a cell with {v('name')}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
