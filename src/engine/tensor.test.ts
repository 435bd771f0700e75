import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arange,
  bceWithLogits,
  cat,
  conv2d,
  crossEntropy,
  eye,
  full,
  linspace,
  manualSeed,
  maxPool2d,
  meshgrid,
  mseLoss,
  nn,
  oneHot,
  ones,
  optim,
  randint,
  randn,
  randperm,
  tensor,
  type Tensor,
  where,
  zeros,
} from './index.ts';
import { inDoublePrecision } from './storage.ts';

fc.configureGlobal({ seed: 20261121 }); // the same cases every time

describe('making tensors', () => {
  test('from nested lists, numbers, booleans and typed arrays', () => {
    expect(tensor(3).shape).toEqual([]);
    expect(tensor([]).shape).toEqual([0]);
    expect(tensor([[], []]).shape).toEqual([2, 0]);
    expect(tensor([[true, false]]).tolist()).toEqual([[1, 0]]);
    expect(tensor([new Float32Array([1, 2]), new Float32Array([3, 4])]).tolist()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('in rows, filled and at random', () => {
    expect(arange(2, 5).tolist()).toEqual([2, 3, 4]);
    expect(arange(5, 0, -2).tolist()).toEqual([5, 3, 1]);
    expect(linspace(0, 1, 5).tolist()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(full([2], 7).tolist()).toEqual([7, 7]);
    expect(eye(2).tolist()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(zeros([2, 1], { requiresGrad: true }).requiresGrad).toBe(true);
    expect([...randperm(6).data].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...randint(2, 4, [100]).data].every((v) => v === 2 || v === 3)).toBe(true);
    const [x, y] = meshgrid(arange(2), arange(3));
    expect(x.tolist()).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(y.at(1, 2)).toBe(2);
  });

  test('the same seed gives the same numbers', () => {
    manualSeed(5);
    const a = randn(4).tolist();
    manualSeed(5);
    expect(randn(4).tolist()).toEqual(a);
  });
});

describe('reading tensors', () => {
  test('as text, shortened where long', () => {
    expect(
      String(
        tensor([
          [1, 2.5],
          [3, 1 / 3],
        ]),
      ),
    ).toBe('tensor([[1, 2.5],\n        [3, 0.3333]])');
    expect(String(arange(100))).toBe('tensor([0, 1, 2, …, 97, 98, 99])');
    expect(String(tensor(1e-7))).toBe('tensor(1.0000e-7)');
    expect(String(zeros(2, 0))).toBe('tensor([[],\n        []])');
  });

  test('by position', () => {
    const x = arange(6).reshape(2, 3);
    expect(x.at(-1, -1)).toBe(5);
    expect(() => x.at(0, 3)).toThrow('at: there is no position 3 in dimension 1 of (2, 3)');
    expect(() => x.item()).toThrow('shape (2, 3)');
  });
});

describe('messages in the words of the learner', () => {
  const cases: [string, () => unknown, string][] = [
    [
      'matmul',
      () => zeros(32, 64).matmul(zeros(50, 10)),
      'matmul: (32, 64) × (50, 10): the inner sizes 64 and 50 differ',
    ],
    [
      'broadcasting',
      () => zeros(2, 3).add(zeros(2, 4)),
      'add: (2, 3) and (2, 4) do not fit: counted from the right, dimension 1 is 3 in one and 4 in the other',
    ],
    [
      'reshape',
      () => zeros(2, 3).reshape(4, 2),
      'reshape: (2, 3) has 6 numbers and (4, 2) has room for 8',
    ],
    [
      'reshape with −1',
      () => zeros(2, 3).reshape(4, -1),
      'reshape: (2, 3) has 6 numbers, which do not divide evenly into (4, -1)',
    ],
    [
      'a missing dimension',
      () => zeros(2, 3).sum(2),
      'sum: there is no dimension 2: this tensor has 2 (0 to 1, or −1 for the last)',
    ],
    [
      'a number has no dimension',
      () => tensor(1).sum(0),
      'sum: there is no dimension 0: this tensor is a single number',
    ],
    ['ragged lists', () => tensor([[1, 2], [3]]), 'tensor: one list has 1 entries and another 2'],
    ['not a number', () => tensor(['a'] as never), 'tensor: found a where a number was expected'],
    [
      'a shape that does not fit',
      () => tensor([1, 2, 3], { shape: [2, 2] }),
      'tensor: 3 numbers given for shape (2, 2)',
    ],
    ['a negative size', () => zeros(-1), 'a size must be a whole number, 0 or more; found -1'],
    [
      'cat',
      () => cat([zeros(2, 3), zeros(3, 3)], 1),
      'cat: (2, 3) and (3, 3) differ outside dimension 1',
    ],
    ['expand', () => zeros(2, 3).expand(4, 3), 'expand: (2, 3) and (4, 3) do not fit'],
    [
      'a label that is no class',
      () => crossEntropy(zeros(2, 3), [0, 3]),
      'crossEntropy: label 3 at position 1 is not a class from 0 to 2',
    ],
    [
      'a label that is no whole number',
      () => crossEntropy(zeros(2, 3), [0, 0.5]),
      'label 0.5 at position 1',
    ],
    [
      'too few labels',
      () => crossEntropy(zeros(2, 3), [0]),
      'crossEntropy: 2 rows of logits need 2 labels, one class number each; found 1',
    ],
    [
      'logits without rows',
      () => crossEntropy(zeros(3), [0]),
      'crossEntropy: logits must have shape (N, C); found (3)',
    ],
    [
      'losses of different shapes',
      () => mseLoss(zeros(4, 1), zeros(4)),
      'mseLoss: prediction (4, 1) and target (4) must have the same shape',
    ],
    [
      'a dense layer',
      () => new nn.Linear(3, 2).forward(zeros(5, 4)),
      "linear: the input (5, 4) ends in 4, but the layer's weight (3, 2) takes 3 features",
    ],
    [
      'channels',
      () => conv2d(zeros(1, 3, 5, 5), zeros(8, 1, 3, 3)),
      'conv2d: input (1, 3, 5, 5) has 3 channels, but weight (8, 1, 3, 3) with groups 1 takes 1',
    ],
    [
      'a kernel too large',
      () => conv2d(zeros(1, 1, 2, 2), zeros(1, 1, 3, 3)),
      'conv2d: a kernel that spans 3×3 does not fit into 2×2',
    ],
    [
      'a picture without batch',
      () => maxPool2d(zeros(1, 5, 5), 2),
      'maxPool2d: the input must have shape (N, C, H, W); found (1, 5, 5)',
    ],
    [
      'the wrong normalisation',
      () => new nn.BatchNorm2d(3).forward(zeros(2, 3)),
      'BatchNorm2d: the input must have shape (N, C, H, W); found (2, 3)',
    ],
    [
      'a batch of one',
      () => new nn.BatchNorm1d(3).forward(zeros(1, 3)),
      'BatchNorm: one value a channel',
    ],
    [
      'a residual that changes size',
      () => new nn.Residual(new nn.Linear(2, 3)).forward(zeros(1, 2)),
      'Residual: the body gives (1, 3) and the shortcut (1, 2)',
    ],
    [
      'an optimiser without parameters',
      () => new optim.SGD([], { learningRate: 1 }),
      'optimiser: got no parameters',
    ],
    [
      'a learning rate that is none',
      () => new optim.SGD([zeros(1)], { learningRate: NaN }),
      'optimiser: learningRate must be a number of 0 or more; found NaN',
    ],
    [
      'one-hot',
      () => oneHot([1, 5], 3),
      'oneHot: label 1 must be a whole number from 0 to 2; found 5',
    ],
  ];

  test.each(cases)('%s', (_name, work, message) => expect(work).toThrow(message));
});

describe('numbers of any size', () => {
  test('softmax, cross-entropy, sigmoid and softplus hold at ±1000', () => {
    const x = tensor(
      [
        [1000, -1000, 999],
        [-1000, -1000, -1000],
      ],
      { requiresGrad: true },
    );
    expect(x.softmax(1).tolist()[1 as never]).toEqual([1 / 3, 1 / 3, 1 / 3].map(Math.fround));
    expect(x.softmax(1).at(0, 0)).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
    expect(x.logsumexp(1).at(0)).toBeCloseTo(1000 + Math.log(1 + Math.exp(-1)), 3);
    expect(x.sigmoid().at(0, 0)).toBe(1);
    expect(x.sigmoid().at(0, 1)).toBe(0);
    expect(x.softplus().at(0, 0)).toBe(1000);
    expect(x.softplus().at(0, 1)).toBe(0);
    expect(x.tanh().at(0, 1)).toBe(-1);
    expect(x.gelu().at(0, 1) + 0).toBe(0);
    expect(x.silu().at(0, 1) + 0).toBe(0);
    const loss = crossEntropy(x, [1, 0]).add(bceWithLogits(x, zeros(2, 3)));
    loss.backward();
    expect(crossEntropy(x, [1, 0], { reduction: 'sum' }).item()).toBeCloseTo(
      2000.3132 + Math.log(3),
      2,
    );
    expect([...(x.grad as Tensor).data].every(Number.isFinite)).toBe(true);
  });

  test('NaN and infinity are not hidden', () => {
    const x = tensor([NaN, Infinity, -1]);
    expect(x.relu().tolist()).toEqual([NaN, Infinity, 0]);
    expect(x.max().item()).toBeNaN();
    expect(x.clamp(-2, 2).tolist()).toEqual([NaN, 2, -1]);
    expect(
      maxPool2d(
        tensor([
          [
            [
              [1, 2],
              [NaN, 3],
            ],
          ],
        ]),
        2,
      ).item(),
    ).toBeNaN();
    expect(tensor([0]).log().item()).toBe(-Infinity);
  });
});

describe('forward results on random shapes', () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
  const pair = fc
    .tuple(
      shapes,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([shape, ones, dropped]) => ({
      shape,
      a: shape.map((size, d) => (ones[d] ? 1 : size)),
      b: shape
        .map((size, d) => (ones[d + 4] && !ones[d] ? 1 : size))
        .slice(Math.min(dropped, shape.length)),
    }));

  /** The number of `t` that broadcasting puts at `position`. */
  const broadcastAt = (t: Tensor, position: number[]): number => {
    const own = position.slice(position.length - t.ndim).map((p, d) => (t.shape[d] === 1 ? 0 : p));
    return t.at(...own);
  };
  const positions = (shape: readonly number[]): number[][] =>
    shape.reduce<number[][]>(
      (list, size) => list.flatMap((p) => Array.from({ length: size }, (_, i) => [...p, i])),
      [[]],
    );

  test('broadcasting agrees with its definition', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const [x, y] = [randn(a), randn(b)];
        const operations: [Tensor, (p: number, q: number) => number][] = [
          [x.add(y), (p, q) => p + q],
          [x.sub(y), (p, q) => p - q],
          [x.mul(y), (p, q) => p * q],
          [x.div(y), (p, q) => p / q],
          [x.maximum(y), Math.max],
          [x.gt(y), (p, q) => Number(p > q)],
          [where(x.gt(0), x, y), (p, q) => (p > 0 ? p : q)],
        ];
        for (const [result, f] of operations)
          for (const position of positions(result.shape))
            expect(result.at(...position)).toBe(
              Math.fround(f(broadcastAt(x, position), broadcastAt(y, position))),
            );
      }),
      { numRuns: 60 },
    );
  });

  test('permuting and undoing it, cutting and joining, give the same again', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 23 }), (shape, s) => {
        const x = randn(shape);
        const order = shape
          .map((_, d) => d)
          .sort((p, q) => ((p * 7 + s) % 5) - ((q * 7 + s) % 5) || p - q);
        const back = order.map((_, d) => order.indexOf(d));
        const y = x.permute(order);
        expect(y.shape).toEqual(order.map((d) => shape[d]));
        expect(y.permute(back).tolist()).toEqual(x.tolist());
        if (shape.length === 0) return;
        const half = Math.floor(shape[0] / 2);
        const [first, second] = [x.narrow(0, 0, half), x.narrow(0, half, shape[0] - half)];
        expect(cat([first, second]).tolist()).toEqual(x.tolist());
        expect(x.flip(0).flip([0]).tolist()).toEqual(x.tolist());
      }),
      { numRuns: 80 },
    );
  });

  test('reductions agree with loops', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (shape, chosen) => {
          const x = randn(shape);
          const dims = shape.map((_, d) => d).filter((d) => chosen[d]);
          const result = x.sum(dims, true);
          const expected = new Map<string, number>();
          for (const position of positions(shape)) {
            const key = position.map((p, d) => (dims.includes(d) ? 0 : p)).join();
            expected.set(key, (expected.get(key) ?? 0) + x.at(...position));
          }
          for (const position of positions(result.shape))
            expect(result.at(...position)).toBeCloseTo(expected.get(position.join()) ?? 0, 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('matrix products agree with loops', () => {
    const size = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(size, size, size, (m, k, n) => {
        const [a, b] = [randn(m, k), randn(k, n)];
        const c = a.matmul(b);
        expect(c.shape).toEqual([m, n]);
        for (const [i, j] of positions([m, n])) {
          let sum = 0;
          for (let p = 0; p < k; p++) sum += a.at(i, p) * b.at(p, j);
          expect(c.at(i, j)).toBeCloseTo(sum, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('sizes of 1 and 0 pass through the layers', () => {
    const model = new nn.Sequential(
      new nn.Conv2d(1, 2, 1),
      new nn.ReLU(),
      new nn.MaxPool2d(1),
      new nn.Flatten(),
      new nn.Linear(2, 3),
    );
    for (const batch of [0, 1, 3])
      expect(model.forward(zeros(batch, 1, 1, 1)).shape).toEqual([batch, 3]);
    expect(ones(0, 5).matmul(ones(5, 0)).shape).toEqual([0, 0]);
    expect(ones(2, 0).matmul(ones(0, 3)).tolist()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

test('the engine can run in float64 and comes back', () => {
  const x = tensor([0.1]);
  const exact = inDoublePrecision(() => x.mul(1 / 3).item());
  expect(exact).toBe(Math.fround(0.1) / 3);
  expect(x.mul(1 / 3).item()).toBe(Math.fround(Math.fround(0.1) / 3));
});
