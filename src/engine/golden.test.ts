// Every case of tests/golden, computed by PyTorch in float64, against the engine in each of its kernel modes.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tensor } from './index.ts';
import {
  adaptiveAvgPool2d,
  avgPool2d,
  bceWithLogits,
  cat,
  clipGradNorm,
  clipGradValue,
  conv2d,
  crossEntropy,
  hingeLoss,
  init,
  kernelMode,
  type KernelMode,
  l1Loss,
  linear,
  maxPool2d,
  mseLoss,
  nn,
  optim,
  tensor,
  useKernels,
  zeros,
} from './index.ts';
import { expectClose, expectNumbersClose, type Golden } from './testing/close.ts';

type Values = Record<string, Golden>;

interface OperationCase {
  readonly name: string;
  readonly attrs: Record<string, never>;
  readonly inputs: Values;
  readonly output: Golden;
  readonly w?: Golden;
  readonly grads: Values;
}

function load<Case>(file: string): { meta: Record<string, unknown>; cases: Case[] } {
  return JSON.parse(
    readFileSync(new URL(`../../tests/golden/${file}.json`, import.meta.url), 'utf8'),
  );
}

function leaf(golden: Golden): Tensor {
  return tensor(golden.data, { shape: golden.shape, requiresGrad: true });
}

const transposed = (golden: Golden): Golden => {
  const t = tensor(golden.data, { shape: golden.shape }).T;
  return { shape: t.shape, data: [...t.data] };
};

type Inputs = Record<string, Tensor>;
type Attributes = Record<string, never>;

const labelsOf = (target: Tensor): Tensor => target.detach();

// What the golden names mean in this engine.
const operations: Record<string, (t: Inputs, attrs: Attributes) => Tensor> = {
  sigmoid: ({ x }) => x.sigmoid(),
  tanh: ({ x }) => x.tanh(),
  relu: ({ x }) => x.relu(),
  leaky_relu: ({ x }, { slope }) => x.leakyRelu(slope),
  elu: ({ x }, { alpha }) => x.elu(alpha),
  softplus: ({ x }) => x.softplus(),
  gelu_erf: ({ x }) => x.gelu(),
  silu: ({ x }) => x.silu(),
  exp: ({ x }) => x.exp(),
  log: ({ x }) => x.log(),
  sqrt: ({ x }) => x.sqrt(),
  pow3: ({ x }) => x.pow(3),
  abs: ({ x }) => x.abs(),
  softmax: ({ x }, { dim }) => x.softmax(dim),
  log_softmax: ({ x }, { dim }) => x.logSoftmax(dim),
  logsumexp: ({ x }, { dim }) => x.logsumexp(dim),
  cross_entropy: ({ x, target }, { reduction, label_smoothing }) =>
    crossEntropy(x, labelsOf(target), {
      reduction: reduction ?? 'mean',
      labelSmoothing: label_smoothing ?? 0,
    }),
  mse: ({ x, target }) => mseLoss(x, target),
  l1: ({ x, target }) => l1Loss(x, target),
  bce: ({ x, target }) => bceWithLogits(x, target),
  hinge: ({ x, target }) => hingeLoss(x, target),
  conv: ({ x, weight, bias }, attrs) => conv2d(x, weight, bias ?? null, attrs),
  maxpool: ({ x }, { kernel, stride, padding }) =>
    maxPool2d(x, kernel, { stride, padding: padding ?? 0 }),
  avgpool: ({ x }, { kernel, stride, padding }) =>
    avgPool2d(x, kernel, { stride, padding: padding ?? 0 }),
  adaptive: ({ x }, { out }) => adaptiveAvgPool2d(x, out),
  global_avg_flat: ({ x }) => new nn.GlobalAvgPool2d().forward(x),
  linear: ({ x, weight, bias }) => linear(x, weight, bias),
  matmul: ({ a, b }) => a.matmul(b),
  matvec: ({ a, b }) => a.matmul(b),
  add: ({ a, b }) => a.add(b),
  sub: ({ a, b }) => a.sub(b),
  mul: ({ a, b }) => a.mul(b),
  div: ({ a, b }) => a.div(b),
  sum: ({ x }, { dim, keepdim }) => x.sum(dim, keepdim ?? false),
  mean: ({ x }, { dim, keepdim }) => x.mean(dim, keepdim ?? false),
  max_dim1: ({ x }, { dim }) => x.amax(dim),
  var: ({ x }, { dim, unbiased }) => x.variance(dim, { correction: unbiased ? 1 : 0 }),
  transpose: ({ x }) => x.T.mul(tensor([1, 2, 3, 4, 5, 6], { shape: [3, 2] })),
  reshape: ({ x }, { shape }) => x.reshape(shape),
  cat_dim1: ({ a, b }, { dim }) => cat([a, b], dim),
  pad2d: ({ x }, { left, right, top, bottom }) => x.pad([left, right, top, bottom]),
  reuse: ({ x }) => x.mul(x).add(x),
  layer_norm: ({ x, weight, bias }, { eps }) => {
    const layer = new nn.LayerNorm(weight.shape, { eps });
    return Object.assign(layer, { weight, bias }).forward(x);
  },
  diamond: ({ x }) => {
    const a = x.tanh();
    return a.add(a.mul(x).mul(a.sigmoid())).sum();
  },
};
const aliases: [RegExp, string][] = [
  [/^(softmax|log_softmax|logsumexp)_large$/, '$1'],
  [/^cross_entropy_.*$/, 'cross_entropy'],
  [/^(mse|l1|bce|hinge)_.*$/, '$1'],
  [/^(conv|groups|depthwise|nonsquare|dilation).*$/, 'conv'],
  [/^(maxpool|avgpool|adaptive|matmul|add|sub|mul|div|sum|mean|var|reuse|diamond).*$/, '$1'],
  [/^outer_add$/, 'add'],
];

