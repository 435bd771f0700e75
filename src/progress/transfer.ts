// A reader's work as one file: out, and in again without losing anything.
import {
  isObject,
  keyOf,
  merged,
  readRecord,
  storeNames,
  type Records,
  type StoreName,
} from './records.ts';
import type { Progress } from './store.ts';

export type ProgressFile = {
  readonly format: 'downhill-progress';
  readonly version: 1;
  readonly exportedAt: string;
} & { readonly [S in StoreName]: readonly Records[S][] };

/** What is wrong with a file: not ours, of a later edition, or with a damaged record (counted from 1). */
export type FileProblem =
  | { readonly name: 'not-json' | 'not-ours' | 'newer' }
  | { readonly name: 'damaged'; readonly store: StoreName; readonly record: number };

/** Everything that is stored. */
export async function exportProgress(progress: Progress): Promise<ProgressFile> {
  const [answers, cells, positions, cards] = await Promise.all([
    progress.all('answers'),
    progress.all('cells'),
    progress.all('positions'),
    progress.all('cards'),
  ]);
  const exportedAt = new Date().toISOString();
  return { format: 'downhill-progress', version: 1, exportedAt, answers, cells, positions, cards };
}

/** Reads a file; every record is checked. */
export function readProgressFile(text: string): ProgressFile | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { name: 'not-json' };
  }
  if (!isObject(value) || value.format !== 'downhill-progress') return { name: 'not-ours' };
  if (value.version !== 1)
    return { name: typeof value.version === 'number' && value.version > 1 ? 'newer' : 'not-ours' };
  const read: Partial<Record<StoreName, unknown[]>> = {};
  for (const store of storeNames) {
    const list = value[store];
    if (!Array.isArray(list)) return { name: 'damaged', store, record: 0 };
    const records = list.map((item) => readRecord(store, item));
    const bad = records.indexOf(undefined);
    if (bad >= 0) return { name: 'damaged', store, record: bad + 1 };
    read[store] = records;
  }
  return { ...value, ...read } as unknown as ProgressFile;
}

/** Merges a file into what is stored: the newest answer wins, tries add up. Gives the number of records read. */
export async function importProgress(progress: Progress, file: ProgressFile): Promise<number> {
  let count = 0;
  for (const store of storeNames) {
    for (const record of file[store]) {
      const key = (keyOf[store] as (item: typeof record) => string)(record);
      const join = merged[store] as (a: typeof record, b: typeof record) => typeof record;
      await progress.update(
        store,
        key,
        (before) => (before ? join(before as typeof record, record) : record) as never,
      );
      count++;
    }
  }
  return count;
}
