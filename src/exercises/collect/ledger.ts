// The ledger of questions: for each exercise its version and a hash of what is asked, so that a change is noticed.
// It stands in src/exercises/ledger/, one file a lesson.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonExercises } from './lessons.ts';

/** By language and id. */
export type Ledger = Readonly<Record<string, { readonly version: number; readonly hash: string }>>;

/** What the ledger should say of lessons as they are. */
export function ledgerOf(lessons: readonly LessonExercises[]): Ledger {
  const entries = lessons.flatMap(({ lang, exercises }) =>
    exercises.map(({ id, version, hash }) => [`${lang}/${id}`, { version, hash }] as const),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Questions that changed although their version did not, or whose version fell: one sentence each. */
export function ledgerProblems(before: Ledger, now: Ledger): string[] {
  return Object.entries(now).flatMap(([key, { version, hash }]) => {
    const old = before[key];
    if (!old) return [];
    if (version < old.version) return [`${key}: version ${version} is below ${old.version}`];
    if (hash !== old.hash && version === old.version)
      return [
        `${key}: the question or its key changed; give it version={${version + 1}}, or run "node tools/exercise-ledger.ts --reword" if only the wording did`,
      ];
    return [];
  });
}

/** Entries that are missing or out of date. */
export function ledgerStale(before: Ledger, now: Ledger): string[] {
  return Object.entries(now)
    .filter(([key, { version, hash }]) => {
      const old = before[key];
      return old?.version !== version || old.hash !== hash;
    })
    .map(([key]) => key);
}

/** The ledger of one lesson as it stands; empty for a new lesson. */
export function readLedger(root: string, lesson: string): Ledger {
  try {
    return JSON.parse(readFileSync(fileOf(root, lesson), 'utf8')) as Ledger;
  } catch {
    return {};
  }
}

/** Writes a lesson's entries. Those of removed exercises stay: an id is never given to another question. */
export function writeLedger(root: string, lesson: string, now: Ledger): void {
  const all = Object.entries({ ...readLedger(root, lesson), ...now });
  const sorted = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  mkdirSync(join(root, 'src/exercises/ledger'), { recursive: true });
  writeFileSync(fileOf(root, lesson), `${JSON.stringify(sorted, null, 2)}\n`);
}

const fileOf = (root: string, lesson: string) => join(root, `src/exercises/ledger/${lesson}.json`);