function operationFor(name: string): (t: Inputs, attrs: Attributes) => Tensor {
  if (name in operations) return operations[name];
  for (const [pattern, to] of aliases)
    if (pattern.test(name)) return operations[name.replace(pattern, to)];
  throw new Error(`no operation for the golden case ${name}`);
}

const modes: KernelMode[] = ['deterministic', 'fast', 'reference'];

describe.each(modes)('golden vectors with %s kernels', (mode) => {
  beforeAll(() => expect(useKernels(mode)).toBe(mode));
  afterAll(() => void useKernels('deterministic'));

  describe.each(['tensor_ops', 'activations_losses', 'conv2d', 'pooling'])('%s', (file) => {
    test.each(load<OperationCase>(file).cases.map((c) => [c.name, c] as const))(
      '%s',
      (name, golden) => {
        expect(kernelMode()).toBe(mode);
        // A dense weight has its transpose in PyTorch.
        const turn = (input: string) =>
          name === 'linear' && input === 'weight' ? transposed : (g: Golden) => g;
        const inputs = Object.fromEntries(
          Object.entries(golden.inputs).map(([input, value]) => [
            input,
            Array.isArray(value) ? tensor(value) : leaf(turn(input)(value)),
          ]),
        );
        const output = operationFor(name)(inputs, golden.attrs as Attributes);
        expectClose(output, golden.output, 'output');
        if (golden.w === undefined) output.backward();
        else output.backward({ gradient: tensor(golden.w.data, { shape: golden.w.shape }) });
        for (const [input, gradient] of Object.entries(golden.grads))
          expectClose(inputs[input].grad, turn(input)(gradient), `gradient of ${input}`);
      },
    );
  });

  test.each(load<BatchNormCase>('batch_norm').cases.map((c) => [c.name, c] as const))(
    '%s',
    (name, golden) => {
      const { eps, momentum } = golden.attrs;
      const channels = golden.weight.shape[0];
      const layer = name.startsWith('batchnorm1d')
        ? new nn.BatchNorm1d(channels, { eps, momentum })
        : new nn.BatchNorm2d(channels, { eps, momentum });
      init.constant(layer.weight, 0);
      layer.loadStateDict({
        ...layer.stateDict(),
        weight: leaf(golden.weight),
        bias: leaf(golden.bias),
      });
      for (const step of [...golden.train_steps, golden.eval]) {
        if (step === golden.eval) layer.eval();
        layer.zeroGrad();
        const x = leaf(step.x);
        const output = layer.forward(x);
        expectClose(output, step.output, 'output');
        output.backward({ gradient: tensor(step.w.data, { shape: step.w.shape }) });
        expectClose(x.grad, step.grads.x, 'gradient of x');
        expectClose(layer.weight.grad, step.grads.weight, 'gradient of weight');
        expectClose(layer.bias.grad, step.grads.bias, 'gradient of bias');
        if (step.running_mean) expectClose(layer.runningMean, step.running_mean, 'running mean');
        if (step.running_var)
          expectClose(layer.runningVariance, step.running_var, 'running variance');
      }
    },
  );

  test.each(load<OptimiserCase>('optimisers').cases.map((c) => [c.name, c] as const))(
    '%s',
    (name, golden) => {
      const { meta } = load<OptimiserCase>('optimisers');
      const [problem, method] = name.split('/');
      if (problem === 'quadratic') checkQuadratic(method, golden, meta.quadratic as never);
      else checkNetwork(method, golden, meta.mlp as never);
    },
  );

  test.each(load<NetCase>('nets').cases.map((c) => [c.name, c] as const))('%s', (name, golden) => {
    const model = name === 'cnn' ? smallConvolutional(golden) : smallResidual(golden);
    const parameters = model.parametersByName;
    const optimiser = new optim.SGD(Object.values(parameters), {
      learningRate: golden.attrs.lr,
      momentum: golden.attrs.momentum,
    });
    const x = tensor(golden.X.data, { shape: golden.X.shape });
    golden.losses.forEach((expected, step) => {
      const logits = model.net.forward(x);
      if (step === 0) expectClose(logits, golden.logits, 'logits');
      const loss = crossEntropy(logits, golden.y);
      expectNumbersClose([loss.item()], [expected], `loss of step ${step}`);
      optimiser.zeroGrad();
      loss.backward();
      if (step === 0)
        for (const [key, gradient] of Object.entries(golden.grads))
          expectClose(
            parameters[key].grad,
            key === 'fc.w' ? transposed(gradient) : gradient,
            `gradient of ${key}`,
          );
      optimiser.step();
    });
    for (const [key, value] of Object.entries(golden.params_after))
      expectClose(parameters[key], key === 'fc.w' ? transposed(value) : value, `${key} at the end`);
    for (const [key, value] of Object.entries(golden.buffers_after ?? {}))
      expectClose(model.buffersByName[key], value, `${key} at the end`);
  });
});

