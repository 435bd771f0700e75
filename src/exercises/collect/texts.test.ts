// Words of the glossary and values of cells inside exercises.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ExerciseOf } from '../types.ts';
import { fill } from '../vars.ts';
import { collectExercises } from './collect.ts';
import { evaluateLesson, galleryFolders, readLessons } from './lessons.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const question = (text: string, key = '2') =>
  `---\ntitle: X\n---\n\n<NumberAnswer id="x-a" answer={${key}}>\n  ${text}\n\n  <Right>Yes.</Right>\n</NumberAnswer>`;
const collect = (source: string, lang: 'en' | 'zh' = 'en') =>
  collectExercises(
    source,
    { file: `content/${lang}/x.mdx`, lang, lesson: 'x' },
    new Set(),
    new Map([['steps', 1234]]),
  )[0];

test('a word of the glossary is a link with a card, in the language of the lesson', () => {
  const source = question('How large is the <Term id="momentum">momentum</Term>?');
  const link = (before: string) =>
    `<a class=\\"term\\" href=\\"/${before}glossary/#momentum\\" data-card=\\"term:momentum\\">momentum</a>`;
  expect(collect(source).code).toContain(link(''));
  expect(collect(source, 'zh').code).toContain(link('zh/'));
});

test('a value of a cell stands in the text and in formulas, formatted as in prose', () => {
  const { code } = collect(question("After {v('steps', ',d')} steps, $n = \\val{v('steps')}$?"));
  expect(code).toContain('After 1,234 steps');
  expect(code).toContain('1234');
});

test('a value that no cell defines is named with its line, in a text and in a key', () => {
  const message = 'content/en/x.mdx:6: no cell of this lesson defines';
  expect(() => collect(question("After {v('stepz')} steps?"))).toThrow(message);
  expect(() => collect(question('How many?', "v('stepz')"))).toThrow(
    'no cell of this lesson defines a number, text or boolean called "stepz"',
  );
});

test('a key can be a value that a cell of the lesson computed', async () => {
  const [english] = await readLessons(root, galleryFolders);
  const exercises = await evaluateLesson(root, english);
  const predict = exercises.find(({ id }) => id === 'gallery-parameters') as ExerciseOf<'predict'>;
  expect(predict.key.answer({})).toBe(784 * 16 + 16 + (16 * 16 + 16) + (16 * 10 + 10));
  expect(fill(predict.parts.right, {})).toContain('Together 13,002.');
});
