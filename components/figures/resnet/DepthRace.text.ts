// The words of the figure DepthRace.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'Does a deeper network learn better? Train a plain and a residual one and see.',
  summary:
    'Two networks of the same depth learn to read 1,437 handwritten digits for ten epochs, from the same weights and with the same batches: one plain, one residual. Curves show the share of digits they misread, in training and on 360 test digits. Two more pictures show the norm of the gradient layer by layer, and the training error at the end against the depth. The depth goes from 8 to 44 layers.',
  depth: 'layers',
  rate: 'learning rate',
  epoch: 'gradients of epoch',
  train: 'Train both here',
  stop: 'Stop',
  another: 'Another start',
  plain: 'plain',
  residual: 'residual',
  training: 'training',
  test: 'test',
  curve: (net: string, part: string) => `${net}, ${part}`,
  curves: 'Errors by epoch, of both networks, in training and test',
  errorAxis: 'misread digits, %',
  epochAxis: 'epoch',
  norms: (epoch: number) =>
    epoch === 0
      ? 'Norm of the gradient, layer by layer, before the first step'
      : `Norm of the gradient, layer by layer, in epoch ${epoch}`,
  normAxis: (epoch: number) =>
    epoch === 0 ? 'gradient norm at the start' : `gradient norm in epoch ${epoch}`,
  normsStart: 'Thin lines: at the start.',
  layerAxis: 'layer',
  byDepth: 'Training error after ten epochs against depth, three starts each',
  byDepthAxis: 'training error at the end, %',
  depthAxis: 'layers',
  reading: (depth: number, plain: string, residual: string, plainTest: string, resTest: string) =>
    `With ${depth} layers the plain net misreads ${plain} % of the digits it was trained on, the residual net ${residual} %. On test digits: ${plainTest} % and ${resTest} %.`,
  partial: (epoch: number, depth: number, plain: string, residual: string) =>
    `Stopped after epoch ${epoch} of 10, with ${depth} layers: training error ${plain} % plain, ${residual} % residual.`,
  running: (epoch: number, plain: string, residual: string) =>
    `Epoch ${epoch} of 10. Training error so far: ${plain} % plain, ${residual} % residual.`,
  starting: 'The training begins …',
  unknown: 'Nobody has trained with these settings yet. Press “Train both here”.',
  cost: (depth: number, seconds: string) =>
    `Training both nets of ${depth} layers takes about ${seconds} s on this device, measured just now. It runs in the background.`,
  measuring: 'Measuring what a step costs on this device …',
  left: (percent: string, seconds: string) => `${percent} % done, about ${seconds} s left.`,
  slow: 'This browser has no SIMD: the training works, but slower.',
  failed: (reason: string) => `The training could not run: ${reason}`,
  own: 'These curves were trained in this browser.',
  shipped: 'These curves came with the page, from the same code.',
  table: ['net', 'epoch', 'training error', 'test error', 'gradient, first layer', 'last layer'],
  tableCaption: 'Errors and gradient norms of both nets, by epoch',
};

const zh: typeof en = {
  title: '网络越深学得越好吗？把普通网络和残差网络各训练一个看看。',
  summary:
    '两个同样深的网络，一个普通，一个残差，从相同的权重出发，用相同的批量，学认 1,437 个手写数字，共十轮。曲线是它们认错的比例，分训练数字和 360 个测试数字。另外两幅图显示各层梯度的范数，以及训练结束时的训练误差与深度的关系。深度可从 8 层调到 44 层。',
  depth: '层数',
  rate: '学习率',
  epoch: '梯度的轮次',
  train: '在这里训练两个网络',
  stop: '停止',
  another: '换一个起点',
  plain: '普通',
  residual: '残差',
  training: '训练',
  test: '测试',
  curve: (net, part) => `${net}，${part}`,
  curves: '两个网络各轮的训练误差和测试误差',
  errorAxis: '认错的数字，%',
  epochAxis: '轮次',
  norms: (epoch) => (epoch === 0 ? '第一步之前各层梯度的范数' : `第 ${epoch} 轮中各层梯度的范数`),
  normAxis: (epoch) => (epoch === 0 ? '开始时的梯度范数' : `第 ${epoch} 轮的梯度范数`),
  normsStart: '细线：开始时。',
  layerAxis: '层',
  byDepth: '十轮之后的训练误差与深度的关系，每个深度三个起点',
  byDepthAxis: '结束时的训练误差，%',
  depthAxis: '层数',
  reading: (depth, plain, residual, plainTest, resTest) =>
    `${depth} 层时，普通网络认错 ${plain} % 的训练数字，残差网络认错 ${residual} %。测试数字上分别是 ${plainTest} % 和 ${resTest} %。`,
  partial: (epoch, depth, plain, residual) =>
    `在第 ${epoch} 轮（共 10 轮）之后停止，${depth} 层：训练误差普通 ${plain} %，残差 ${residual} %。`,
  running: (epoch, plain, residual) =>
    `第 ${epoch} 轮，共 10 轮。目前训练误差：普通 ${plain} %，残差 ${residual} %。`,
  starting: '训练开始……',
  unknown: '还没有人用这些设置训练过。请按“在这里训练两个网络”。',
  cost: (depth, seconds) =>
    `在这台设备上训练两个 ${depth} 层的网络大约需要 ${seconds} 秒（刚刚测得）。训练在后台进行。`,
  measuring: '正在测量这台设备上一步需要多久……',
  left: (percent, seconds) => `已完成 ${percent} %，大约还需 ${seconds} 秒。`,
  slow: '此浏览器没有 SIMD：可以训练，但会慢一些。',
  failed: (reason) => `训练无法进行：${reason}`,
  own: '这些曲线是在此浏览器里训练出来的。',
  shipped: '这些曲线随页面提供，由同样的代码算出。',
  table: ['网络', '轮次', '训练误差', '测试误差', '第一层梯度', '最后一层梯度'],
  tableCaption: '两个网络各轮的误差和梯度范数',
};

export const depthRaceText: Readonly<Record<Lang, typeof en>> = { en, zh };
export type DepthRaceText = typeof en;
