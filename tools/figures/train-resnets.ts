// Trains the nets that the ResNet figures start with, on the digits in public/data, and writes what came out beside the figures.
// With the deterministic kernels and fixed seeds every machine writes the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureAccuracy, setDataSource, useKernels, type nn } from '../../src/engine/index.ts';
import { blockCount, withoutBlocks } from '../../components/figures/resnet/net.ts';
import { packCount, packMarks, TEST_COUNT } from '../../components/figures/resnet/packed.ts';
import { loadPictures, race } from '../../components/figures/resnet/race.ts';
import {
  DEPTHS,
  firstSettings,
  KINDS,
  type Kind,
  type Mark,
  type Settings,
} from '../../components/figures/resnet/race-job.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
setDataSource(async (name) => new Uint8Array(readFileSync(`${root}/public/data/${name}`)));
useKernels('deterministic');

/** The depth of the nets from which blocks are taken. */
const BROKEN_DEPTH = 20;
const SEEDS = [1, 2, 3];

async function run(settings: Settings) {
  const marks: Record<Kind, Mark[]> = { plain: [], residual: [] };
  const models = {} as Record<Kind, nn.Sequential>;
  const { signal } = new AbortController();
  const report = ({ mark }: { mark?: { kind: Kind; mark: Mark } }) => {
    if (mark) marks[mark.kind].push(mark.mark);
  };
  await race(settings, { report, signal }, (kind, model) => (models[kind] = model));
  return { marks, models };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const packed: Record<number, string> = {};
const ends: Record<number, Record<Kind, number[]>> = {};
const right: Partial<Record<Kind, string>> = {};
for (const depth of DEPTHS)
  for (const seed of SEEDS) {
    const { marks, models } = await run({ ...firstSettings, depth, seed });
    if (seed === firstSettings.seed) packed[depth] = packMarks(marks);
    for (const kind of KINDS) {
      const { train, test } = marks[kind].at(-1)!;
      ((ends[depth] ??= { plain: [], residual: [] })[kind] ??= []).push(Number(train.toFixed(4)));
      console.log(depth, seed, kind, 'training', percent(train), 'test', percent(test));
    }
    if (depth === BROKEN_DEPTH && seed === firstSettings.seed)
      for (const kind of KINDS) right[kind] = await breakBlocks(models[kind]);
  }

/** For every set of blocks taken out, a bit for each: how many test digits are still read correctly. */
async function breakBlocks(model: nn.Sequential): Promise<string> {
  const { test } = await loadPictures();
  const sets = 2 ** blockCount(BROKEN_DEPTH);
  const counts = Array.from({ length: sets }, (_, gone) => {
    const broken = withoutBlocks(model, (block) => ((gone >> block) & 1) === 1);
    return Math.round(measureAccuracy(broken, test) * TEST_COUNT);
  });
  console.log(
    'whole',
    counts[0],
    'one out',
    counts.filter((_, i) => [1, 2, 4, 8, 16, 32, 64, 128, 256].includes(i)).join(' '),
  );
  return counts.map(packCount).join('');
}

writeFileSync(
  `${root}/components/figures/resnet/race.generated.ts`,
  `// Written by tools/figures/train-resnets.ts: for each depth the errors and gradient norms of a plain and a residual net, epoch by epoch.
export const packedMarks: Readonly<Record<number, string>> = ${JSON.stringify(packed)};
/** Share of training digits misread after the last epoch, from starts ${SEEDS.join(', ')}. */
export const ends: Readonly<Record<number, { readonly plain: readonly number[]; readonly residual: readonly number[] }>> = ${JSON.stringify(ends)};
`,
);
writeFileSync(
  `${root}/components/figures/resnet/broken.generated.ts`,
  `// Written by tools/figures/train-resnets.ts: how many of the ${TEST_COUNT} test digits nets of ${BROKEN_DEPTH} layers read correctly with blocks taken
// out, two letters for each of the 512 sets of their nine blocks.
export const right = ${JSON.stringify(right)} as const;
`,
);
