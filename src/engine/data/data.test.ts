import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accuracy,
  arange,
  augment,
  confusionMatrix,
  DataLoader,
  Generator,
  kFold,
  loadCarbonDioxide,
  loadDigits,
  loadFashion,
  loadIris,
  loadPenguins,
  loadTemperature,
  manualSeed,
  setDataSource,
  streamFashion,
  subset,
  tensor,
  trainTestSplit,
  zeros,
} from '../index.ts';

const readFromDisk = (name: string) =>
  readFile(new URL(`../../../public/data/${name}`, import.meta.url));
beforeAll(() => setDataSource(readFromDisk));

describe('the data sets', () => {
  test('digits', async () => {
    const { x, y } = await loadDigits();
    expect(x.shape).toEqual([1797, 64]);
    expect(x.max().item()).toBe(1);
    expect(x.mean().item()).toBeCloseTo(0.30526, 4);
    expect([...y.data.subarray(0, 10)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('Fashion-MNIST: balanced, from 0 to 1, with the mean and deviation of the manifest', async () => {
    const { train, test: held } = await loadFashion();
    expect([train.x.shape, held.x.shape]).toEqual([
      [10_000, 1, 28, 28],
      [2000, 1, 28, 28],
    ]);
    const manifest = JSON.parse(String(await readFromDisk('manifest.json')));
    const { trainMean, trainDeviation } = manifest['fashion-train-0.bin'];
    expect(train.x.mean().item()).toBeCloseTo(trainMean, 4);
    expect(train.x.std().item()).toBeCloseTo(trainDeviation, 3);
    expect(train.y.at(13)).toBe(3);
  });

  test('Fashion-MNIST streams: the first pictures come before the second file does', async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    setDataSource(async (name) => {
      if (name !== 'fashion-train-0.bin') await held;
      return readFromDisk(name);
    });
    const stream = streamFashion({ chunks: 2 });
    const first = await stream.next();
    expect(first.value?.x.shape[0]).toBe(2000);
    release();
    const second = await stream.next();
    expect(second.value?.x.shape[0]).toBe(4000);
    expect(second.value?.x.at(1999, 0, 10, 10)).toBe(first.value?.x.at(1999, 0, 10, 10));
    setDataSource(readFromDisk);
  });

  test('a failed read is tried again the next time', async () => {
    let fails = true;
    setDataSource((name) => (fails ? Promise.reject(new Error('offline')) : readFromDisk(name)));
    await expect(loadIris()).rejects.toThrow('offline');
    fails = false;
    expect((await loadIris()).x.shape).toEqual([150, 4]);
    setDataSource(readFromDisk);
  });

  test('the tables', async () => {
    const [penguins, iris, warming, air] = await Promise.all([
      loadPenguins(),
      loadIris(),
      loadTemperature(),
      loadCarbonDioxide(),
    ]);
    expect(penguins.x.shape).toEqual([342, 4]);
    expect([0, 1, 2].map((c) => penguins.y.eq(c).sum().item())).toEqual([151, 68, 123]);
    expect([0, 1, 2].map((c) => iris.y.eq(c).sum().item())).toEqual([50, 50, 50]);
    expect([warming.year.at(0), warming.year.at(-1), warming.anomaly.numel]).toEqual([
      1880, 2023, 144,
    ]);
    expect([air.time.numel, air.ppm.at(0)]).toEqual([741, Math.fround(315.7)]);
    expect(air.time.at(0)).toBeCloseTo(1958 + 2.5 / 12, 3);
  });
});

describe('DataLoader', () => {
  const data = { x: arange(20).reshape(10, 2), y: arange(10) };

  test('gives every sample once an epoch, in a new order each time', () => {
    const loader = new DataLoader(data, { batchSize: 3, shuffle: true, seed: 1 });
    const epoch = () => [...loader].flatMap((batch) => [...batch.y.data]);
    const [first, second] = [epoch(), epoch()];
    expect([...first].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(second).not.toEqual(first);
    expect(loader.length).toBe(4);
    const again = new DataLoader(data, { batchSize: 3, shuffle: true, seed: 1 });
    expect([...again].flatMap((batch) => [...batch.y.data])).toEqual(first);
  });

  test('keeps inputs and targets together', () => {
    for (const { x, y, indices } of new DataLoader(data, { batchSize: 4, shuffle: true })) {
      expect(x.select(1, 0).tolist()).toEqual(y.mul(2).tolist());
      expect([...indices]).toEqual(y.tolist());
    }
  });

  test('may drop the last, smaller batch and change the inputs', () => {
    const loader = new DataLoader(data, {
      batchSize: 4,
      dropLast: true,
      transform: (x) => x.mul(0),
    });
    const batches = [...loader];
    expect(batches.map((b) => b.x.shape[0])).toEqual([4, 4]);
    expect(batches[0].x.sum().item()).toBe(0);
  });

  test('follows the common seed without one of its own', () => {
    const epoch = () => [...new DataLoader(data, { shuffle: true })].flatMap((b) => [...b.y.data]);
    manualSeed(3);
    const first = epoch();
    manualSeed(3);
    expect(epoch()).toEqual(first);
  });

  test('refuses data that do not fit together', () => {
    expect(() => new DataLoader({ x: zeros(3, 2), y: zeros(4) })).toThrow('x (3, 2) and y (4)');
    expect(() => new DataLoader(data, { batchSize: 0 })).toThrow('batchSize');
    expect(() => subset(data, [10])).toThrow('there is no sample 10 among 10');
  });
});

describe('splits', () => {
  const y = tensor([...new Array(40).fill(0), ...new Array(20).fill(1)]);
  const data = { x: arange(60).reshape(60, 1), y, name: 'kept' };

  test('hold-out parts share nothing and miss nothing', () => {
    const { train, test: held } = trainTestSplit(data, { testSize: 15, seed: 2 });
    expect([...train.x.data, ...held.x.data].sort((a, b) => a - b)).toEqual([...data.x.data]);
    expect([held.x.shape[0], held.name]).toEqual([15, 'kept']);
    const unshuffled = trainTestSplit(data, { testSize: 0.25, shuffle: false });
    expect(unshuffled.test.x.data[0]).toBe(45);
  });

  test('stratified parts keep the shares of the classes', () => {
    const { train, test: held } = trainTestSplit(data, { testSize: 0.25, stratify: true });
    expect([train.y.sum().item(), held.y.sum().item(), held.y.numel]).toEqual([15, 5, 15]);
  });

  test('every sample is in exactly one fold, classes shared evenly', () => {
    const folds = kFold(60, { folds: 4, stratify: y });
    expect(folds.flatMap((f) => f.test).sort((a, b) => a - b)).toEqual([...data.x.data]);
    for (const { train, test: held } of folds) {
      expect(train.length + held.length).toBe(60);
      expect(held.filter((i) => i >= 40)).toHaveLength(5);
    }
    expect(() => kFold(3, { folds: 4 })).toThrow('folds must be a whole number from 2 to 3');
  });
});

describe('augmentation', () => {
  const picture = arange(1, 10).reshape(1, 1, 3, 3);
  const generator = () => new Generator(1);

  test('flips', () => {
    expect(augment.flip({ p: 1 })(picture, generator()).flatten().tolist()).toEqual([
      3, 2, 1, 6, 5, 4, 9, 8, 7,
    ]);
    expect(augment.flip({ p: 0 })(picture, generator()).tolist()).toEqual(picture.tolist());
  });

  test('shifts by whole pixels and lets zeros in', () => {
    const draw = generator();
    const moved = Array.from({ length: 60 }, () =>
      augment.shift({ pixels: 1 })(picture, draw).data.join(),
    );
    expect(moved).toContain('0,1,2,0,4,5,0,7,8');
    expect(moved).toContain('0,0,0,0,1,2,0,4,5');
    expect(new Set(moved).size).toBe(9);
  });

  test('stretching and turning by nothing change nothing; a quarter turn turns', () => {
    const close = (a: number[], b: number[]) => a.forEach((v, i) => expect(v).toBeCloseTo(b[i], 4));
    const original = [...picture.data];
    close([...augment.stretch({ amount: 0 })(picture, generator()).data], original);
    close([...augment.rotate({ degrees: 0 })(picture, generator()).data], original);
    close(
      [
        ...augment.compose(augment.flip({ p: 1 }), augment.flip({ p: 1 }))(picture, generator())
          .data,
      ],
      original,
    );
    const noisy = augment.noise({ deviation: 0.1 })(zeros(1, 1, 50, 50), generator());
    expect(noisy.std().item()).toBeCloseTo(0.1, 2);
  });
});

describe('metrics', () => {
  test('accuracy and confusion matrix', () => {
    const logits = tensor([
      [2, 1, 0],
      [0, 3, 1],
      [1, 0, 5],
      [9, 0, 0],
    ]);
    expect(accuracy(logits, [0, 1, 2, 1])).toBe(0.75);
    expect(confusionMatrix(logits, tensor([0, 1, 2, 1]), 3)).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]);
    expect(() => accuracy(logits, [1])).toThrow('4 predictions and 1 labels');
    expect(() => confusionMatrix(logits, [0, 1, 2, 3], 3)).toThrow('label 3');
  });
});