interface Pass {
  readonly x: Golden;
  readonly w: Golden;
  readonly output: Golden;
  readonly grads: Values;
  readonly running_mean?: Golden;
  readonly running_var?: Golden;
}

interface BatchNormCase {
  readonly name: string;
  readonly attrs: { readonly eps: number; readonly momentum: number };
  readonly weight: Golden;
  readonly bias: Golden;
  readonly train_steps: Pass[];
  readonly eval: Pass;
}

interface OptimiserCase {
  readonly name: string;
  readonly attrs: Record<string, never>;
  readonly trajectory: number[][];
  readonly loss_before_step: number[];
  readonly params_after: Record<string, Values>;
}

function makeOptimiser(
  method: string,
  parameters: Tensor[],
  attrs: Record<string, never>,
): optim.Optimiser {
  const { lr, momentum, dampening, nesterov, weight_decay, betas, eps, alpha } = attrs;
  const common = { learningRate: lr as number, weightDecay: weight_decay ?? 0 };
  if (method.startsWith('sgd') || method === 'nesterov')
    return new optim.SGD(parameters, {
      ...common,
      momentum: momentum ?? 0,
      dampening: dampening ?? 0,
      nesterov: nesterov ?? false,
    });
  if (method === 'adamw') return new optim.AdamW(parameters, { ...common, betas, eps });
  if (method.startsWith('adam')) return new optim.Adam(parameters, { ...common, betas, eps });
  if (method.startsWith('rmsprop'))
    return new optim.RMSProp(parameters, { ...common, alpha, eps, momentum: momentum ?? 0 });
  return new optim.AdaGrad(parameters, { ...common, eps });
}

function checkQuadratic(
  method: string,
  golden: OptimiserCase,
  problem: { A: Golden; b: Golden; p0: Golden },
): void {
  const matrix = tensor(problem.A.data, { shape: problem.A.shape });
  const b = tensor(problem.b.data);
  const p = tensor(problem.p0.data, { requiresGrad: true });
  const optimiser = makeOptimiser(method, [p], golden.attrs);
  golden.trajectory.forEach((expected, step) => {
    const loss = p.matmul(matrix).matmul(p).mul(0.5).sub(b.matmul(p));
    expectNumbersClose([loss.item()], [golden.loss_before_step[step]], `loss before step ${step}`);
    optimiser.zeroGrad();
    loss.backward();
    optimiser.step();
    expectNumbersClose(p.data, expected, `point after step ${step}`);
  });
}

