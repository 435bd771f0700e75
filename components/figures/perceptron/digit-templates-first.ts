// The templates, trained when the site is built on the digits and the split of the lesson's cell; the page finds them in its HTML.
import {
  CLASSES,
  MOST_INK,
  PIXELS,
  ROUNDS,
  changesOf,
  lettersOf,
  ranking,
  scoresOf,
  trainTemplates,
  type DigitRun,
} from './digit-templates.ts';

/** How many unseen digits a reader can choose from. */
export const SHOWN = 60;

async function trainAtBuild(): Promise<DigitRun> {
  const { readFile } = await import('node:fs/promises');
  const { loadDigits, setDataSource, trainTestSplit } =
    await import('../../../src/engine/index.ts');
  setDataSource(async (name) => new Uint8Array(await readFile(`public/data/${name}`)));
  const { train, test } = trainTestSplit(await loadDigits(), { testSize: 0.25, stratify: true });
  const ink = (pixels: ArrayLike<number>): number[] =>
    Array.from(pixels, (value) => Math.round(value * MOST_INK));
  const unseen = ink(test.x.data);
  const picture = (i: number): number[] => unseen.slice(i * PIXELS, (i + 1) * PIXELS);
  const weights = trainTemplates(ink(train.x.data), train.y.data, ROUNDS);
  const labels = [...test.y.data];
  const run: DigitRun = {
    changes: changesOf(weights),
    accuracy: [],
    unseen: labels.length,
    pictures: Array.from({ length: SHOWN }, (_, i) => lettersOf(picture(i))),
    labels: labels.slice(0, SHOWN).join(''),
  };
  const accuracy = weights.map((_, r) => {
    const right = labels.filter(
      (label, i) => ranking(scoresOf(run, r + 1, picture(i)))[0] === label,
    );
    return Number((right.length / labels.length).toFixed(4));
  });
  return { ...run, accuracy };
}

const trained: DigitRun | null = import.meta.env.SSR ? await trainAtBuild() : null;

/** As JSON: at build from the training, in the page from the element that the build wrote. */
export function firstRun(elementId: string): string {
  return trained
    ? JSON.stringify(trained)
    : (document.getElementById(elementId)?.textContent ?? JSON.stringify(nothing));
}

const nothing: DigitRun = {
  changes: Array.from({ length: ROUNDS }, () => Array<number>(PIXELS * CLASSES).fill(0)),
  accuracy: Array<number>(ROUNDS).fill(0),
  unseen: 0,
  pictures: Array<string>(SHOWN).fill('0'.repeat(PIXELS)),
  labels: '0'.repeat(SHOWN),
};
