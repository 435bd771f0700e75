// Opens the reader's database and brings an older one up to date.
import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';

export type Database = IDBPDatabase;
export type Migration = (
  database: Database,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/** Step n brings a database of version n to version n + 1. Never change a step that readers have run: add one. */
export const migrations: readonly Migration[] = [
  (database) => {
    for (const store of ['answers', 'cells', 'positions', 'cards'])
      database.createObjectStore(store);
  },
];

/**
 * Opens the database at the newest version.
 * @param onClosed called when another tab needs a newer version or the browser closed the connection
 */
export function openDatabase(
  name: string,
  onClosed: () => void,
  steps: readonly Migration[] = migrations,
): Promise<Database> {
  return openDB(name, steps.length, {
    async upgrade(database, from, _to, transaction) {
      for (const step of steps.slice(from))
        await step(database, transaction as unknown as Parameters<Migration>[1]);
    },
    blocking(_now, _wanted, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
