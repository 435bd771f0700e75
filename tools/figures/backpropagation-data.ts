// Makes the small data of the backpropagation figures: 60 penguins with a net in five states of training, 100 digits with a half-trained net.
// usage: node tools/figures/backpropagation-data.ts [folder of the data sets]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Generator, manualSeed, nn, optim, tensor, type Tensor } from '../../src/engine/index.ts';

const FOLDER = 'components/figures/backpropagation';
const dataSets = process.argv[2] ?? 'public/data';

/** Mean over the samples of the sum of squared distances, the loss of both figures. */
const meanLoss = (output: Tensor, target: Tensor): Tensor =>
  output.sub(target).pow(2).sum().div(output.shape[0]!);

const oneHotRows = (labels: readonly number[], classes: number): number[][] =>
  labels.map((label) => Array.from({ length: classes }, (_, c) => (c === label ? 1 : 0)));

const flat = (model: nn.Sequential, digits = 4): number[] =>
  model.parameters().flatMap((p) => [...p.data].map((v) => Number(v.toFixed(digits))));

function makePenguins(): void {
  interface Penguin {
    readonly Species: string;
    readonly 'Beak Length (mm)': number | null;
    readonly 'Beak Depth (mm)': number | null;
  }
  const path = 'node_modules/vega-datasets/data/penguins.json';
  const all = JSON.parse(readFileSync(path, 'utf8')) as Penguin[];
  const species = ['Adelie', 'Chinstrap', 'Gentoo'];
  const rows = Array.from({ length: 20 }, (_, i) =>
    species.map((name, label) => {
      const one = all.filter((p) => p.Species === name && p['Beak Length (mm)'] !== null)[i * 3]!;
      return [one['Beak Length (mm)']!, one['Beak Depth (mm)']!, label] as const;
    }),
  ).flat();
  manualSeed(4);
  const model = new nn.Sequential(
    new nn.Linear(2, 4),
    new nn.Tanh(),
    new nn.Linear(4, 3),
    new nn.Sigmoid(),
  );
  const standard = [0, 1].map((column) => {
    const values = rows.map((row) => row[column]!);
    const mean = values.reduce((a, b) => a + b) / values.length;
    return {
      mean,
      std: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length),
    };
  });
  const x = tensor(rows.map((row) => standard.map(({ mean, std }, c) => (row[c]! - mean) / std)));
  const target = tensor(
    oneHotRows(
      rows.map((row) => row[2]),
      3,
    ),
  );
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.5 });
  const states: number[][] = [];
  const steps = [0, 10, 50, 250, 2000];
  for (let step = 0; step <= steps.at(-1)!; step++) {
    if (steps.includes(step)) states.push(flat(model));
    const loss = meanLoss(model.forward(x), target);
    if (steps.includes(step)) console.log('penguins', step, loss.item());
    optimiser.zeroGrad();
    loss.backward();
    optimiser.step();
  }
  write(
    'penguin-data.ts',
    '60 penguins of the Palmer Archipelago, every third of each species, and a 2–4–3 net in five states of training.',
    {
      SPECIES: species,
      /** bill length in mm, bill depth in mm, species */
      PENGUINS: rows,
      TRAINING_STEPS: steps,
      STATES: states,
    },
  );
}

function makeDigits(): void {
  const raw = gunzipSync(readFileSync(join(dataSets, 'digits.bin')));
  const count = 1797;
  const pixels = (i: number): number[] => [...raw.subarray(i * 64, i * 64 + 64)];
  const label = (i: number): number => raw[count * 64 + i]!;
  const order = new Generator(1).shuffle(Array.from({ length: count }, (_, i) => i));
  const train = order.slice(0, 1437);
  const test = order.slice(1437);
  manualSeed(2);
  const model = new nn.Sequential(
    new nn.Linear(64, 16),
    new nn.Sigmoid(),
    new nn.Linear(16, 10),
    new nn.Sigmoid(),
  );
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.1, momentum: 0.9 });
  const shuffle = new Generator(3);
  const accuracy = (): number => {
    const output = model.forward(tensor(test.map((i) => pixels(i).map((p) => p / 16))));
    const guess = [...output.argmax(1).data];
    return guess.filter((g, i) => g === label(test[i]!)).length / test.length;
  };
  for (let epoch = 1; epoch <= 12; epoch++) {
    const mixed = shuffle.shuffle([...train]);
    for (let at = 0; at < mixed.length; at += 32) {
      const batch = mixed.slice(at, at + 32);
      const x = tensor(batch.map((i) => pixels(i).map((p) => p / 16)));
      const loss = meanLoss(model.forward(x), tensor(oneHotRows(batch.map(label), 10)));
      optimiser.zeroGrad();
      loss.backward();
      optimiser.step();
    }
    console.log('digits', epoch, accuracy());
  }
  const chosen = Array.from({ length: 10 }, (_, k) =>
    Array.from({ length: 10 }, (_, digit) => test.filter((i) => label(i) === digit)[k]!),
  ).flat();
  write(
    'digit-data.ts',
    '100 handwritten digits that the net was not trained on, and a 64–16–10 net with sigmoids after twelve epochs of training.',
    {
      /** One letter a pixel, 0 to g for 0 to 16; digit i shows i mod 10. */
      IMAGES: chosen.map((i) =>
        pixels(i)
          .map((p) => p.toString(17))
          .join(''),
      ),
      NET: flat(model),
    },
  );
}

function write(file: string, what: string, values: Record<string, unknown>): void {
  const lines = Object.entries(values).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
  );
  writeFileSync(
    join(FOLDER, file),
    `// ${what} Made by tools/figures/backpropagation-data.ts.\n/* prettier-ignore */\n${lines.join('\n/* prettier-ignore */\n')}\n`,
  );
}

makePenguins();
makeDigits();
