// Every exercise of the course and of the gallery: right answers pass, known mistakes fail and are told apart.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { courseFolders, evaluateLesson, galleryFolders, readLessons } from './lessons.ts';
import { nodeRunner } from './run-in-node.ts';
import { problemOf } from './verify.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const lessons = await readLessons(root, [...courseFolders, ...galleryFolders]);
const run = nodeRunner(root);

for (const lesson of lessons) {
  const exercises = await evaluateLesson(root, lesson);
  test.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    `the key of ${lesson.lang} %s holds`,
    async (_, exercise) => {
      expect(await problemOf(exercise, run)).toBeUndefined();
    },
  );
}

test('an exercise is the same in both languages: id, kind, version, options and key', () => {
  for (const english of lessons.filter(({ lang }) => lang === 'en')) {
    const chinese = lessons.find(({ lang, lesson }) => lang === 'zh' && lesson === english.lesson);
    if (!chinese) continue; // src/lessons/parity.test.ts asks for the translation
    const shape = ({ exercises }: typeof english) =>
      exercises.map(({ id, kind, version, hints, keyHash }) => [id, kind, version, hints, keyHash]);
    expect(shape(chinese)).toEqual(shape(english));
  }
});