function checkNetwork(
  method: string,
  golden: OptimiserCase,
  problem: Values & { y: number[] },
): void {
  const weights: Record<string, Tensor> = {
    W1: leaf(transposed(problem.W1)),
    b1: leaf(problem.b1),
    W2: leaf(transposed(problem.W2)),
    b2: leaf(problem.b2),
  };
  const x = tensor(problem.X.data, { shape: problem.X.shape });
  const optimiser = makeOptimiser(method, Object.values(weights), golden.attrs);
  golden.loss_before_step.forEach((expected, step) => {
    const hidden = linear(x, weights.W1, weights.b1).tanh();
    const loss = crossEntropy(linear(hidden, weights.W2, weights.b2), problem.y);
    expectNumbersClose([loss.item()], [expected], `loss before step ${step}`);
    optimiser.zeroGrad();
    loss.backward();
    optimiser.step();
    for (const [key, value] of Object.entries(golden.params_after[String(step + 1)] ?? {}))
      expectClose(
        weights[key],
        key.startsWith('W') ? transposed(value) : value,
        `${key} after step ${step + 1}`,
      );
  });
}

interface NetCase {
  readonly name: string;
  readonly attrs: { readonly lr: number; readonly momentum: number };
  readonly X: Golden;
  readonly y: number[];
  readonly params: Values;
  readonly losses: number[];
  readonly logits: Golden;
  readonly grads: Values;
  readonly params_after: Values;
  readonly buffers_after?: Values;
}

interface NamedNet {
  readonly net: nn.Module;
  readonly parametersByName: Record<string, Tensor>;
  readonly buffersByName: Record<string, Tensor>;
}

function named(
  net: nn.Module,
  golden: NetCase,
  entries: Record<string, Tensor>,
  buffers: Record<string, Tensor>,
): NamedNet {
  for (const [name, parameter] of Object.entries(entries)) {
    const value = name === 'fc.w' ? transposed(golden.params[name]) : golden.params[name];
    parameter.requiresGrad_(false).copy_(value.data).requiresGrad_();
  }
  return { net, parametersByName: entries, buffersByName: buffers };
}

const at = (tensorOrNull: Tensor | null): Tensor => tensorOrNull ?? zeros(0);

function smallConvolutional(golden: NetCase): NamedNet {
  const [c1, c2, fc] = [
    new nn.Conv2d(1, 2, 3, { padding: 1 }),
    new nn.Conv2d(2, 3, 3, { padding: 1 }),
    new nn.Linear(3, 3),
  ];
  const net = new nn.Sequential(
    c1,
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    c2,
    new nn.ReLU(),
    new nn.GlobalAvgPool2d(),
    fc,
  );
  return named(
    net,
    golden,
    {
      'c1.w': c1.weight,
      'c1.b': at(c1.bias),
      'c2.w': c2.weight,
      'c2.b': at(c2.bias),
      'fc.w': fc.weight,
      'fc.b': at(fc.bias),
    },
    {},
  );
}

function smallResidual(golden: NetCase): NamedNet {
  const channels = golden.X.shape[1];
  const make = () => new nn.Conv2d(channels, channels, 3, { padding: 1, bias: false });
  const [c1, c2] = [make(), make()];
  const [b1, b2] = [new nn.BatchNorm2d(channels), new nn.BatchNorm2d(channels)];
  const fc = new nn.Linear(channels, golden.logits.shape[1]);
  const block = new nn.Residual(new nn.Sequential(c1, b1, new nn.ReLU(), c2, b2));
  const net = new nn.Sequential(block, new nn.ReLU(), new nn.GlobalAvgPool2d(), fc);
  return named(
    net,
    golden,
    {
      'c1.w': c1.weight,
      'b1.w': b1.weight,
      'b1.b': b1.bias,
      'c2.w': c2.weight,
      'b2.w': b2.weight,
      'b2.b': b2.bias,
      'fc.w': fc.weight,
      'fc.b': at(fc.bias),
    },
    {
      'b1.mean': b1.runningMean,
      'b1.var': b1.runningVariance,
      'b2.mean': b2.runningMean,
      'b2.var': b2.runningVariance,
    },
  );
}

