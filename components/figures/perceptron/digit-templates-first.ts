// The templates, trained when the site is built on the digits and the split of the lesson's cell; the page fetches them with the figure's script.
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

async function fetchTrained(): Promise<DigitRun> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const response = await fetch(`${base}data/digit-templates.json`);
  if (!response.ok) throw new Error(`data/digit-templates.json: ${response.status}`);
  return (await response.json()) as DigitRun;
}

const nothing: DigitRun = {
  changes: Array.from({ length: ROUNDS }, () => Array<number>(PIXELS * CLASSES).fill(0)),
  accuracy: Array<number>(ROUNDS).fill(0),
  unseen: 0,
  pictures: Array<string>(SHOWN).fill('0'.repeat(PIXELS)),
  labels: '0'.repeat(SHOWN),
};

/** Known before the figure is drawn, so that its first picture in the page equals the one made at build. */
export const firstRun: DigitRun = import.meta.env.SSR
  ? await trainAtBuild()
  : await fetchTrained().catch(() => nothing);
