// The work that every library does: shapes, data and initial weights, the same numbers for all. Images are (batch, height, width,
// channels), convolution weights (height, width, in, out), dense weights (in, out); each adapter turns them once when it builds.

export interface Workload {
  readonly title: string;
  readonly kind: 'dense' | 'convolutional' | 'residual' | 'product';
  readonly batch: number;
  /** Widths of a dense net. */
  readonly widths?: readonly number[];
  /** Blocks in each stage of a residual net, 6 n + 2 layers. */
  readonly blocks?: number;
  /** Channels of the first stage of a residual net. */
  readonly channels?: number;
  /** Only the forward pass, the result read back. */
  readonly inference?: boolean;
  /** Side of the matrices of a product. */
  readonly size?: number;
}

export const learningRate = 0.01;

export const workloads: Record<string, Workload> = {
  w1a: { title: 'W1a: MLP 2-50-4, batch 4', kind: 'dense', widths: [2, 50, 4], batch: 4 },
  w1b: { title: 'W1b: MLP 2-50-4, batch 128', kind: 'dense', widths: [2, 50, 4], batch: 128 },
  w2: {
    title: 'W2: MLP 784-128-64-10, batch 64',
    kind: 'dense',
    widths: [784, 128, 64, 10],
    batch: 64,
  },
  w3: {
    title: 'W3: CNN, two 3 × 3 convolutions with pooling, batch 32',
    kind: 'convolutional',
    batch: 32,
  },
  w4: {
    title: 'W4: ResNet-20 (16-32-64) on 28 × 28, batch 32',
    kind: 'residual',
    batch: 32,
    blocks: 3,
    channels: 16,
  },
  inference: {
    title: 'W3, inference of one image',
    kind: 'convolutional',
    batch: 1,
    inference: true,
  },
  product256: { title: 'Matrix product 256', kind: 'product', batch: 1, size: 256 },
  product512: { title: 'Matrix product 512', kind: 'product', batch: 1, size: 512 },
};

const sizes = (
  name: string,
  numbers: readonly number[],
  make: (n: number) => Omit<Workload, 'title'>,
) => numbers.map((n) => [`${name}${n}`, { title: `${name} ${n}`, ...make(n) }] as const);

/** How cost grows: W2 by batch size; dense nets of three equal layers by width; residual nets of 6 n + 2 layers by depth. */
export const growth: Record<'batch' | 'width' | 'depth', Record<string, Workload>> = {
  batch: Object.fromEntries(
    sizes('batch', [1, 4, 16, 64, 256, 1024], (batch) => ({
      kind: 'dense',
      widths: [784, 128, 64, 10],
      batch,
    })),
  ),
  width: Object.fromEntries(
    sizes('width', [4, 16, 64, 256, 1024], (n) => ({
      kind: 'dense',
      widths: [n, n, n, 10],
      batch: 64,
    })),
  ),
  depth: Object.fromEntries(
    sizes('depth', [8, 20, 44, 110], (n) => ({
      kind: 'residual',
      batch: 8,
      blocks: (n - 2) / 6,
      channels: 8,
    })),
  ),
};

for (const group of Object.values(growth)) Object.assign(workloads, group);

/** The workloads of the main table. */
export const mainWorkloads = [
  'w1a',
  'w1b',
  'w2',
  'w3',
  'w4',
  'inference',
  'product256',
  'product512',
];

/** What the losses of the first four steps must be (products: C[0][1]; inference: logit 0), whatever library computes them. */
export const expected: Record<string, readonly number[]> = {
  w1a: [2.60799, 2.39746, 2.21372, 2.05339],
  w2: [2.91262, 2.73946, 2.5801, 2.43464],
  w3: [4.46532, 4.58676, 5.78189, 5.52482],
  w4: [4.5019, 3.83001, 3.31663, 2.93577],
  inference: [-6.28588],
  product256: [-7.32769],
};

export interface Block {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: number;
}

/** The basic blocks of a residual net for small pictures: three stages, each twice as wide and half as large. */
export function residualBlocks({ blocks = 3, channels = 16 }: Workload): Block[] {
  const list: Block[] = [];
  let inChannels = channels;
  for (let stage = 0; stage < 3; stage++) {
    const outChannels = channels << stage;
    for (let b = 0; b < blocks; b++) {
      list.push({ inChannels, outChannels, stride: stage > 0 && b === 0 ? 2 : 1 });
      inChannels = outChannels;
    }
  }
  return list;
}

