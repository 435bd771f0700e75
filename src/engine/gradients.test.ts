// Every operation's gradient against central differences in float64, on random shapes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adaptiveAvgPool2d,
  avgPool2d,
  bceWithLogits,
  cat,
  conv2d,
  crossEntropy,
  Generator,
  gradcheck,
  hingeLoss,
  l1Loss,
  linear,
  maxPool2d,
  mseLoss,
  nllLoss,
  nn,
  randn,
  stack,
  tensor,
  type Tensor,
  where,
} from './index.ts';

fc.configureGlobal({ seed: 20261121 }); // the same cases every time

/** Normal numbers that keep away from 0, where many functions have a kink. */
function numbers(shape: readonly number[], seed: number, { positive = false } = {}): Tensor {
  const generator = new Generator(seed);
  const x = randn(shape, { generator });
  const away = Float32Array.from(x.data, (v) => {
    const size = 0.1 + Math.abs(v);
    return v < 0 && !positive ? -size : size;
  });
  return tensor(away, { shape });
}

function expectRight(f: (...inputs: Tensor[]) => Tensor, ...inputs: Tensor[]): void {
  const { largestError } = gradcheck(f, inputs);
  expect(largestError).toBeLessThan(1e-6);
}

const anyShape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const fullShape = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const seed = fc.integer({ min: 0, max: 1e6 });

/** Two shapes that broadcast: some sizes set to 1, some leading ones left out. */
const broadcastPair = fc
  .record({
    shape: fullShape,
    ones: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 4 }),
    dropped: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()),
  })
  .map(({ shape, ones, dropped: [count, isFirst] }) => {
    const a = shape.map((size, d) => (ones[d][0] ? 1 : size));
    const b = shape.map((size, d) => (ones[d][1] ? 1 : size));
    const short = (isFirst ? a : b).slice(Math.min(count, shape.length));
    return isFirst ? [short, b] : [a, short];
  });

const unary: Record<string, (x: Tensor) => Tensor> = {
  exp: (x) => x.exp(),
  abs: (x) => x.abs(),
  sin: (x) => x.sin(),
  cos: (x) => x.cos(),
  sigmoid: (x) => x.sigmoid(),
  tanh: (x) => x.tanh(),
  relu: (x) => x.relu(),
  leakyRelu: (x) => x.leakyRelu(0.2),
  elu: (x) => x.elu(1.3),
  gelu: (x) => x.gelu(),
  softplus: (x) => x.softplus(),
  silu: (x) => x.silu(),
  square: (x) => x.pow(2),
  cube: (x) => x.pow(3),
  reciprocal: (x) => x.pow(-1),
  neg: (x) => x.neg(),
  clamp: (x) => x.clamp(-0.5003, 0.7001),
  affine: (x) => x.mul(2.5).add(3).sub(1).div(4),
  sumAll: (x) => x.sum(),
  norm: (x) => x.norm(),
  flatten: (x) => x.flatten().mul(2),
  clone: (x) => x.clone(),
};

describe('functions of one tensor', () => {
  test.each(Object.entries(unary))('%s', (_name, f) => {
    fc.assert(
      fc.property(fullShape, seed, (shape, s) => expectRight(f, numbers(shape, s))),
      { numRuns: 8 },
    );
  });

  test.each([
    ['log', (x: Tensor) => x.log()],
    ['sqrt', (x: Tensor) => x.sqrt()],
    ['power with a fraction', (x: Tensor) => x.pow(1.7)],
  ] as const)('%s', (_name, f) => {
    fc.assert(
      fc.property(fullShape, seed, (shape, s) =>
        expectRight(f, numbers(shape, s, { positive: true })),
      ),
      { numRuns: 8 },
    );
  });

  test('empty tensors have empty gradients', () => {
    for (const f of [unary.exp, unary.relu, unary.sumAll, unary.neg]) {
      const x = numbers([2, 0, 3], 1).requiresGrad_();
      f(x).sum().backward();
      expect(x.grad?.shape).toEqual([2, 0, 3]);
    }
  });
});

const binary: Record<string, (a: Tensor, b: Tensor) => Tensor> = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  maximum: (a, b) => a.maximum(b),
  minimum: (a, b) => a.minimum(b),
  where: (a, b) => where(tensor([1]), a, b).add(where(a.detach().mul(0), a, b)),
};

describe('functions of two tensors, broadcast', () => {
  test.each(Object.entries(binary))('%s', (_name, f) => {
    fc.assert(
      fc.property(broadcastPair, seed, ([a, b], s) =>
        expectRight(f, numbers(a, s), numbers(b, s + 1)),
      ),
      { numRuns: 25 },
    );
  });
});

