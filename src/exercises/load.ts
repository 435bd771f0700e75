// Brings the exercises of a lesson into the browser: keys, feedback and hints, as one chunk a lesson.
import { lessons } from 'virtual:downhill/exercises';
import { register, registered } from './registry.ts';
import type { Exercise, Lang } from './types.ts';

/** All exercises of a lesson, in the order of the lesson; none for a lesson that has none. */
export async function loadLesson(lang: Lang, lesson: string): Promise<readonly Exercise[]> {
  const exercises = (await lessons[`${lang}/${lesson}`]?.())?.default ?? [];
  register(exercises);
  return exercises;
}

/** One exercise; throws when the lesson has no exercise of that id. */
export async function loadExercise(lang: Lang, lesson: string, id: string): Promise<Exercise> {
  if (!registered(lang, id)) await loadLesson(lang, lesson);
  const exercise = registered(lang, id);
  if (!exercise) throw new Error(`lesson ${lang}/${lesson} has no exercise "${id}"`);
  return exercise;
}

/** Slugs of the lessons that have exercises in a language. */
export function lessonsWithExercises(lang: Lang): string[] {
  return Object.keys(lessons)
    .filter((key) => key.startsWith(`${lang}/`))
    .map((key) => key.slice(lang.length + 1));
}
