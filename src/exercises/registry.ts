// The exercises known on this page: put in by the build for drawing, loaded in the browser when first needed.
import type { Exercise, Lang } from './types.ts';

const known = new Map<string, Exercise>();

/** Makes exercises known by language and id. */
export function register(exercises: readonly Exercise[]): void {
  for (const exercise of exercises) known.set(`${exercise.lang}/${exercise.id}`, exercise);
}

/** The exercise, if it is already here. */
export function registered(lang: Lang, id: string): Exercise | undefined {
  return known.get(`${lang}/${id}`);
}
