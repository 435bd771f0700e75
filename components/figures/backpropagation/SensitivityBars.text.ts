// What the sensitivity figure says, in both languages.
const en = {
  title: 'One penguin, one loss: which of 27 numbers is to blame, and how much?',
  summary:
    'A network guesses the species of a penguin from the length and depth of its bill. One bar for each of its 27 weights and biases shows the slope of the loss: how fast the loss of the chosen penguin grows when that number grows. ' +
    'Below, the loss is drawn against the chosen number, with the tangent; a handle nudges the number. Beside it, a map of 60 real penguins in which you choose one.',
  keys: [
    'On the bars, the arrow keys choose the number to the left or right.',
    'On the handle of the lower picture, the arrow keys nudge the chosen number.',
  ],
  bars: 'Slope of the loss for each weight and bias',
  barsAxis: '∂L/∂number',
  chooser: 'Chosen weight or bias',
  curve: 'Loss against the chosen number, with its tangent',
  curveX: (name: string) => `nudge of ${name}`,
  curveY: 'L',
  handle: 'Nudge',
  map: 'The penguins by length and depth of the bill',
  mapX: 'bill length, mm',
  mapY: 'bill depth, mm',
  species: ['Adelie', 'Chinstrap', 'Gentoo'],
  penguin: 'Penguin',
  training: 'Training steps',
  mean: 'Mean over all 60 (rings)',
  reading: (loss: string, name: string, slope: string) => `L = ${loss}; ∂L/∂${name} = ${slope}.`,
  nudged: (nudge: string, expected: string, actual: string) =>
    `Nudged by ${nudge}, the tangent says the loss changes by ${expected}; it changes by ${actual}.`,
  still: 'Drag the handle to nudge the number and see how far the tangent can be trusted.',
  caption: 'Every weight and bias with its slope',
  columns: ['number', 'slope for this penguin', 'mean slope'],
};

type Text = typeof en;

const zh: Text = {
  title: '一只企鹅，一个损失：27 个数里谁该负责，各负多少？',
  summary:
    '网络根据喙的长度和深度判断企鹅的种类。27 个权重和偏置各有一根柱子，表示损失的斜率：这个数增大时，所选企鹅的损失增长得多快。' +
    '下方画出损失随所选数变化的曲线和切线，可用手柄微调该数。旁边是 60 只真实企鹅的散点图，可从中选择。',
  keys: ['在柱状图上，方向键选择左边或右边的数。', '在下方图的手柄上，方向键微调所选的数。'],
  bars: '每个权重和偏置的损失斜率',
  barsAxis: '∂L/∂该数',
  chooser: '所选的权重或偏置',
  curve: '损失随所选数的变化及其切线',
  curveX: (name) => `${name} 的微调量`,
  curveY: 'L',
  handle: '微调',
  map: '企鹅：喙的长度与深度',
  mapX: '喙长，毫米',
  mapY: '喙深，毫米',
  species: ['阿德利企鹅', '帽带企鹅', '巴布亚企鹅'],
  penguin: '企鹅',
  training: '训练步数',
  mean: '全部 60 只的平均（圆环）',
  reading: (loss, name, slope) => `L = ${loss};∂L/∂${name} = ${slope}。`,
  nudged: (nudge, expected, actual) =>
    `微调 ${nudge} 后，切线预测损失变化 ${expected}，实际变化 ${actual}。`,
  still: '拖动手柄微调这个数，看看切线在多大范围内可信。',
  caption: '每个权重和偏置及其斜率',
  columns: ['数', '这只企鹅的斜率', '平均斜率'],
};

export const sensitivityText = { en, zh } as const;