interface ScheduleCase {
  readonly name: string;
  readonly attrs: Record<string, never>;
  readonly lr_at_epoch?: number[];
  readonly grads_in?: unknown;
  readonly grads_out?: unknown;
  readonly total_norm?: number;
  readonly gain?: number;
}

describe('schedules, clipping and initial weights', () => {
  test.each(load<ScheduleCase>('sched_clip_init').cases.map((c) => [c.name, c] as const))(
    '%s',
    (name, golden) => {
      if (golden.lr_at_epoch !== undefined) checkSchedule(name, golden);
      else if (golden.grads_in !== undefined) checkClipping(golden);
      else if (golden.gain !== undefined)
        expect(init.gain(gainNames[name], golden.attrs.param ?? 0.01)).toBeCloseTo(golden.gain, 6);
      else checkInitialiser(name, golden.attrs);
    },
  );
});

const gainNames: Record<string, Parameters<typeof init.gain>[0]> = {
  'gain/linear': 'linear',
  'gain/sigmoid': 'sigmoid',
  'gain/tanh': 'tanh',
  'gain/relu': 'relu',
  'gain/leaky_relu': 'leakyRelu',
  'gain/selu': 'selu',
};

function checkSchedule(name: string, { attrs, lr_at_epoch: expected = [] }: ScheduleCase): void {
  const optimiser = { learningRate: attrs.lr0 as number };
  const make: Record<string, () => optim.LambdaLR> = {
    step: () => new optim.StepLR(optimiser, { stepSize: attrs.step_size, gamma: attrs.gamma }),
    multistep: () =>
      new optim.MultiStepLR(optimiser, { milestones: attrs.milestones, gamma: attrs.gamma }),
    exponential: () => new optim.ExponentialLR(optimiser, { gamma: attrs.gamma }),
    cosine: () =>
      new optim.CosineAnnealingLR(optimiser, { period: attrs.T_max, minimum: attrs.eta_min }),
    linear_warmup: () =>
      new optim.WarmUpLR(optimiser, { startFactor: attrs.start_factor, steps: attrs.total_iters }),
  };
  const schedule = make[name]();
  for (const rate of expected) {
    expect(optimiser.learningRate).toBeCloseTo(rate, 9);
    schedule.step();
  }
}

function checkClipping({ attrs, grads_in, grads_out, total_norm }: ScheduleCase): void {
  const parameters = (grads_in as (Golden | number[])[]).map((g) => {
    const value = Array.isArray(g) ? tensor(g) : tensor(g.data, { shape: g.shape });
    const parameter = zeros(value.shape, { requiresGrad: true });
    parameter.grad = value;
    return parameter;
  });
  if (total_norm === undefined) clipGradValue(parameters, attrs.clip_value);
  else expect(clipGradNorm(parameters, attrs.max_norm)).toBeCloseTo(total_norm, 4);
  (grads_out as (Golden | number[])[]).forEach((g, i) => {
    expectNumbersClose(
      parameters[i].grad?.data ?? [],
      Array.isArray(g) ? g : g.data,
      `gradient ${i}`,
    );
  });
}

// PyTorch's dense weights are (out, in): the golden shape [300, 200] is our (200, 300).
function checkInitialiser(name: string, attrs: Record<string, never>): void {
  const shape = attrs.shape as readonly number[];
  const weight = zeros(shape.length === 2 ? [...shape].reverse() : shape);
  if (name.startsWith('he_normal'))
    init.heNormal(weight, { mode: name.endsWith('fan_out') ? 'fanOut' : 'fanIn' });
  else if (name.startsWith('he_uniform')) init.heUniform(weight);
  else if (name.startsWith('xavier_normal')) init.xavierNormal(weight);
  else if (name.startsWith('xavier_uniform')) init.xavierUniform(weight);
  else weight.copy_(new nn.Linear(shape[1], shape[0]).weight);
  const error = Math.abs(weight.std().item() / attrs.expected_std - 1);
  expect(error).toBeLessThan(4 / Math.sqrt(2 * weight.numel));
  if (attrs.uniform_bound !== undefined)
    expect(Math.max(...weight.abs().data)).toBeLessThanOrEqual(
      (attrs.uniform_bound as number) * 1.000001,
    );
}
