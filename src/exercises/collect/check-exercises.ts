// Checks all exercises of the course; the build and the test run call it.
import { keptOrMade } from '../../keep-file.ts';
import { LessonError } from '../../lessons/lesson-error.ts';
import { keyOf } from '../../notebook/build/source-hash.ts';
import {
  courseFolders,
  evaluateLesson,
  exerciseSources,
  keptExercises,
  readLessons,
  type LessonExercises,
} from './lessons.ts';
import { nodeRunner } from './run-in-node.ts';
import { problemOf } from './verify.ts';

/**
 * Throws a LessonError, which names file and line, at the first exercise that is ill-formed, whose id is taken or
 * whose key cannot be verified. What held in an earlier build and has not changed since is not tried again.
 */
export async function checkExercises(root: string, folders = courseFolders): Promise<void> {
  for (const lesson of await readLessons(root, folders))
    await keptOrMade(
      keptExercises(root, 'checked-exercises', lesson),
      await keyOf(root, exerciseSources, lesson),
      () => checkLesson(root, lesson),
    );
}

/** How many exercises hold. */
async function checkLesson(root: string, lesson: LessonExercises): Promise<number> {
  const run = nodeRunner(root);
  const exercises = await evaluateLesson(root, lesson);
  for (const exercise of exercises) {
    const problem = await problemOf(exercise, run);
    if (problem)
      throw new LessonError(lesson.file, exercise.line, `exercise "${exercise.id}": ${problem}`);
  }
  return exercises.length;
}
