// Files that one build keeps for the next.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Written beside and moved, so that two builds at once, or two parts of one, never read or move half a file. */
export async function keepFile(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, data);
  await rename(draft, path);
}

/**
 * The result for a key: the kept one, or a new one, which is kept in its place. What fails is not kept.
 * @param file one a thing, whatever its state: an edit takes the place of what was kept before it
 * @param key a hash of all that decides the result
 * @param make gives plain data; NaN, the infinities and undefined come back as they were, which JSON would not do
 */
export async function keptOrMade<Result>(
  file: string,
  key: string,
  make: () => Promise<Result>,
): Promise<Result> {
  const kept = await readKept<Result>(file);
  if (kept?.key === key) return kept.result;
  const result = await make();
  await keepFile(file, serialize({ key, result }));
  return result;
}

interface Kept<Result> {
  readonly key: string;
  readonly result: Result;
}

async function readKept<Result>(file: string): Promise<Kept<Result> | undefined> {
  try {
    return deserialize(await readFile(file)) as Kept<Result>;
  } catch {
    return undefined; // not there yet, or cut off: it is made again
  }
}
