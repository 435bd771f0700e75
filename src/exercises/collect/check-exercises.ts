// Checks all exercises of the course; the build and the test run call it.
import { LessonError } from '../../lessons/lesson-error.ts';
import { courseFolders, evaluateLesson, readLessons } from './lessons.ts';
import { nodeRunner } from './run-in-node.ts';
import { problemOf } from './verify.ts';

/**
 * Throws a LessonError, which names file and line, at the first exercise that is ill-formed, whose id is taken or
 * whose key cannot be verified.
 */
export async function checkExercises(root: string, folders = courseFolders): Promise<void> {
  const run = nodeRunner(root);
  for (const lesson of await readLessons(root, folders))
    for (const exercise of await evaluateLesson(root, lesson)) {
      const problem = await problemOf(exercise, run);
      if (problem)
        throw new LessonError(lesson.file, exercise.line, `exercise "${exercise.id}": ${problem}`);
    }
}