export interface Parameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface Data {
  readonly x: { readonly shape: readonly number[]; readonly data: Float32Array };
  readonly labels: Int32Array;
  readonly classes: number;
  readonly parameters: readonly Parameter[];
  /** The two matrices of a product. */
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** mulberry32 */
function generator(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const product = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

/** Data, labels and He-initialised weights of a workload, from a fixed seed. */
export function makeData(w: Workload): Data {
  const random = generator(7);
  const normal = (n: number, std: number) =>
    Float32Array.from(
      { length: n },
      () => std * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    );
  const none = new Float32Array(0);
  if (w.kind === 'product') {
    const n = (w.size ?? 0) ** 2;
    return {
      x: { shape: [], data: none },
      labels: new Int32Array(0),
      classes: 0,
      parameters: [],
      a: normal(n, 1),
      b: normal(n, 1),
    };
  }
  const parameters: Parameter[] = [];
  const weight = (name: string, shape: number[], fanIn: number) =>
    parameters.push({ name, shape, data: normal(product(shape), Math.sqrt(2 / fanIn)) });
  const constant = (name: string, n: number, value: number) =>
    parameters.push({ name, shape: [n], data: new Float32Array(n).fill(value) });
  let shape = [w.batch, 28, 28, 1];
  let classes = 10;
  if (w.kind === 'dense') {
    const widths = w.widths ?? [];
    shape = [w.batch, widths[0]];
    classes = widths[widths.length - 1];
    for (let i = 0; i + 1 < widths.length; i++) {
      weight(`weight${i}`, [widths[i], widths[i + 1]], widths[i]);
      constant(`bias${i}`, widths[i + 1], 0);
    }
  } else if (w.kind === 'convolutional') {
    weight('convolution1', [3, 3, 1, 8], 9);
    constant('bias1', 8, 0);
    weight('convolution2', [3, 3, 8, 16], 72);
    constant('bias2', 16, 0);
    weight('dense', [784, 10], 784);
    constant('bias', 10, 0);
  } else {
    const normalised = (name: string, height: number, from: number, to: number) => {
      weight(name, [height, height, from, to], height * height * from);
      constant(`${name}.gain`, to, 1);
      constant(`${name}.shift`, to, 0);
    };
    const channels = w.channels ?? 16;
    normalised('stem', 3, 1, channels);
    residualBlocks(w).forEach(({ inChannels, outChannels }, i) => {
      normalised(`block${i}.1`, 3, inChannels, outChannels);
      normalised(`block${i}.2`, 3, outChannels, outChannels);
      if (inChannels !== outChannels) normalised(`block${i}.shortcut`, 1, inChannels, outChannels);
    });
    weight('dense', [4 * channels, 10], 4 * channels);
    constant('bias', 10, 0);
  }
  const data = normal(product(shape), 1);
  const labels = Int32Array.from({ length: w.batch }, () => Math.floor(random() * classes));
  return { x: { shape, data }, labels, classes, parameters, a: none, b: none };
}

export function oneHot({ labels, classes }: Data): Float32Array {
  const table = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => (table[i * classes + label] = 1));
  return table;
}

/** Useful operations of a step (two for a multiply-add): forward and both backward products; the first layer needs no input gradient. */
export function flops(w: Workload): number {
  if (w.kind === 'product') return 2 * (w.size ?? 0) ** 3;
  let total = 0;
  if (w.kind === 'dense') {
    const widths = w.widths ?? [];
    for (let i = 0; i + 1 < widths.length; i++)
      total += 2 * w.batch * widths[i] * widths[i + 1] * (i ? 3 : 2);
    return total;
  }
  const convolution = (side: number, taps: number, from: number, to: number, times: number) =>
    (total += 2 * w.batch * side * side * taps * from * to * times);
  if (w.kind === 'convolutional') {
    const times = w.inference ? 1 : 3;
    convolution(28, 9, 1, 8, Math.min(times, 2));
    convolution(14, 9, 8, 16, times);
    return total + 2 * w.batch * 7840 * times;
  }
  const channels = w.channels ?? 16;
  convolution(28, 9, 1, channels, 2);
  let side = 28;
  for (const { inChannels, outChannels, stride } of residualBlocks(w)) {
    side /= stride;
    convolution(side, 9, inChannels, outChannels, 3);
    convolution(side, 9, outChannels, outChannels, 3);
    if (inChannels !== outChannels) convolution(side, 1, inChannels, outChannels, 3);
  }
  return total + 2 * w.batch * 40 * channels * 3;
}