const withDimension = fullShape.chain((shape) =>
  fc.tuple(
    fc.constant(shape),
    fc.integer({ min: -shape.length, max: shape.length - 1 }),
    fc.boolean(),
  ),
);
const alongDimension: Record<string, (x: Tensor, dim: number, keepdim: boolean) => Tensor> = {
  sum: (x, dim, keepdim) => x.sum(dim, keepdim),
  mean: (x, dim, keepdim) => x.mean(dim, keepdim),
  variance: (x, dim, keepdim) => x.variance(dim, { correction: 0, keepdim }),
  amax: (x, dim, keepdim) => x.amax(dim, keepdim),
  amin: (x, dim, keepdim) => x.amin(dim, keepdim),
  logsumexp: (x, dim, keepdim) => x.logsumexp(dim, keepdim),
  softmax: (x, dim) => x.softmax(dim),
  logSoftmax: (x, dim) => x.logSoftmax(dim),
  flip: (x, dim) => x.flip(dim).mul(x),
  narrow: (x, dim) => x.narrow(dim, x.size(dim) - 1, 1),
  select: (x, dim) => x.select(dim, -1),
  unsqueeze: (x, dim) => x.unsqueeze(dim).mul(x.unsqueeze(dim)),
  cat: (x, dim) => cat([x, x.mul(2), x], dim),
  stack: (x, dim) => stack([x, x.exp()], dim),
  indexSelect: (x, dim) => x.indexSelect(dim, [0, x.size(dim) - 1, 0]),
  gather: (x, dim) => x.gather(dim, x.detach().mul(0)),
};

describe('functions along a dimension', () => {
  test.each(Object.entries(alongDimension))('%s', (_name, f) => {
    fc.assert(
      fc.property(withDimension, seed, ([shape, dim, keepdim], s) =>
        expectRight((x) => f(x, dim, keepdim), numbers(shape, s)),
      ),
      { numRuns: 15 },
    );
  });

  test('sums over several dimensions', () => {
    for (const dims of [
      [0, 2],
      [1, 3],
      [0, 1],
      [2, 3],
      [0, 2, 3],
    ])
      expectRight((x) => x.sum(dims).mul(x.mean(dims)), numbers([2, 3, 2, 2], 1));
  });

  test('moves of the dimensions', () => {
    expectRight((x) => x.permute(2, 0, 1).mul(x.permute(2, 0, 1).exp()), numbers([2, 3, 4], 1));
    expectRight((x) => x.transpose(0, -1).mul(x.transpose(-1, 0)), numbers([2, 3, 2], 1));
    expectRight((x) => x.expand(4, 2, 3).exp(), numbers([2, 1], 1));
    expectRight((x) => x.reshape(3, -1).matmul(x.reshape(-1, 3)), numbers([2, 3], 1));
    expectRight((x) => x.pad([1, 0, 2, 1], 3).exp(), numbers([2, 2, 3], 1));
    expectRight((x) => x.squeeze().exp(), numbers([1, 3, 1], 1));
  });
});

