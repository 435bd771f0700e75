import { describe, expect, test } from 'vitest';
import {
  Generator,
  manualSeed,
  memoryInUse,
  nn,
  ones,
  randn,
  summary,
  tensor,
  type Tensor,
  zeros,
} from '../index.ts';

/** He et al. 2015 for CIFAR-10: 6n + 2 layers of 16, 32, 64 channels. */
function resnet(depth: number): nn.Sequential {
  const conv = (from: number, to: number, stride: number) =>
    new nn.Conv2d(from, to, 3, { stride, padding: 1, bias: false });
  const layers: nn.Module[] = [conv(3, 16, 1), new nn.BatchNorm2d(16), new nn.ReLU()];
  let from = 16;
  for (const to of [16, 32, 64]) {
    for (let block = 0; block < (depth - 2) / 6; block++) {
      const stride = from === to ? 1 : 2;
      const body = new nn.Sequential(
        conv(from, to, stride),
        new nn.BatchNorm2d(to),
        new nn.ReLU(),
        conv(to, to, 1),
        new nn.BatchNorm2d(to),
      );
      const shortcut =
        stride === 1 ? new nn.Identity() : new nn.PaddedShortcut(from, to, { stride });
      layers.push(new nn.Residual(body, { shortcut }), new nn.ReLU());
      from = to;
    }
  }
  return new nn.Sequential(...layers, new nn.GlobalAvgPool2d(), new nn.Linear(64, 10));
}

describe('modules', () => {
  test.each([
    [20, 269_722],
    [32, 464_154],
    [44, 658_586],
    [56, 853_018],
    [110, 1_727_962],
  ])('ResNet-%i of the paper has %i parameters', (depth, count) => {
    expect(
      resnet(depth)
        .parameters()
        .reduce((sum, p) => sum + p.numel, 0),
    ).toBe(count);
  });

  test('names are those of PyTorch, fields and lists alike', () => {
    class Net extends nn.Module {
      readonly scale = ones([2], { requiresGrad: true });
      readonly parts = [
        new nn.Linear(2, 2, { bias: false }),
        new nn.Sequential(new nn.BatchNorm1d(2)),
      ];
      forward(x: Tensor): Tensor {
        return this.parts.reduce((y, part) => part.forward(y), x).mul(this.scale);
      }
    }
    const net = new Net();
    expect(net.namedParameters().map(([name]) => name)).toEqual([
      'scale',
      'parts.0.weight',
      'parts.1.0.weight',
      'parts.1.0.bias',
    ]);
    expect(net.namedBuffers().map(([name]) => name)).toEqual([
      'parts.1.0.runningMean',
      'parts.1.0.runningVariance',
    ]);
    expect(net.eval().parts[1].isTraining).toBe(false);
  });

  test('a parameter used twice is listed once', () => {
    const layer = new nn.Linear(2, 2);
    expect(new nn.Sequential(layer, layer).parameters()).toHaveLength(2);
  });

  test('a state moves from model to model, and a wrong one changes nothing', () => {
    const make = () =>
      new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
    const [a, b] = [make(), make()];
    a.forward(randn(5, 3));
    b.loadStateDict(a.stateDict());
    const x = randn(4, 3);
    expect(b.eval().forward(x).tolist()).toEqual(a.eval().forward(x).tolist());
    const before = b.stateDict();
    expect(() => b.loadStateDict({ ...a.stateDict(), extra: zeros(1) })).toThrow('unknown: extra');
    expect(() => b.loadStateDict({ ...a.stateDict(), '0.weight': zeros(3, 3) })).toThrow(
      '0.weight has shape (3, 4)',
    );
    const { '2.bias': _, ...rest } = a.stateDict();
    expect(() => b.loadStateDict(rest)).toThrow('missing: 2.bias');
    expect(b.stateDict()['0.weight'].tolist()).toEqual(before['0.weight'].tolist());
  });

  test('a model that overrides forward of a layer of ours is not passed by when layers are fused', () => {
    class Doubled extends nn.Linear {
      override forward(x: Tensor): Tensor {
        return super.forward(x).mul(2);
      }
    }
    manualSeed(1);
    const doubled = new nn.Sequential(new Doubled(2, 3), new nn.ReLU());
    manualSeed(1);
    const plain = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
    const x = randn(4, 2);
    expect(doubled.forward(x).tolist()).toEqual(plain.forward(x).mul(2).tolist());
  });

  test('activations gives the result of every layer', () => {
    const model = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(3, 1));
    const x = randn(4, 2);
    const results = model.activations(x);
    expect(results.map((r) => r.shape)).toEqual([
      [4, 3],
      [4, 3],
      [4, 1],
    ]);
    expect(results[2].tolist()).toEqual(model.forward(x).tolist());
  });
});

