// The cells that a reader changed.
import type { CellRecord } from './records.ts';
import { progress } from './store.ts';

/** The reader's version of a cell, if there is one. */
export function readCell(lesson: string, id: string): Promise<CellRecord | undefined> {
  return progress().get('cells', `${lesson}/${id}`);
}

/** Keeps the reader's version. `baseHash` is the hash of the author's source it was made from. */
export async function writeCell(cell: Omit<CellRecord, 'at'>): Promise<void> {
  const record = { ...cell, at: Date.now() };
  await progress().update('cells', `${cell.lesson}/${cell.id}`, () => record);
}

/** Forgets the reader's version. */
export function removeCell(lesson: string, id: string): Promise<void> {
  return progress().remove('cells', `${lesson}/${id}`);
}

/** Calls back when a cell of the lesson was changed or reset, in this tab or another. Returns how to stop. */
export function watchCells(lesson: string, callback: (id: string) => void): () => void {
  return progress().watch((store, key) => {
    if (store === 'cells' && key.startsWith(`${lesson}/`)) callback(key.slice(lesson.length + 1));
  });
}
