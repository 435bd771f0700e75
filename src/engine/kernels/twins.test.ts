// Every compiled kernel against its plain twin: both run on the same stretch of heap, full of random numbers, and must leave the
// whole stretch alike — results equal within rounding, everything around them untouched.

import { describe, expect, it } from 'vitest';
import { kernels, useKernels } from './kernels.ts';
import type { ConvolutionShape, Kernels, PoolingShape, UnaryName } from './kernels.ts';
import { allocate, heap, NONE } from './memory.ts';

const LENGTH = 400_000;
const stretch = allocate(LENGTH);

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function generator(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const noise = Float32Array.from(
  { length: LENGTH },
  (
    (random) => () =>
      random() * 4 - 2
  )(generator(0)),
);

interface Bench {
  readonly k: Kernels;
  /** A whole number between low and high. */
  whole(low: number, high: number): number;
  /** Address of a block of n numbers in [−2, 2), at an odd place; `map` changes them. */
  block(n: number, map?: (value: number) => number): number;
  /** The block, or NONE in every second call on average. */
  perhaps(n: number, map?: (value: number) => number): number;
}

/** Runs `body` under `mode` on the stretch as the seed fills it; returns what the stretch holds then and what body returned. */
function run(
  mode: 'deterministic' | 'fast' | 'reference',
  seed: number,
  body: (b: Bench) => number | void,
) {
  useKernels(mode);
  const random = generator(seed);
  heap.set(noise, stretch);
  let next = stretch;
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const block = (n: number, map?: (value: number) => number) => {
    const at = next + whole(1, 7);
    next = at + n;
    if (next > stretch + LENGTH) throw new Error('the stretch is too short');
    if (map) for (let i = at; i < next; i++) heap[i] = map(heap[i]);
    return at;
  };
  const perhaps = (n: number, map?: (value: number) => number) => {
    const at = block(n, map);
    return random() < 0.5 ? at : NONE;
  };
  const result = body({ k: kernels, whole, block, perhaps });
  return { numbers: heap.slice(stretch, next + 16), result };
}

function agree(body: (b: Bench) => number | void, tolerance = 2e-5, rounds = 24): void {
  for (let seed = 1; seed <= rounds; seed++) {
    const expected = run('reference', seed, body);
    for (const mode of ['deterministic', 'fast'] as const) {
      const found = run(mode, seed, body);
      for (let i = 0; i < expected.numbers.length; i++) {
        const a = found.numbers[i];
        const e = expected.numbers[i];
        if (Object.is(a, e) || Math.abs(a - e) <= tolerance * (1 + Math.abs(e))) continue;
        expect.fail(`${mode}, seed ${seed}: number ${i} is ${a} and should be ${e}`);
      }
      if (typeof expected.result === 'number')
        expect(found.result, `${mode}, seed ${seed}`).toBeCloseTo(expected.result, 3);
    }
  }
  useKernels('deterministic');
}

describe('elementwise kernels equal their twins', () => {
  for (const name of ['add', 'sub', 'mul', 'div'] as const)
    it(name, () =>
      agree(({ k, whole, block }) => {
        const n = whole(0, 70);
        const [a, b] = [block(n), block(n, (v) => v + Math.sign(v))];
        k[name](a, b, whole(0, 1) ? a : block(n), n);
      }),
    );

  it('fill, copy, affine, addScaled, addRow and clamp', () =>
    agree(({ k, whole, block }) => {
      const n = whole(0, 70);
      const columns = whole(1, 9);
      k.fill(block(n), n, 1.5);
      k.copy(block(n), block(n), n);
      k.affine(block(n), 1.5, -0.25, block(n), n);
      k.addScaled(block(n), -0.5, block(n), n);
      k.addRow(block(n * columns), block(columns), block(n * columns), n, columns);
      k.clamp(block(n), -0.5, 1, block(n), n);
    }));

  const names: UnaryName[] = [
    'exp',
    'log',
    'sqrt',
    'abs',
    'sin',
    'cos',
    'sigmoid',
    'tanh',
    'relu',
    'leakyRelu',
    'elu',
    'gelu',
    'softplus',
    'silu',
    'pow',
  ];
  for (const name of names)
    it(`${name} and its derivative`, () =>
      agree(({ k, whole, block }) => {
        const n = whole(0, 40);
        const positive = name === 'log' || name === 'sqrt' || name === 'pow';
        const x = block(n, (v) => (positive ? Math.abs(v) + 0.01 : v * whole(1, 12)));
        const y = block(n);
        k.unary(name, x, y, n, 0.7);
        k.unaryBackward(name, x, y, block(n), block(n), n, 0.7);
      }));

  it('the ends of the range: ±∞, NaN, ±0, ±1000 and subnormal numbers', () => {
    const ends = [Infinity, -Infinity, NaN, 0, -0, 1000, -1000, 1e-40, 88.7, -87.5, -103];
    for (const name of [
      'exp',
      'log',
      'sigmoid',
      'tanh',
      'relu',
      'softplus',
      'elu',
      'abs',
      'sqrt',
    ] as UnaryName[])
      agree(
        ({ k, block }) => {
          let i = 0;
          k.unary(
            name,
            block(ends.length, () => ends[i++]),
            block(ends.length),
            ends.length,
            1,
          );
        },
        2e-6,
        1,
      );
  });
});

describe('reductions equal their twins', () => {
  it('sum, sumSquares and allFinite', () =>
    agree(({ k, whole, block }) => {
      const n = whole(0, 3000);
      const a = block(n);
      const broken = block(n, (v) => (v > 1.99 ? Infinity : v));
      return (
        (k.sum(a, n) + k.sumSquares(a, n)) / 100 + k.allFinite(a, n) + 3 * k.allFinite(broken, n)
      );
    }));

  it('sumRows and sumColumns', () =>
    agree(({ k, whole, block }) => {
      const [rows, columns] = [whole(0, 20), whole(0, 50)];
      k.sumRows(block(rows * columns), block(columns), rows, columns, whole(0, 1));
      k.sumColumns(block(rows * columns), block(rows), rows, columns);
    }));
});

describe('matrix products equal their twins', () => {
  it('matmul in all four transpositions, written and added', () =>
    agree(({ k, whole, block }) => {
      const large = whole(0, 4) === 0;
      const [m, n, d] = large
        ? [whole(100, 150), whole(60, 90), whole(250, 300)]
        : [whole(0, 20), whole(0, 20), whole(0, 20)];
      for (let flags = 0; flags < (large ? 1 : 8); flags++)
        k.matmul(
          block(m * d),
          flags & 1,
          block(d * n),
          (flags >> 1) & 1,
          block(m * n),
          m,
          n,
          d,
          flags >> 2,
        );
    }));

  it('a product wider than one block', () =>
    agree(
      ({ k, block }) =>
        k.matmul(block(5 * 9), 0, block(9 * 1100), 0, block(5 * 1100), 5, 1100, 9, 0),
      2e-5,
      1,
    ));

  it('linear and its gradients', () =>
    agree(({ k, whole, block, perhaps }) => {
      const [m, d, n] = [whole(1, 18), whole(1, 30), whole(1, 30)];
      const [x, w, out, relu] = [block(m * d), block(d * n), block(m * n), whole(0, 1)];
      k.linear(x, w, perhaps(n), out, m, d, n, relu);
      k.linearBackward(
        x,
        w,
        out,
        block(m * n),
        perhaps(m * d),
        perhaps(d * n),
        perhaps(n),
        m,
        d,
        n,
        relu,
        whole(0, 1),
      );
    }));
});

it('softmax, log-softmax and cross-entropy equal their twins, also for logits of ±1000', () =>
  agree(({ k, whole, block }) => {
    const [rows, columns] = [whole(1, 6), whole(1, 21)];
    const scale = whole(0, 1) ? 500 : 1;
    const x = block(rows * columns, (v) => v * scale);
    const [y, z, p] = [block(rows * columns), block(rows * columns), block(rows * columns)];
    k.softmax(x, y, rows, columns);
    k.softmaxBackward(y, block(rows * columns), block(rows * columns), rows, columns);
    k.logSoftmax(x, z, rows, columns);
    k.logSoftmaxBackward(z, block(rows * columns), block(rows * columns), rows, columns);
    const labels = block(rows, () => whole(0, columns - 1));
    const smoothing = whole(0, 1) * 0.1;
    const loss = k.crossEntropy(x, labels, p, rows, columns, smoothing);
    k.crossEntropyBackward(p, labels, block(rows * columns), rows, columns, smoothing, 1 / rows);
    return loss / scale;
  }));

function convolutionShape(whole: Bench['whole']): ConvolutionShape {
  for (;;) {
    const groups = whole(0, 3) === 0 ? whole(2, 4) : 1;
    const s = {
      batch: whole(1, 3),
      groups,
      inChannels: groups * whole(1, 11),
      outChannels: groups * whole(1, 9),
      height: whole(1, 14),
      width: whole(1, 21),
      kernelHeight: whole(1, 4),
      kernelWidth: whole(1, 4),
      strideHeight: whole(1, 3),
      strideWidth: whole(1, 3),
      paddingHeight: whole(0, 2),
      paddingWidth: whole(0, 2),
      dilationHeight: whole(1, 2),
      dilationWidth: whole(1, 2),
    };
    const out = (n: number, taps: number, stride: number, padding: number, dilation: number) =>
      Math.floor((n + 2 * padding - dilation * (taps - 1) - 1) / stride) +
      1 -
      (padding > 0 ? whole(0, 1) : 0);
    const outHeight = out(
      s.height,
      s.kernelHeight,
      s.strideHeight,
      s.paddingHeight,
      s.dilationHeight,
    );
    const outWidth = out(s.width, s.kernelWidth, s.strideWidth, s.paddingWidth, s.dilationWidth);
    if (outHeight > 0 && outWidth > 0) return { ...s, outHeight, outWidth };
  }
}

it('convolution and its three gradients equal their twins on random shapes', () =>
  agree(
    ({ k, whole, block, perhaps }) => {
      const s = convolutionShape(whole);
      const inputs = s.batch * s.inChannels * s.height * s.width;
      const outputs = s.batch * s.outChannels * s.outHeight * s.outWidth;
      const weights = (s.outChannels * s.inChannels * s.kernelHeight * s.kernelWidth) / s.groups;
      const [x, w] = [block(inputs), block(weights)];
      k.conv2d(s, x, w, perhaps(s.outChannels), block(outputs), whole(0, 1));
      k.conv2dBackwardInput(s, w, block(outputs), block(inputs));
      k.conv2dBackwardWeight(
        s,
        x,
        block(outputs),
        perhaps(weights),
        perhaps(s.outChannels),
        whole(0, 1),
      );
    },
    1e-4,
    150,
  ));

it('a convolution too large for the scratch room borrows from the heap', () =>
  agree(
    ({ k, block }) => {
      const s: ConvolutionShape = {
        batch: 1,
        groups: 1,
        inChannels: 3,
        outChannels: 1,
        height: 200,
        width: 300,
        kernelHeight: 3,
        kernelWidth: 3,
        strideHeight: 2,
        strideWidth: 2,
        paddingHeight: 1,
        paddingWidth: 1,
        dilationHeight: 1,
        dilationWidth: 1,
        outHeight: 100,
        outWidth: 150,
      };
      k.conv2d(s, block(180_000), block(27), NONE, block(15_000), 0);
    },
    1e-4,
    1,
  ));

it('pooling and its gradients equal their twins', () =>
  agree(({ k, whole, block }) => {
    const usual = whole(0, 1) === 0;
    const [kernelHeight, kernelWidth] = usual ? [2, 2] : [whole(1, 3), whole(1, 3)];
    const [paddingHeight, paddingWidth] = usual
      ? [0, 0]
      : [whole(0, kernelHeight >> 1), whole(0, kernelWidth >> 1)];
    const [strideHeight, strideWidth] = usual ? [2, 2] : [whole(1, 3), whole(1, 3)];
    const [planes, height, width] = [whole(1, 5), whole(3, 12), whole(3, 22)];
    const s: PoolingShape = {
      planes,
      height,
      width,
      kernelHeight,
      kernelWidth,
      strideHeight,
      strideWidth,
      paddingHeight,
      paddingWidth,
      outHeight: Math.floor((height + 2 * paddingHeight - kernelHeight) / strideHeight) + 1,
      outWidth: Math.floor((width + 2 * paddingWidth - kernelWidth) / strideWidth) + 1,
    };
    const [inputs, outputs] = [planes * height * width, planes * s.outHeight * s.outWidth];
    const chosen = block(outputs);
    // Few different values, so that ties occur.
    k.maxPool2d(
      s,
      block(inputs, (v) => (v > 1.97 ? NaN : Math.round(v * 3))),
      block(outputs),
      chosen,
    );
    k.maxPool2dBackward(s, chosen, block(outputs), block(inputs));
    k.avgPool2d(s, block(inputs), block(outputs));
    k.avgPool2dBackward(s, block(outputs), block(inputs));
  }));

it('batch and layer normalisation and their gradients equal their twins', () =>
  agree(({ k, whole, block, perhaps }) => {
    const [batch, channels, spatial] = [whole(1, 5), whole(1, 6), whole(2, 40)];
    const n = batch * channels * spatial;
    const [x, mean, inverse, y] = [
      block(n),
      block(channels),
      block(channels, (v) => v + 3),
      block(n),
    ];
    const weight = perhaps(channels);
    k.channelStatistics(x, mean, block(channels), batch, channels, spatial);
    const relu = whole(0, 1);
    k.batchNorm(
      x,
      perhaps(n),
      mean,
      inverse,
      weight,
      perhaps(channels),
      y,
      batch,
      channels,
      spatial,
      relu,
    );
    k.batchNormBackward(
      x,
      y,
      mean,
      inverse,
      weight,
      block(n),
      perhaps(n),
      block(channels),
      block(channels),
      batch,
      channels,
      spatial,
      relu,
      whole(0, 1),
    );
    const [rows, columns] = [batch * channels, spatial];
    const [rowMeans, rowInverses, gain] = [block(rows), block(rows), perhaps(columns)];
    k.layerNorm(x, gain, perhaps(columns), block(n), rowMeans, rowInverses, rows, columns, 1e-5);
    const withWeight = whole(0, 1) === 1;
    const [dweight, dbias] = [block(columns), block(columns)];
    k.layerNormBackward(
      x,
      rowMeans,
      rowInverses,
      gain,
      block(n),
      block(n),
      withWeight ? dweight : NONE,
      withWeight ? dbias : NONE,
      rows,
      columns,
    );
  }));

it('optimiser steps equal their twins', () =>
  agree(({ k, whole, block, perhaps }) => {
    const n = whole(0, 40);
    const state = () => block(n, Math.abs);
    k.sgd(
      block(n),
      block(n),
      perhaps(n),
      n,
      0.1,
      0.9,
      whole(0, 1) * 0.1,
      whole(0, 1) * 0.01,
      whole(0, 1),
    );
    k.adam(
      block(n),
      block(n),
      state(),
      state(),
      n,
      0.01,
      0.9,
      0.999,
      1e-8,
      whole(0, 1) * 0.1,
      whole(0, 1),
      0.19,
      0.002,
    );
    k.rmsprop(block(n), block(n), state(), perhaps(n), n, 0.01, 0.99, 1e-8, 0.9, whole(0, 1) * 0.1);
    k.adagrad(block(n), block(n), state(), n, 0.1, 1e-10, whole(0, 1) * 0.1);
  }));