describe('layers in training and evaluation', () => {
  test('dropout drops its share and keeps the mean, and does nothing in evaluation', () => {
    const layer = new nn.Dropout(0.3, { generator: new Generator(2) });
    const y = layer.forward(ones(100, 100));
    const zerosShare = y.eq(0).mean().item();
    expect(zerosShare).toBeCloseTo(0.3, 1);
    expect(y.max().item()).toBeCloseTo(1 / 0.7, 5);
    expect(y.mean().item()).toBeCloseTo(1, 1);
    const x = ones(2);
    expect(layer.eval().forward(x)).toBe(x);
  });

  test('RReLU draws slopes between its limits, and takes their mean in evaluation', () => {
    const layer = new nn.RReLU(0.1, 0.3, { generator: new Generator(2) });
    const slopes = layer.forward(full(1000)).neg().data;
    expect(Math.min(...slopes)).toBeGreaterThanOrEqual(0.0999);
    expect(Math.max(...slopes)).toBeLessThan(0.3);
    expect(
      layer
        .eval()
        .forward(tensor([-1]))
        .item(),
    ).toBeCloseTo(-0.2, 6);
  });

  test('batch normalisation follows the running statistics', () => {
    const layer = new nn.BatchNorm2d(2, { momentum: 0.5 });
    const x = randn(10, 2, 3, 3).mul(3).add(1);
    for (let i = 0; i < 30; i++) layer.forward(x);
    const y = layer.eval().forward(x);
    expect(y.mean().item()).toBeCloseTo(0, 4);
    expect(y.std().item()).toBeCloseTo(1, 1);
  });
});

const full = (n: number): Tensor => zeros(n).sub(1);

describe('summary', () => {
  test('counts shapes, parameters and multiply-adds', () => {
    const model = new nn.Sequential(
      new nn.Conv2d(1, 8, 3, { padding: 1 }),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(8, 16, 3, { padding: 1, groups: 4 }),
      new nn.Flatten(),
      new nn.Linear(16 * 14 * 14, 10),
    );
    const { layers, parameters, multiplyAdds } = summary(model, [1, 1, 28, 28]);
    expect(layers.map((l) => l.outputShape.join('×'))).toEqual([
      '1×8×28×28',
      '1×8×28×28',
      '1×8×14×14',
      '1×16×14×14',
      '1×3136',
      '1×10',
    ]);
    expect(parameters).toBe(80 + (16 * 2 * 9 + 16) + 31370);
    expect(multiplyAdds).toBe(28 * 28 * 8 * 9 + 14 * 14 * 16 * 2 * 9 + 31360);
    expect(model.isTraining).toBe(true);
    expect(model.forward(zeros(2, 1, 28, 28)).shape).toEqual([2, 10]);
  });

  test.each([
    ['AlexNet', alexNet, 61_100_840],
    ['VGG-16', vgg16, 138_357_544],
    ['ResNet-18', resNet18, 11_689_512],
    ['MobileNet v1', mobileNet, 4_231_976],
  ] as const)(
    '%s has the published number of parameters, without being built',
    (_name, make, count) => {
      const before = memoryInUse().floats;
      const { layers, parameters, multiplyAdds } = summary(make, [1, 3, 224, 224]);
      expect(parameters).toBe(count);
      expect(layers[layers.length - 1].outputShape).toEqual([1, 1000]);
      expect(multiplyAdds).toBeGreaterThan(count / 10);
      expect(memoryInUse().floats).toBeLessThanOrEqual(before);
      expect(randn(3).add(1).shape).toEqual([3]);
    },
  );

  test('looks into residual blocks and leaves running statistics alone', () => {
    const model = resnet(8);
    const before = model.stateDict();
    const { layers, parameters } = summary(model, [1, 3, 32, 32]);
    expect(parameters).toBe(model.parameters().reduce((sum, p) => sum + p.numel, 0));
    expect(layers.reduce((sum, l) => sum + l.parameters, 0)).toBe(parameters);
    expect(layers.filter((l) => l.kind === 'BatchNorm2d')).toHaveLength(7);
    expect(model.stateDict()['1.runningMean'].tolist()).toEqual(before['1.runningMean'].tolist());
  });
});

