// The digits race: fair starts, and rates that no neighbour beats.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { setDataSource } from '../../../src/engine/index.ts';
import { digitRunners, RATES } from './digits-runners.ts';
import { trainSideBySide, type Lap } from './digits-training.ts';

beforeAll(() => setDataSource(async (name) => new Uint8Array(readFileSync(`public/data/${name}`))));

const settings = { batchSize: 32, scale: 1, seed: 1 };

async function laps(...parameters: Parameters<typeof trainSideBySide>): Promise<Lap[]> {
  const found: Lap[] = [];
  for await (const lap of trainSideBySide(...parameters)) found.push(lap);
  return found;
}

describe('trainSideBySide', () => {
  it('reads nine of ten digits after four epochs, with every optimiser', async () => {
    const last = (await laps(settings, 4)).slice(-digitRunners.length);
    expect(last.map(({ name }) => name)).toEqual(digitRunners);
    for (const { accuracy } of last) expect(accuracy).toBeGreaterThan(0.85);
  });

  it('gives each optimiser the same laps whether others run beside it or not', async () => {
    const together = await laps(settings, 2);
    const alone = await laps(settings, 2, { adam: RATES.adam });
    expect(together.filter(({ name }) => name === 'adam')).toEqual(alone);
  });
});

describe('wrong rates', () => {
  const ends = async (scale: number) => {
    const last = (await laps({ ...settings, scale })).slice(-digitRunners.length);
    return Object.fromEntries(last.map(({ name, accuracy }) => [name, accuracy]));
  };

  it('a tenth hardly harms Adam, and leaves SGD and momentum far behind', async () => {
    const { sgd, momentum, adam } = await ends(0.1);
    expect(adam).toBeGreaterThan(0.92);
    expect(Math.max(sgd, momentum)).toBeLessThan(0.75);
  });

  it('ten times is too much for all of them', async () => {
    expect(Math.max(...Object.values(await ends(10)))).toBeLessThan(0.7);
  });
});

describe('RATES', () => {
  it.each(digitRunners)('hold for "%s" the rate whose neighbours are worse', async (name) => {
    const lossAt = async (rate: number) => {
      const ends = await Promise.all(
        [1, 2].map(async (seed) =>
          (await laps({ ...settings, seed }, 5, { [name]: rate })).at(-1)!,
        ),
      );
      return ends[0].loss + ends[1].loss;
    };
    const chosen = await lossAt(RATES[name]);
    for (const factor of [0.1 ** 0.5, 10 ** 0.5])
      expect(await lossAt(RATES[name] * factor)).toBeGreaterThan(chosen);
  });
});
