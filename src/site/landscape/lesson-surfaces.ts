// For each lesson a loss surface of its own problem, small enough to be computed in a second.
import {
  crossEntropy,
  Generator,
  loadDigits,
  loadPenguins,
  loadTemperature,
  mseLoss,
  nn,
  randn,
  tensor,
  type Tensor,
} from '../../engine/index.ts';
import type { Grid } from './contours.ts';
import { heightsOf, sliceOf } from './slices.ts';

const standard = (values: Tensor): Tensor =>
  values.sub(values.mean(0)).div(values.std(0, { correction: 0 }));

/** The error of a line over slope and offset, for the warming of the Earth. */
async function lines(): Promise<Grid> {
  const { year, anomaly } = await loadTemperature();
  const [x, y] = [standard(year), standard(anomaly)];
  // The years are counted from their beginning, which tilts the valley.
  const fromStart = x.add(1.7);
  return heightsOf((w, b) => mseLoss(fromStart.mul(w).add(b), y).item(), {
    left: -3,
    right: 4,
    bottom: -4,
    top: 2,
  });
}

/** The perceptron's loss over its two weights, for two species of penguins. */
async function perceptron(): Promise<Grid> {
  const { x, y } = await loadPenguins();
  const chosen = [...y.data.keys()].filter((i) => y.data[i] !== 1);
  const features = standard(x.indexSelect(0, chosen).narrow(1, 0, 2));
  const sign = tensor(chosen.map((i) => (y.data[i] === 0 ? -1 : 1)));
  return heightsOf(
    (a, b) => {
      const score = features
        .matmul(tensor([a, b]).reshape(2, 1))
        .squeeze(1)
        .add(0.4);
      return score.mul(sign).neg().relu().mean().item();
    },
    { left: -3, right: 3, bottom: -1.6, top: 1.6 },
  );
}

/** XOR, learned by a few hidden neurons. */
function xor(seed: number, hidden = 3): Grid {
  const generator = new Generator(seed);
  const x = tensor([[-1, -1], [-1, 1], [1, -1], [1, 1]]); // prettier-ignore
  const y = tensor([[0], [1], [1], [0]]);
  const model = new nn.Sequential(
    new nn.Linear(2, hidden, { generator }),
    new nn.Tanh(),
    new nn.Linear(hidden, 1, { generator }),
  );
  return sliceOf({ model, seed, loss: () => mseLoss(model.forward(x), y), reach: 1.8 });
}

/** Four quadrants, four classes. */
function quadrants(): Grid {
  const generator = new Generator(4);
  const x = tensor([[1, 1], [-1, 1], [-1, -1], [1, -1]]); // prettier-ignore
  const y = tensor([0, 1, 2, 3]);
  const model = new nn.Sequential(
    new nn.Linear(2, 8, { generator }),
    new nn.ReLU(),
    new nn.Linear(8, 4, { generator }),
  );
  return sliceOf({ model, seed: 4, loss: () => crossEntropy(model.forward(x), y) });
}

/** Two weights in a row, ŷ = w₂ tanh(w₁ x): two valleys and a saddle between them. */
function twoWeights(): Grid {
  const x = randn([40], { generator: new Generator(5) });
  const y = x.mul(1.2).tanh().mul(1.1);
  return heightsOf((a, b) => mseLoss(x.mul(a).tanh().mul(b), y).item(), {
    left: -4,
    right: 4,
    bottom: -2.2,
    top: 2.2,
  });
}

/** A chain of single sigmoid neurons. */
function chain(): Grid {
  const x = randn([40], { generator: new Generator(6) });
  const neuron = (z: Tensor, w: number, b: number) => z.mul(w).add(b).sigmoid();
  const y = neuron(neuron(x, 3, -1), -4, 2);
  return heightsOf((a, b) => mseLoss(neuron(neuron(x, a, -1), b, 2), y).item(), {
    left: -9,
    right: 9,
    bottom: -9,
    top: 5,
  });
}

