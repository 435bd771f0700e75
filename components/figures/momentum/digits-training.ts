// The digits network trained side by side by five optimisers: same start, same batches in the same order.
import {
  accuracy,
  crossEntropy,
  DataLoader,
  loadDigits,
  manualSeed,
  nn,
  noGrad,
  optim,
  trainTestSplit,
  type Tensor,
} from '../../../src/engine/index.ts';
import { digitRunners, RATES, type DigitRunner } from './digits-runners.ts';

export const EPOCHS = 10;

/** What is the same for all of them. */
export interface Settings {
  readonly batchSize: number;
  /** Multiplies every learning rate. */
  readonly scale: number;
  readonly seed: number;
}

/** One optimiser after one epoch. */
export interface Lap {
  readonly name: DigitRunner;
  readonly epoch: number;
  /** Mean loss over the epoch's batches, each before its step. */
  readonly loss: number;
  /** Share of the test digits that are read correctly. */
  readonly accuracy: number;
}

const momentum = 0.9;
const make = {
  sgd: (p, learningRate) => new optim.SGD(p, { learningRate }),
  momentum: (p, learningRate) => new optim.SGD(p, { learningRate, momentum }),
  nesterov: (p, learningRate) => new optim.SGD(p, { learningRate, momentum, nesterov: true }),
  rmsprop: (p, learningRate) => new optim.RMSProp(p, { learningRate, alpha: 0.9 }),
  adam: (p, learningRate) => new optim.Adam(p, { learningRate }),
} as const satisfies Record<
  DigitRunner,
  (parameters: Tensor[], learningRate: number) => { zeroGrad(): void; step(): void }
>;

/** 64 pixels, two hidden layers, ten classes: 2,778 parameters. */
function network(seed: number) {
  manualSeed(seed);
  return new nn.Sequential(
    new nn.Linear(64, 32),
    new nn.ReLU(),
    new nn.Linear(32, 16),
    new nn.ReLU(),
    new nn.Linear(16, 10),
  );
}

/** Trains all of them epoch by epoch and tells of every lap. */
export async function* trainSideBySide(
  { batchSize, scale, seed }: Settings,
  epochs = EPOCHS,
  rates: Readonly<Partial<Record<DigitRunner, number>>> = RATES,
): AsyncGenerator<Lap> {
  const { train, test } = trainTestSplit(await loadDigits(), { testSize: 360, seed: 0 });
  const names = digitRunners.filter((name) => rates[name] !== undefined);
  const entrants = names.map((name) => {
    const model = network(seed);
    const optimiser = make[name]([...model.parameters()], rates[name]! * scale);
    return {
      name,
      model,
      optimiser,
      loader: new DataLoader(train, { batchSize, shuffle: true, seed }),
    };
  });
  for (let epoch = 1; epoch <= epochs; epoch++)
    for (const { name, model, optimiser, loader } of entrants) {
      let sum = 0;
      let batches = 0;
      for (const { x, y } of loader) {
        const loss = crossEntropy(model.forward(x), y);
        optimiser.zeroGrad();
        loss.backward();
        optimiser.step();
        sum += loss.item();
        batches++;
      }
      const score = noGrad(() => accuracy(model.forward(test.x), test.y));
      yield { name, epoch, loss: sum / batches, accuracy: score };
    }
}
