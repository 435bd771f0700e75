// Modules that the build makes from the lessons (see collect/vite.ts).

declare module 'virtual:downhill/exercises' {
  import type { Exercise } from './types.ts';
  /** By language and lesson, such as `en/perceptron`. */
  export const lessons: Readonly<
    Record<string, () => Promise<{ readonly default: readonly Exercise[] }>>
  >;
}

declare module 'virtual:downhill/exercise-index' {
  import type { IndexEntry } from './types.ts';
  /** What each lesson asks, without questions and keys; the same in all languages. */
  export const index: Readonly<Record<string, readonly IndexEntry[]>>;
}

declare module 'virtual:downhill/exercises/*/register';

declare module 'virtual:downhill/exercises/*' {
  import type { Exercise } from './types.ts';
  const exercises: readonly Exercise[];
  export default exercises;
}
