// Trains the network that the CNN figures start with, on the data in public/data, and writes it beside the figure.
// With the deterministic kernels and fixed seeds every machine writes the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  fit,
  loadFashion,
  loadFashionTest,
  measureAccuracy,
  optim,
  setDataSource,
  useKernels,
} from '../../src/engine/index.ts';
import { buildDense } from '../../components/figures/cnn/dense-net.ts';
import { confusion, testAccuracy } from '../../components/figures/cnn/job.ts';
import { toHalf, unpackHalf } from '../../components/figures/cnn/half.ts';
import { unpackNet, USUAL } from '../../components/figures/cnn/net.ts';
import { predict, work } from '../../components/figures/cnn/train.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
setDataSource(async (name) => new Uint8Array(readFileSync(`${root}/public/data/${name}`)));
useKernels('deterministic');

const { signal } = new AbortController();
let weights: Uint8Array = new Uint8Array();
await work(
  { kind: 'train', net: USUAL, learningRate: 0.05, epochs: 8, seed: 2, data: '' },
  {
    signal,
    report: ({ step, steps, predictions, weights: latest }) => {
      weights = latest;
      if (predictions) console.log(`${step} of ${steps}: ${testAccuracy(predictions)}`);
    },
  },
);
const half = toHalf(unpackNet(weights).net);
const rounded = unpackHalf(half, USUAL);
const test = await loadFashionTest();
const predictions = predict(rounded, test);
const samples = Array.from({ length: 10 }, (_, i) => test.x.select(0, 10 + i).data);
const packed = samples.map((pixels) =>
  Buffer.from(
    Uint8Array.from(
      { length: 392 },
      (_, i) => (Math.round(pixels[2 * i]! * 15) << 4) | Math.round(pixels[2 * i + 1]! * 15),
    ),
  ).toString('base64'),
);
writeFileSync(
  `${root}/components/figures/cnn/trained.generated.ts`,
  `// Written by tools/figures/train-fashion-cnn.ts: weights in half precision, the class given to each of the 2,000 test
// pictures, and one test picture of each class (Fashion-MNIST, MIT licence, © 2017 Zalando SE), two pixels a byte.
export const weights = '${Buffer.from(half.buffer).toString('base64')}';
export const predictions = '${[...predictions].join('')}';
export const samples = ${JSON.stringify(packed)};
`,
);
console.log(`in half precision: ${testAccuracy(predictions)}`);
console.log(
  confusion(predictions)
    .map((row) => row.map((n) => String(n).padStart(4)).join(''))
    .join('\n'),
);

// A dense net with as many parameters, and how both do on pictures moved aside.
const { train } = await loadFashion();
const dense = buildDense();
const epochs = 8;
const optimiser = new optim.SGD(dense.parameters(), { learningRate: 0.05, momentum: 0.9 });
const schedule = new optim.CosineAnnealingLR(optimiser, { period: epochs });
await fit({ model: dense, optimiser, schedule, train, epochs, batchSize: 40, seed: 2 });
const denseHalf = toHalf(dense);
const SHIFTS = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];
const moved = (by: number) => {
  const padded = test.x.pad([Math.max(0, by), Math.max(0, -by), 0, 0]);
  return { x: padded.narrow(3, Math.max(0, -by), 28), y: test.y };
};
const atShift = SHIFTS.map((shift) => [
  shift,
  measureAccuracy(rounded, moved(shift)),
  measureAccuracy(dense, moved(shift)),
]);
writeFileSync(
  `${root}/components/figures/cnn/shifted.generated.ts`,
  `// Written by tools/figures/train-fashion-cnn.ts: a dense net's weights in half precision, and for each shift in pixels
// the share of the 2,000 test pictures that the convolutional and the dense net get right.
export const denseWeights = '${Buffer.from(denseHalf.buffer).toString('base64')}';
export const atShift: readonly (readonly [shift: number, cnn: number, dense: number])[] = ${JSON.stringify(atShift)};
`,
);
console.log(atShift.map((row) => row.join(' ')).join('\n'));
