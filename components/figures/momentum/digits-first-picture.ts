// The laps of the digits race at its first settings, trained when the site is built; the page finds them in its own HTML.
import type { Lap } from './digits-training.ts';

export const firstSettings = { batchSize: 32, scale: 1, seed: 1 } as const;

async function trainAtBuild(): Promise<readonly Lap[]> {
  const { readFile } = await import('node:fs/promises');
  const { setDataSource } = await import('../../../src/engine/index.ts');
  const { trainSideBySide } = await import('./digits-training.ts');
  setDataSource(async (name) => new Uint8Array(await readFile(`public/data/${name}`)));
  const laps: Lap[] = [];
  for await (const lap of trainSideBySide(firstSettings)) laps.push(lap);
  return laps;
}

const trained: readonly Lap[] | null = import.meta.env.SSR ? await trainAtBuild() : null;

/** As JSON: at build from the training, in the page from the element that the build wrote. */
export function firstLaps(elementId: string): string {
  if (trained) return JSON.stringify(trained.map(rounded));
  return document.getElementById(elementId)?.textContent ?? '[]';
}

const rounded = (lap: Lap): Lap => ({
  ...lap,
  loss: Number(lap.loss.toPrecision(5)),
  accuracy: Number(lap.accuracy.toPrecision(5)),
});
