// The reader's work: kept in memory for this page and in IndexedDB for good; every tab hears of a change.
import { openDatabase, type Database } from './database.ts';
import { merged, readRecord, storeNames, type Records, type StoreName } from './records.ts';

/**
 * Why work may not last: storage is not to be had, it is full, some of what is stored cannot be read, or another
 * tab runs a newer edition of the site.
 */
export type Trouble = 'unavailable' | 'full' | 'damaged' | 'outdated';

export interface Progress {
  get<S extends StoreName>(store: S, key: string): Promise<Records[S] | undefined>;
  all<S extends StoreName>(store: S): Promise<Records[S][]>;
  /** Reads, changes and writes in one go, so that two tabs do not overwrite each other. */
  update<S extends StoreName>(
    store: S,
    key: string,
    change: (before: Records[S] | undefined) => Records[S],
  ): Promise<Records[S]>;
  remove(store: StoreName, key: string): Promise<void>;
  /** Calls back after each change in this or another tab. Returns how to stop. */
  watch(callback: (store: StoreName, key: string) => void): () => void;
  trouble(): Trouble | undefined;
  watchTrouble(callback: (trouble: Trouble) => void): () => void;
  close(): Promise<void>;
}

/** Opens the reader's work. Nothing here throws for want of storage: `trouble` tells. */
export function createProgress(name = 'downhill'): Progress {
  // What this page wrote and storage did not take; it outranks storage until the page is left.
  const kept = new Map<StoreName, Map<string, Records[StoreName] | undefined>>(
    storeNames.map((store) => [store, new Map()]),
  );
  const watchers = new Set<(store: StoreName, key: string) => void>();
  const troubleWatchers = new Set<(trouble: Trouble) => void>();
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${name}-progress`);
  let trouble: Trouble | undefined;
  let opening: Promise<Database | undefined> | undefined;

  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const { store, key } = (event.data ?? {}) as { store?: StoreName; key?: string };
    if (store && storeNames.includes(store) && typeof key === 'string') tell(store, key);
  });

  function tell(store: StoreName, key: string): void {
    for (const watcher of [...watchers]) watcher(store, key);
  }

  function report(found: Trouble): void {
    if (trouble === found) return;
    trouble = found;
    for (const watcher of [...troubleWatchers]) watcher(found);
  }

  function database(): Promise<Database | undefined> {
    opening ??= openOrTell();
    return opening;
  }

  async function openOrTell(): Promise<Database | undefined> {
    try {
      if (typeof indexedDB === 'undefined') throw new Error('no IndexedDB');
      const opened = openDatabase(name, () => (opening = undefined));
      return await Promise.race([opened, tooLong()]);
    } catch (error) {
      report(nameOf(error) === 'VersionError' ? 'outdated' : 'unavailable');
      return undefined;
    }
  }

  function read<S extends StoreName>(store: S, value: unknown): Records[S] | undefined {
    if (value === undefined) return undefined;
    const record = readRecord(store, value);
    if (!record) report('damaged');
    return record;
  }

  /** Runs a task on the database; a lost connection is opened again once, any failure is told. */
  async function attempt<T>(task: (db: Database) => Promise<T>): Promise<T | undefined> {
    for (let tries = 0; tries < 2; tries++) {
      const db = await database();
      if (!db) return undefined;
      try {
        return await task(db);
      } catch (error) {
        if (nameOf(error) === 'InvalidStateError' && tries === 0) {
          opening = undefined;
          continue;
        }
        report(nameOf(error) === 'QuotaExceededError' ? 'full' : 'unavailable');
      }
    }
    return undefined;
  }

  return {
    async get(store, key) {
      const mine = kept.get(store)!;
      if (mine.has(key)) return mine.get(key) as never;
      return read(store, await attempt((db) => db.get(store, key) as Promise<unknown>));
    },

    async all(store) {
      const stored = await attempt(async (db) => {
        const transaction = db.transaction(store);
        return Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      });
      const [keys, values] = stored ?? [[], []];
      const records = new Map<string, unknown>();
      keys.forEach((key, index) => records.set(String(key), read(store, values[index])));
      for (const [key, record] of kept.get(store)!) records.set(key, record);
      return [...records.values()].filter((record) => record !== undefined) as never;
    },

    async update(store, key, change) {
      const mine = kept.get(store)!;
      let result: Records[typeof store] | undefined;
      const written = await attempt(async (db) => {
        const transaction = db.transaction(store, 'readwrite');
        const stored = read(store, await transaction.store.get(key));
        const unsaved = mine.get(key) as typeof stored;
        const before =
          stored && unsaved ? (merged[store] as Merge)(stored, unsaved) : (unsaved ?? stored);
        result = change(before as never);
        await Promise.all([transaction.store.put(result, key), transaction.done]);
        return true;
      });
      if (written) mine.delete(key);
      else mine.set(key, (result ??= change(mine.get(key) as never)));
      channel?.postMessage({ store, key });
      tell(store, key);
      return result as never;
    },

    async remove(store, key) {
      const removed = await attempt(async (db) => {
        await db.delete(store, key);
        return true;
      });
      if (removed) kept.get(store)!.delete(key);
      else kept.get(store)!.set(key, undefined);
      channel?.postMessage({ store, key });
      tell(store, key);
    },

    watch(callback) {
      watchers.add(callback);
      return () => void watchers.delete(callback);
    },
    trouble: () => trouble,
    watchTrouble(callback) {
      troubleWatchers.add(callback);
      return () => void troubleWatchers.delete(callback);
    },
    async close() {
      channel?.close();
      (await opening)?.close();
    },
  };
}

type Merge = (a: Records[StoreName], b: Records[StoreName]) => Records[StoreName];

/** A database that another tab holds on to never opens; the page must not wait for it. */
function tooLong(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('blocked')), 4000));
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

let shared: Progress | undefined;

/** The page's one connection to the reader's work. */
export function progress(): Progress {
  shared ??= createProgress();
  return shared;
}
