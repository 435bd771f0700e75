// How the results that ship with the page are written: counts and norms as short text, two letters each.
import { EPOCHS, KINDS, type Marks } from './race-job.ts';

/** Digits to learn from and to test. */
export const TRAIN_COUNT = 1437;
export const TEST_COUNT = 360;

const LETTERS = 36;
const LEVELS = LETTERS ** 2 - 1;
/** Powers of ten between which norms lie. */
const [LOW, HIGH] = [-5, 4];

/** A whole number below 1,296. */
export const packCount = (count: number): string => count.toString(LETTERS).padStart(2, '0');
export const unpackCounts = (text: string): number[] =>
  Array.from({ length: text.length / 2 }, (_, i) =>
    parseInt(text.slice(2 * i, 2 * i + 2), LETTERS),
  );

/** A positive number, within two per cent. */
export function packNorm(norm: number): string {
  const place = (Math.log10(Math.max(norm, 10 ** LOW)) - LOW) / (HIGH - LOW);
  return packCount(Math.min(LEVELS, Math.round(place * LEVELS)));
}
const unpackNorm = (level: number): number => 10 ** (LOW + (level / LEVELS) * (HIGH - LOW));

/** Marks of both nets, one text: for each net and epoch errors in training (two counts of up to 718), in the test, and the norms. */
export function packMarks(marks: Marks): string {
  return KINDS.map((kind) =>
    marks[kind]
      .map(({ train, test, norms }) => {
        const missed = Math.round(train * TRAIN_COUNT);
        const half = missed >> 1;
        return [
          packCount(half),
          packCount(missed - half),
          packCount(Math.round(test * TEST_COUNT)),
          ...norms.map(packNorm),
        ].join('');
      })
      .join(''),
  ).join('');
}

export function unpackMarks(text: string, depth: number): Marks {
  const numbers = unpackCounts(text);
  const width = 3 + depth - 1; // every layer but the last is a convolution
  const of = (net: number) =>
    Array.from({ length: EPOCHS + 1 }, (_, epoch) => {
      const at = (net * (EPOCHS + 1) + epoch) * width;
      const [half, rest, missed] = numbers.slice(at, at + 3) as [number, number, number];
      return {
        epoch,
        train: (half + rest) / TRAIN_COUNT,
        test: missed / TEST_COUNT,
        norms: numbers.slice(at + 3, at + width).map(unpackNorm),
      };
    });
  return { plain: of(0), residual: of(1) };
}
