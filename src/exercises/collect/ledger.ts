// The ledger of questions: for each exercise its version and a hash of what is asked, so that a change is noticed.
import type { LessonExercises } from './lessons.ts';

/** By language and id. */
export type Ledger = Readonly<Record<string, { readonly version: number; readonly hash: string }>>;

/** What the ledger should say of the lessons as they are. */
export function ledgerOf(lessons: readonly LessonExercises[]): Ledger {
  const entries = lessons.flatMap(({ lang, exercises }) =>
    exercises.map(({ id, version, hash }) => [`${lang}/${id}`, { version, hash }] as const),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sentences on what stands in the way of writing the new ledger over the old. */
export function ledgerProblems(before: Ledger, now: Ledger): string[] {
  return Object.entries(now).flatMap(([key, { version, hash }]) => {
    const old = before[key];
    if (!old) return [];
    if (version < old.version) return [`${key}: version ${version} is below ${old.version}`];
    if (hash !== old.hash && version === old.version)
      return [
        `${key}: the question or its key changed; give it version={${version + 1}} (or, for a change of wording only, run the ledger with --reword)`,
      ];
    return [];
  });
}

/** What in the lessons the ledger does not know yet, or knows otherwise. */
export function ledgerStale(before: Ledger, now: Ledger): string[] {
  return Object.entries(now)
    .filter(([key, { version, hash }]) => {
      const old = before[key];
      return old?.version !== version || old.hash !== hash;
    })
    .map(([key]) => key);
}
