// Fetches for the worker, which has no network of its own: data sets of the site and its own add-ons, nothing else.
import katexAddress from './addon-katex.ts?worker&url';
import plotAddress from './addon-plot.ts?worker&url';
import type { FromWorker, Supply } from './protocol.ts';
import { fetchText } from './sandbox.ts';

const addons: Record<string, string> = { plot: plotAddress, katex: katexAddress };
let names: Promise<ReadonlySet<string>> | undefined;

export async function supplyFor(
  { ticket, kind, name }: Extract<FromWorker, { type: 'want' }>,
  base: string,
): Promise<Supply> {
  try {
    if (kind === 'addon') {
      if (!Object.hasOwn(addons, name)) throw new Error(`There is no add-on “${name}”.`);
      return { type: 'supply', ticket, code: await fetchText(addons[name]) };
    }
    names ??= dataNames(base);
    // Only names of the site's own list: an address can carry a message.
    if (!(await names).has(name)) throw new Error(`There is no data set “${name}”.`);
    const response = await fetch(`${base}data/${name}`);
    if (!response.ok)
      throw new Error(`The data set “${name}” could not be fetched (${response.status}).`);
    return { type: 'supply', ticket, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    return {
      type: 'supply',
      ticket,
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

async function dataNames(base: string): Promise<ReadonlySet<string>> {
  const text = await fetchText(`${base}data/manifest.json`);
  return new Set([
    'manifest.json',
    ...[...text.matchAll(/"([\w-]+\.(?:bin|json|safetensors))"/g)].map((match) => match[1]),
  ]);
}
