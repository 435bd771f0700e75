// Trained nets of 20 layers with blocks taken out: how much they still read. Every set of blocks was measured beforehand.
import { right } from './broken.generated.ts';
import { TEST_COUNT, unpackCounts } from './packed.ts';
import { KINDS, type Kind } from './race-job.ts';

export const BLOCKS = 9;
/** Blocks that halve the picture and double the channels. */
export const CHANGES_SHAPE: readonly number[] = [3, 6];

const counts = Object.fromEntries(KINDS.map((kind) => [kind, unpackCounts(right[kind])])) as Record<
  Kind,
  number[]
>;

/** Share of the test digits read correctly. `gone` has a bit for each block: bit 0 is the first. */
export const accuracyWithout = (kind: Kind, gone: number): number =>
  counts[kind][gone]! / TEST_COUNT;

export const isGone = (gone: number, block: number): boolean => ((gone >> block) & 1) === 1;

export const blocksIn = (gone: number): number[] =>
  Array.from({ length: BLOCKS }, (_, block) => block).filter((block) => isGone(gone, block));

/** With a single block out, block by block. */
export const single = (kind: Kind): number[] =>
  Array.from({ length: BLOCKS }, (_, block) => accuracyWithout(kind, 1 << block));

/** Mean over all sets of 0, 1, … 9 blocks. */
export function meanBySize(kind: Kind): number[] {
  const sums = new Array<number>(BLOCKS + 1).fill(0);
  const sets = new Array<number>(BLOCKS + 1).fill(0);
  counts[kind].forEach((_, gone) => {
    const size = blocksIn(gone).length;
    sums[size]! += accuracyWithout(kind, gone);
    sets[size]!++;
  });
  return sums.map((sum, size) => sum / sets[size]!);
}