const conv = (
  from: number,
  to: number,
  size: number,
  stride: number,
  padding: number,
  groups = 1,
) => new nn.Conv2d(from, to, size, { stride, padding, groups, bias: false });
const normalised = (layer: nn.Conv2d, channels: number) => [
  layer,
  new nn.BatchNorm2d(channels),
  new nn.ReLU(),
];

function alexNet(): nn.Module {
  const relu = () => new nn.ReLU();
  const pool = () => new nn.MaxPool2d(3, { stride: 2 });
  return new nn.Sequential(
    new nn.Conv2d(3, 64, 11, { stride: 4, padding: 2 }),
    relu(),
    pool(),
    new nn.Conv2d(64, 192, 5, { padding: 2 }),
    relu(),
    pool(),
    new nn.Conv2d(192, 384, 3, { padding: 1 }),
    relu(),
    new nn.Conv2d(384, 256, 3, { padding: 1 }),
    relu(),
    new nn.Conv2d(256, 256, 3, { padding: 1 }),
    relu(),
    pool(),
    new nn.AdaptiveAvgPool2d(6),
    new nn.Flatten(),
    new nn.Dropout(),
    new nn.Linear(9216, 4096),
    relu(),
    new nn.Dropout(),
    new nn.Linear(4096, 4096),
    relu(),
    new nn.Linear(4096, 1000),
  );
}

function vgg16(): nn.Module {
  const layers: nn.Module[] = [];
  let from = 3;
  for (const to of [64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0]) {
    if (to === 0) layers.push(new nn.MaxPool2d(2));
    else layers.push(new nn.Conv2d(from, to, 3, { padding: 1 }), new nn.ReLU());
    from = to === 0 ? from : to;
  }
  return new nn.Sequential(
    ...layers,
    new nn.Flatten(),
    new nn.Linear(25088, 4096),
    new nn.ReLU(),
    new nn.Linear(4096, 4096),
    new nn.ReLU(),
    new nn.Linear(4096, 1000),
  );
}

function resNet18(): nn.Module {
  const layers: nn.Module[] = [
    ...normalised(conv(3, 64, 7, 2, 3), 64),
    new nn.MaxPool2d(3, { stride: 2, padding: 1 }),
  ];
  let from = 64;
  for (const to of [64, 64, 128, 128, 256, 256, 512, 512]) {
    const stride = from === to ? 1 : 2;
    const body = new nn.Sequential(
      ...normalised(conv(from, to, 3, stride, 1), to),
      conv(to, to, 3, 1, 1),
      new nn.BatchNorm2d(to),
    );
    const shortcut =
      stride === 1
        ? new nn.Identity()
        : new nn.Sequential(conv(from, to, 1, stride, 0), new nn.BatchNorm2d(to));
    layers.push(new nn.Residual(body, { shortcut }), new nn.ReLU());
    from = to;
  }
  return new nn.Sequential(...layers, new nn.GlobalAvgPool2d(), new nn.Linear(512, 1000));
}

function mobileNet(): nn.Module {
  const layers: nn.Module[] = normalised(conv(3, 32, 3, 2, 1), 32);
  let from = 32;
  for (const [to, stride] of [
    [64, 1],
    [128, 2],
    [128, 1],
    [256, 2],
    [256, 1],
    [512, 2],
    [512, 1],
    [512, 1],
    [512, 1],
    [512, 1],
    [512, 1],
    [1024, 2],
    [1024, 1],
  ]) {
    layers.push(
      ...normalised(conv(from, from, 3, stride, 1, from), from),
      ...normalised(conv(from, to, 1, 1, 0), to),
    );
    from = to;
  }
  return new nn.Sequential(...layers, new nn.GlobalAvgPool2d(), new nn.Linear(1024, 1000));
}
