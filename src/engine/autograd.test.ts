import { describe, expect, test } from 'vitest';
import {
  detectAnomaly,
  nn,
  noGrad,
  ones,
  optim,
  randn,
  tensor,
  type Tensor,
  zeros,
} from './index.ts';

const leaf = (values: number | number[]): Tensor => tensor(values, { requiresGrad: true });

describe('backward', () => {
  test('gradients add up where a value is used several times', () => {
    const x = leaf([2, 3]);
    x.mul(x).add(x).sub(x.mul(4)).sum().backward();
    expect(x.grad?.tolist()).toEqual([2 * 2 + 1 - 4, 2 * 3 + 1 - 4]);
  });

  test('gradients add up over several calls until zeroGrad', () => {
    const x = leaf(3);
    x.mul(x).backward();
    x.mul(x).backward();
    expect(x.grad?.item()).toBe(12);
    x.zeroGrad();
    expect(x.grad).toBeNull();
  });

  test('a chain of 100,000 operations works without recursion', () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let i = 0; i < 100_000; i++) y = y.add(1e-6);
    y.backward();
    expect(x.grad?.item()).toBe(1);
  });

  test('a diamond of many diamonds visits each node once', () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let i = 0; i < 30; i++) y = y.mul(0.5).add(y.mul(0.5));
    y.backward();
    expect(x.grad?.item()).toBeCloseTo(1, 5);
  });

  test('needs a single number or a gradient to start from', () => {
    const x = leaf([1, 2]);
    expect(() => x.mul(2).backward()).toThrow('shape (2)');
    expect(() => x.mul(2).backward({ gradient: ones(3) })).toThrow(
      'gradient (3) given for a result (2)',
    );
    x.mul(2).backward({ gradient: tensor([1, 10]) });
    expect(x.grad?.tolist()).toEqual([2, 20]);
  });

  test('says so when nothing requires a gradient', () => {
    expect(() => tensor([1, 2]).sum().backward()).toThrow('nothing here requires a gradient');
    const w = leaf([1, 2]);
    const loss = noGrad(() => w.sum());
    expect(() => loss.backward()).toThrow('outside noGrad');
  });

  test('a second backward through a freed graph says so', () => {
    const x = leaf([1, 2]);
    const loss = x.mul(x).sum();
    loss.backward();
    expect(() => loss.backward()).toThrow('already used by an earlier backward()');
    expect(() => loss.add(1).backward()).toThrow('already used by an earlier backward()');
  });

  test('retainGraph keeps the graph', () => {
    const x = leaf(3);
    const loss = x.mul(x);
    loss.backward({ retainGraph: true });
    loss.backward();
    expect(x.grad?.item()).toBe(12);
  });

  test('results keep their gradient only with retainGrad', () => {
    const x = leaf([1, 2]);
    const [kept, dropped] = [x.mul(2).retainGrad(), x.mul(3)];
    kept.mul(dropped).sum().backward();
    expect(kept.grad?.tolist()).toEqual([3, 6]);
    expect(dropped.grad).toBeNull();
  });

  test('a value changed in place after it was used is noticed', () => {
    const w = leaf([1, 2]);
    const loss = w.mul(w).sum();
    noGrad(() => w.add_(1));
    expect(() => loss.backward()).toThrow('mul needs was changed in place');
  });

  test('detach stops the gradient', () => {
    const x = leaf([1, 2]);
    x.mul(x.detach()).sum().backward();
    expect(x.grad?.tolist()).toEqual([1, 2]);
  });

  test('the gradients of two leaves are independent even where they are equal', () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    a.add(b).sum().backward();
    noGrad(() => a.grad?.mul_(10));
    expect(b.grad?.tolist()).toEqual([1, 1]);
  });

  test('a frozen parameter gets no gradient', () => {
    const layer = new nn.Linear(3, 2);
    layer.weight.requiresGrad_(false);
    layer.forward(ones(4, 3)).sum().backward();
    expect(layer.weight.grad).toBeNull();
    expect(layer.bias?.grad?.tolist()).toEqual([4, 4]);
  });
});

describe('changing in place', () => {
  test('is refused for a leaf outside noGrad and for results', () => {
    const w = leaf([1, 2]);
    expect(() => w.add_(1)).toThrow('inside noGrad');
    expect(() =>
      noGrad(() => w)
        .mul(2)
        .add_(1),
    ).toThrow('computed by affine');
  });

  test('is refused where a gradient would get lost', () => {
    expect(() => zeros(2).add_(leaf([1, 2]))).toThrow(
      'no gradient flows through a change in place',
    );
  });

  test('is seen through views', () => {
    const x = zeros(2, 3);
    x.reshape(6).fill_(7);
    expect(x.tolist()).toEqual([
      [7, 7, 7],
      [7, 7, 7],
    ]);
  });
});

describe('detectAnomaly', () => {
  test('names the operation that first made NaN', () => {
    const x = leaf([1, -1]);
    expect(() => detectAnomaly(() => x.mul(2).sqrt().log().sum())).toThrow(/^sqrt: made NaN/);
  });

  test('names the operation whose gradient is infinite', () => {
    const x = leaf([0, 1]);
    expect(() => detectAnomaly(() => x.sqrt().mul(2).sum().backward())).toThrow(
      'backward: sqrt made NaN or infinity',
    );
  });

  test('is quiet when all is well, and off by default', () => {
    const x = leaf([4]);
    expect(detectAnomaly(() => x.sqrt().sum().item())).toBe(2);
    expect(Number.isNaN(tensor(-1).sqrt().item())).toBe(true);
  });

  test('finds the operation in a diverging training', () => {
    const w = leaf([1]);
    const optimiser = new optim.SGD([w], { learningRate: 1e30 });
    const descend = () => {
      const loss = w.mul(w).mul(randn(1).abs().add(1)).sum();
      optimiser.zeroGrad();
      loss.backward();
      optimiser.step();
    };
    expect(() =>
      detectAnomaly(() => {
        for (let i = 0; i < 5; i++) descend();
      }),
    ).toThrow(/made NaN or infinity/);
  });
});
