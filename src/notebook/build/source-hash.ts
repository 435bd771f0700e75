// A hash of everything besides a lesson's own text that decides what its cells give: engine, notebook, data sets.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const hashOf = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 20);

/** What decides the results of cells: files and folders below the project's root. */
export const cellSources: readonly string[] = [
  'src/engine',
  'src/notebook',
  'src/pictures',
  'src/i18n/notebook.ts',
  'public/data',
];

/** Environment variables that decide what a lesson or an exercise is compiled to: addresses begin with the base. */
export const buildSettings: readonly string[] = ['BASE_PATH'];

/** The folder for what is kept of builds with the present settings; empty for a site at the root of its host. */
export const settingsFolder = (): string =>
  buildSettings.map((name) => (process.env[name] ?? '').replace(/[^\w-]/g, '')).join('-');

/**
 * The key under which a result is kept: changes with the sources, the build's settings and the inputs.
 * @param inputs whatever else decides the result, as JSON holds it
 */
export async function keyOf(
  root: string,
  sources: readonly string[],
  ...inputs: unknown[]
): Promise<string> {
  const settings = buildSettings.map((name) => process.env[name]);
  return hashOf(JSON.stringify([await hashOfSources(root, sources), settings, inputs]));
}

const reading = new Map<string, Promise<string>>();

/**
 * Changes with the content of any of the files, tests, notes and styles left out.
 * Hundreds of lessons ask for it at once: those that ask during a reading share it.
 */
export function hashOfSources(root: string, sources = cellSources): Promise<string> {
  const name = [root, ...sources].join('\n');
  const shared =
    reading.get(name) ?? readSources(root, sources).finally(() => reading.delete(name));
  reading.set(name, shared);
  return shared;
}

async function readSources(root: string, sources: readonly string[]): Promise<string> {
  const marks = await Promise.all(sources.map((source) => markOf(join(root, source))));
  return hashOf([process.version, ...marks.flat()].join('\n'));
}

async function markOf(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return [];
  if (info.isDirectory()) {
    const names = (await readdir(path)).sort();
    return (await Promise.all(names.map((name) => markOf(join(path, name))))).flat();
  }
  if (/\.test\.ts$|\.md$|\.css$/.test(path)) return [];
  const state = `${info.size} ${info.mtimeMs}`;
  const read = known.get(path);
  if (read?.state === state) return [read.mark];
  const mark = `${path} ${hashOf(await readFile(path))}`;
  known.set(path, { state, mark });
  return [mark];
}

/** By path: what a file holds, as long as its size and time of change stay. A fresh checkout changes times alone. */
const known = new Map<string, { readonly state: string; readonly mark: string }>();
