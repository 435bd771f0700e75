import { expect, test } from 'vitest';
import {
  crossEntropy,
  manualSeed,
  memoryInUse,
  nn,
  noGrad,
  ones,
  optim,
  randn,
  tensor,
  type Tensor,
} from './index.ts';
import { heapBytes } from './kernels/memory.ts';
import { sweep } from './storage.ts';

function quadrants(): { model: nn.Sequential; step: () => Tensor } {
  manualSeed(1);
  const model = new nn.Sequential(new nn.Linear(2, 10), new nn.ReLU(), new nn.Linear(10, 4));
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.05, momentum: 0.9 });
  const x = tensor([
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ]);
  const step = () => {
    const loss = crossEntropy(model.forward(x), [0, 1, 2, 3]);
    optimiser.zeroGrad();
    loss.backward();
    optimiser.step();
    return loss;
  };
  return { model, step };
}

test('100,000 training steps in one synchronous loop hold memory flat', () => {
  const { step } = quadrants();
  for (let i = 0; i < 100; i++) step();
  const [before, bytes] = [memoryInUse(), heapBytes()];
  for (let i = 0; i < 100_000; i++) step();
  expect(memoryInUse()).toEqual(before);
  expect(heapBytes()).toBe(bytes);
});

test('a net written out with the operations holds memory flat too', () => {
  const [w1, w2] = [randn([4, 8], { requiresGrad: true }), randn([8, 2], { requiresGrad: true })];
  const x = randn(16, 4);
  const step = () => {
    const loss = x.matmul(w1).relu().matmul(w2).pow(2).mean();
    loss.backward();
    noGrad(() => [w1, w2].forEach((w) => w.sub_((w.grad as Tensor).mul(0.01))));
    [w1, w2].forEach((w) => w.zeroGrad());
  };
  for (let i = 0; i < 30_000; i++) step();
  const bytes = heapBytes();
  for (let i = 0; i < 15_000; i++) step();
  expect(heapBytes()).toBeLessThan(1.1 * bytes);
  expect(memoryInUse().storages).toBeLessThan(60_000);
});

test('graphs that are never differentiated do not pile up', () => {
  const w = randn([64, 64], { requiresGrad: true });
  let x: Tensor = ones(64, 64);
  for (let i = 0; i < 6_000; i++) x = x.detach().matmul(w).tanh();
  expect(heapBytes()).toBeLessThan(400 * 1024 * 1024);
  expect(Number.isFinite(x.sum().item())).toBe(true);
});

test('a value that is still held keeps its numbers while the heap is used again', () => {
  const { model, step } = quadrants();
  const kept: { tensor: Tensor; numbers: number[] }[] = [];
  const keep = (t: Tensor) => kept.push({ tensor: t, numbers: [...t.data] });
  const w = tensor([1, 2, 3], { requiresGrad: true });
  for (let i = 0; i < 50; i++) {
    const [a, b] = [w.mul(i), w.add(i)];
    const product = a.mul(b);
    const loss = product.sum();
    [a, b, product, loss].forEach(keep);
    loss.backward();
    keep(w.grad as Tensor);
    w.zeroGrad();
    keep(step());
    keep(model.forward(ones(2, 2)));
    keep(noGrad(() => model.forward(ones(3, 2))));
  }
  sweep();
  for (let i = 0; i < 100; i++) step();
  for (const { tensor: t, numbers } of kept) expect([...t.data]).toEqual(numbers);
});

test('a sweep in the middle of a forward pass changes nothing', () => {
  const run = (sweeps: boolean): number[] => {
    manualSeed(4);
    const layers = [
      new nn.Conv2d(1, 4, 3),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
      new nn.Linear(36, 3),
    ];
    let x: Tensor = randn(5, 1, 8, 8);
    for (const layer of layers) {
      x = layer.forward(x);
      if (sweeps) sweep();
    }
    crossEntropy(x, [0, 1, 2, 0, 1]).backward();
    if (sweeps) sweep();
    return layers.flatMap((layer) =>
      layer.parameters().flatMap((p) => [...(p.grad as Tensor).data]),
    );
  };
  expect(run(true)).toEqual(run(false));
});

test('a model of the reader inside Sequential may keep what passes through it', () => {
  let seen: Tensor | null = null;
  class Spy extends nn.Module {
    forward(x: Tensor): Tensor {
      seen = x;
      return x.mul(2);
    }
  }
  const inner = new nn.Sequential(new nn.Linear(3, 3), new nn.Tanh(), new Spy(), new nn.Tanh());
  const model = new nn.Sequential(
    new nn.Linear(3, 3),
    inner,
    new nn.Residual(new Spy()),
    new nn.Linear(3, 2),
  );
  for (let i = 0; i < 3; i++) {
    const loss = model.forward(ones(4, 3)).sum();
    const before = [...(seen as unknown as Tensor).data];
    loss.backward();
    expect([...(seen as unknown as Tensor).data]).toEqual(before);
  }
});

test('`data` is a copy: writing into it changes nothing, and it does not follow the tensor', () => {
  const x = tensor([1, 2]);
  const { data } = x;
  data[0] = 9;
  expect(x.add(0).tolist()).toEqual([1, 2]);
  x.fill_(5);
  expect(data[1]).toBe(2);
  expect(x.data[1]).toBe(5);
});