/** A ravine: two inputs that nearly agree. */
function ravine(): Grid {
  const generator = new Generator(8);
  const first = randn([60], { generator });
  const second = first.mul(0.9).add(randn([60], { generator }).mul(0.3));
  const y = first.mul(0.8).sub(second.mul(0.4));
  return heightsOf((a, b) => mseLoss(first.mul(a).add(second.mul(b)), y).item(), {
    left: -4,
    right: 5,
    bottom: -3,
    top: 2,
  });
}

/** A model on some of the handwritten digits. */
async function digits(make: (generator: Generator) => nn.Module, seed: number): Promise<Grid> {
  const all = await loadDigits();
  const some = Array.from({ length: 64 }, (_, i) => i * 7);
  const model = make(new Generator(seed));
  const [x, y] = [all.x.indexSelect(0, some), all.y.indexSelect(0, some)];
  const pictures = x.reshape(-1, 1, 8, 8);
  const isFlat = model.parameters()[0]!.ndim === 2;
  return sliceOf({
    model,
    seed,
    steps: 30,
    loss: () => crossEntropy(model.forward(isFlat ? x : pictures), y),
  });
}

const dense = (generator: Generator) =>
  new nn.Sequential(
    new nn.Linear(64, 16, { generator }),
    new nn.ReLU(),
    new nn.Linear(16, 16, { generator }),
    new nn.ReLU(),
    new nn.Linear(16, 10, { generator }),
  );

const deep = (generator: Generator) =>
  new nn.Sequential(
    new nn.Linear(64, 12, { generator }),
    ...Array.from({ length: 6 }, () => [
      new nn.Tanh(),
      new nn.Linear(12, 12, { generator }),
    ]).flat(),
    new nn.Tanh(),
    new nn.Linear(12, 10, { generator }),
  );

const convolutional = (generator: Generator) =>
  new nn.Sequential(
    new nn.Conv2d(1, 4, 3, { generator }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Linear(36, 10, { generator }),
  );

const residual = (generator: Generator) =>
  new nn.Sequential(
    new nn.Linear(64, 12, { generator }),
    ...Array.from(
      { length: 4 },
      () =>
        new nn.Residual(
          new nn.Sequential(
            new nn.Linear(12, 12, { generator }),
            new nn.ReLU(),
            new nn.Linear(12, 12, { generator }),
          ),
        ),
    ),
    new nn.Linear(12, 10, { generator }),
  );

/** Few points, many weights. */
function fewPoints(): Grid {
  const generator = new Generator(10);
  const x = randn([9, 1], { generator });
  const y = x
    .mul(2)
    .sin()
    .add(randn([9, 1], { generator }).mul(0.3));
  const model = new nn.Sequential(
    new nn.Linear(1, 24, { generator }),
    new nn.Tanh(),
    new nn.Linear(24, 1, { generator }),
  );
  return sliceOf({ model, seed: 10, loss: () => mseLoss(model.forward(x), y) });
}

const bySlug: Record<string, () => Grid | Promise<Grid>> = {
  lines,
  perceptron,
  layers: () => xor(3),
  softmax: quadrants,
  'gradient-descent': twoWeights,
  backpropagation: chain,
  digits: () => digits(dense, 7),
  momentum: ravine,
  'deep-signals': () => digits(deep, 9),
  generalisation: fewPoints,
  convolution: () => digits(convolutional, 11),
  cnn: () => digits(convolutional, 12),
  resnet: () => digits(residual, 13),
  recipe: () => digits(dense, 14),
};

/** The surface at the head of a lesson; a lesson without one of its own gets a small network on XOR. */
export async function lessonSurface(slug: string): Promise<Grid> {
  const own = bySlug[slug];
  const seed = [...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  return own ? own() : xor(seed, 2 + (seed % 3));
}
