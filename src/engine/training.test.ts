// Does training reach what it should? Accuracy floors a little under what PyTorch gives on the same data, averaged over seeds. Splits, nets and
// settings as in the lessons.

import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import {
  type Dataset,
  fit,
  init,
  loadDigits,
  loadFashion,
  manualSeed,
  measureAccuracy,
  nn,
  optim,
  setDataSource,
  trainTestSplit,
} from './index.ts';

let digits: { train: Dataset; test: Dataset };

beforeAll(async () => {
  setDataSource((name) => readFile(new URL(`../../public/data/${name}`, import.meta.url)));
  digits = trainTestSplit(await loadDigits(), { testSize: 360, seed: 1 });
});

const mlp = (): nn.Module =>
  new nn.Sequential(
    new nn.Linear(64, 32),
    new nn.ReLU(),
    new nn.Linear(32, 16),
    new nn.ReLU(),
    new nn.Linear(16, 10),
  );

const runs: [string, () => nn.Module, (model: nn.Module) => optim.Optimiser, number, number][] = [
  [
    'softmax regression',
    () => new nn.Linear(64, 10),
    (m) => new optim.SGD(m.parameters(), { learningRate: 0.1, momentum: 0.9 }),
    10,
    0.93,
  ],
  [
    'an MLP with momentum',
    mlp,
    (m) => new optim.SGD(m.parameters(), { learningRate: 0.1, momentum: 0.9 }),
    20,
    0.945,
  ],
  [
    'an MLP without momentum',
    mlp,
    (m) => new optim.SGD(m.parameters(), { learningRate: 0.1 }),
    20,
    0.93,
  ],
  [
    'an MLP with Adam',
    mlp,
    (m) => new optim.Adam(m.parameters(), { learningRate: 0.01 }),
    20,
    0.945,
  ],
];

test.each(runs)('%s reads digits', async (_name, make, makeOptimiser, epochs, floor) => {
  manualSeed(1);
  const model = make();
  const history = await fit({
    model,
    optimiser: makeOptimiser(model),
    ...digits,
    epochs,
    batchSize: 32,
  });
  expect(history[epochs - 1].testAccuracy).toBeGreaterThan(floor);
});

test('a small convolutional net tells clothes apart after one epoch', async () => {
  manualSeed(1);
  const model = new nn.Sequential(
    new nn.Conv2d(1, 8, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Conv2d(8, 16, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Linear(784, 10),
  );
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.02, momentum: 0.9 });
  const { train, test: held } = await loadFashion();
  // Mean 0 and deviation 1 (those of the training pictures) make the first epoch count for more.
  const standardised = (data: Dataset): Dataset => ({ ...data, x: data.x.sub(0.2865).div(0.3545) });
  const [end] = await fit({
    model,
    optimiser,
    train: standardised(train),
    test: standardised(held),
    epochs: 1,
    batchSize: 32,
  });
  expect(end.testAccuracy).toBeGreaterThan(0.79);
}, 60_000);

/** Nets of 4, 8 and 16 channels for 8 × 8 pictures, 6n + 2 layers, with and without shortcuts (without parameters). */
function deepNet(depth: number, isResidual: boolean): nn.Module {
  const conv = (from: number, to: number, stride: number): nn.Module => {
    const layer = new nn.Conv2d(from, to, 3, { padding: 1, stride, bias: false });
    init.heNormal(layer.weight);
    return layer;
  };
  const layers: nn.Module[] = [conv(1, 4, 1), new nn.BatchNorm2d(4), new nn.ReLU()];
  let from = 4;
  for (const to of [4, 8, 16]) {
    for (let block = 0; block < (depth - 2) / 6; block++) {
      const stride = from === to ? 1 : 2;
      const body = [
        conv(from, to, stride),
        new nn.BatchNorm2d(to),
        new nn.ReLU(),
        conv(to, to, 1),
        new nn.BatchNorm2d(to),
      ];
      const shortcut = new nn.PaddedShortcut(from, to, { stride });
      layers.push(
        ...(isResidual ? [new nn.Residual(new nn.Sequential(...body), { shortcut })] : body),
        new nn.ReLU(),
      );
      from = to;
    }
  }
  return new nn.Sequential(...layers, new nn.GlobalAvgPool2d(), new nn.Linear(16, 10));
}

async function trainingError(depth: number, isResidual: boolean, epochs: number): Promise<number> {
  manualSeed(2);
  const train = { x: digits.train.x.reshape(-1, 1, 8, 8), y: digits.train.y };
  const model = deepNet(depth, isResidual);
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.05, momentum: 0.9 });
  await fit({ model, optimiser, train, epochs, batchSize: 32 });
  return 1 - measureAccuracy(model, train);
}

test.each([
  [8, 5, 0.05, 0.05],
  [20, 5, 0.4, 0.06],
])(
  'depth %i: plain and residual nets both train',
  async (depth, epochs, plain, residual) => {
    expect(await trainingError(depth, false, epochs)).toBeLessThan(plain);
    expect(await trainingError(depth, true, epochs)).toBeLessThan(residual);
  },
  60_000,
);

test('depth 44: the plain net fails to train where the residual net does not', async () => {
  const [plain, residual] = [await trainingError(44, false, 6), await trainingError(44, true, 6)];
  expect(residual).toBeLessThan(0.12);
  expect(plain).toBeGreaterThan(0.3);
}, 60_000);