describe('products', () => {
  const size = fc.integer({ min: 1, max: 4 });

  test('matrices, vectors and batches', () => {
    fc.assert(
      fc.property(size, size, size, seed, (m, k, n, s) => {
        expectRight((a, b) => a.matmul(b), numbers([m, k], s), numbers([k, n], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([k], s), numbers([k, n], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([m, k], s), numbers([k], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([k], s), numbers([k], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([2, 1, m, k], s), numbers([3, k, n], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([3, m, k], s), numbers([k, n], s + 1));
        expectRight((a, b) => a.matmul(b), numbers([3, m, k], s), numbers([k], s + 1));
        expectRight(linear, numbers([m, k], s), numbers([k, n], s + 1), numbers([n], s + 2));
      }),
      { numRuns: 12 },
    );
  });

  test('a dense layer with ReLU behind it', () => {
    const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 3));
    expectRight((x) => model.forward(x), numbers([5, 4], 1));
    const [first] = model.layers as [nn.Linear];
    const net = (weight: Tensor) => {
      Object.assign(first, { weight });
      return model.forward(numbers([5, 4], 2));
    };
    expectRight(net, numbers([4, 8], 3));
  });
});

describe('convolution and pooling', () => {
  const geometry = fc.record({
    height: fc.integer({ min: 3, max: 6 }),
    width: fc.integer({ min: 3, max: 6 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    stride: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    padding: fc.oneof(
      fc.constant('same' as const),
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
    ),
    groups: fc.integer({ min: 1, max: 2 }),
  });

  test('conv2d', () => {
    fc.assert(
      fc.property(geometry, seed, ({ height, width, kernel, stride, padding, groups }, s) => {
        const f = (x: Tensor, weight: Tensor, bias: Tensor) =>
          conv2d(x, weight, bias, { stride, padding, groups });
        expectRight(
          f,
          numbers([2, 2, height, width], s),
          numbers([4, 2 / groups, ...kernel], s + 1),
          numbers([4], s),
        );
      }),
      { numRuns: 12 },
    );
  });

  test('conv2d with dilation', () => {
    const f = (x: Tensor, weight: Tensor) => conv2d(x, weight, null, { dilation: 2, padding: 2 });
    expectRight(f, numbers([1, 2, 5, 6], 1), numbers([3, 2, 3, 2], 2));
  });

  test('pooling', () => {
    const x = numbers([2, 2, 5, 6], 4);
    expectRight((t) => maxPool2d(t, 2), x);
    expectRight((t) => maxPool2d(t, 3, { stride: 2, padding: 1 }), x);
    expectRight((t) => avgPool2d(t, [2, 3]), x);
    expectRight((t) => avgPool2d(t, 3, { stride: 1, padding: 1 }), x);
    expectRight((t) => adaptiveAvgPool2d(t, [2, 4]), x);
    expectRight((t) => new nn.GlobalAvgPool2d().forward(t), x);
  });
});

describe('layers', () => {
  const layers: Record<string, () => nn.Module> = {
    BatchNorm2d: () => new nn.BatchNorm2d(3),
    'BatchNorm2d in evaluation': () => new nn.BatchNorm2d(3).eval(),
    LayerNorm: () => new nn.LayerNorm([4, 4]),
    PReLU: () => new nn.PReLU(3),
    'PReLU with one slope': () => new nn.PReLU(),
    'RReLU in evaluation': () => new nn.RReLU().eval(),
    Dropout: () => new nn.Dropout(0.4, { generator: new Generator(1) }),
    'a residual block': () =>
      new nn.Residual(
        new nn.Sequential(
          new nn.Conv2d(3, 4, 3, { padding: 1, stride: 2 }),
          new nn.BatchNorm2d(4),
          new nn.ReLU(),
          new nn.Conv2d(4, 4, 3, { padding: 1 }),
          new nn.BatchNorm2d(4),
        ),
        { shortcut: new nn.PaddedShortcut(3, 4, { stride: 2 }) },
      ),
  };

  test.each(Object.entries(layers))('%s: input and parameters', (_name, make) => {
    const layer = make();
    const x = numbers([3, 3, 4, 4], 2);
    const f = (input: Tensor) => {
      if (layer instanceof nn.Dropout) layer.generator.manualSeed(1);
      return layer.forward(input);
    };
    expectRight(f, x);
    for (const [, module] of layer.namedModules()) {
      for (const [field, parameter] of Object.entries(module)) {
        if (!(parameter instanceof Object && 'requiresGrad' in parameter && parameter.requiresGrad))
          continue;
        const start = numbers((parameter as Tensor).shape, 3);
        expectRight((p) => {
          Object.assign(module, { [field]: p });
          return layer.forward(x);
        }, start);
        Object.assign(module, { [field]: parameter });
      }
    }
  });

  test('fused and separate layers agree', () => {
    const block = layers['a residual block']();
    const model = new nn.Sequential(
      block,
      new nn.ReLU(),
      new nn.Conv2d(4, 2, 1),
      new nn.ReLU(),
      new nn.Flatten(),
    );
    const x = numbers([2, 3, 4, 4], 5);
    const fused = model.forward(x).data;
    const steps = model.activations(x);
    const separate = steps[steps.length - 1].data;
    fused.forEach((value, i) => expect(value).toBeCloseTo(separate[i], 5));
    expectRight((t) => model.forward(t), x);
  });
});

describe('losses', () => {
  const logits = numbers([4, 3], 1);
  const losses: Record<string, (x: Tensor) => Tensor> = {
    crossEntropy: (x) => crossEntropy(x, [0, 2, 1, 2]),
    'crossEntropy, summed and smoothed': (x) =>
      crossEntropy(x, [0, 2, 1, 2], { reduction: 'sum', labelSmoothing: 0.1 }),
    'crossEntropy as part of a sum': (x) =>
      crossEntropy(x, [0, 2, 1, 2]).mul(3).add(x.mul(x).sum()),
    nllLoss: (x) => nllLoss(x.logSoftmax(1), [0, 2, 1, 2]),
    mseLoss: (x) => mseLoss(x, logits.mul(0.3)),
    l1Loss: (x) => l1Loss(x, logits.mul(0.3), { reduction: 'sum' }),
    bceWithLogits: (x) => bceWithLogits(x, logits.gt(0)),
    hingeLoss: (x) => hingeLoss(x, logits.gt(0).mul(2).sub(1)),
  };

  test.each(Object.entries(losses))('%s', (_name, f) => expectRight(f, logits));
});

test('random shapes with empty dimensions go through forward and backward', () => {
  fc.assert(
    fc.property(anyShape, (shape) => {
      const x = numbers(shape, 1).requiresGrad_();
      x.mul(2).relu().add(x.sum()).sum().backward();
      expect(x.grad?.shape).toEqual(shape);
    }),
  );
});
