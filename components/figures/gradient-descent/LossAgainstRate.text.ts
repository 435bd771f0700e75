// What the sweep over learning rates says, in both languages.
import type { InputName } from './temperature.ts';

const en = {
  title: 'How does the loss after a fixed number of steps depend on the learning rate?',
  input: 'year as',
  inputs: {
    centuries: 'centuries',
    decades: 'decades',
    standardised: 'standardised',
  } as Record<InputName, string>,
  steps: 'steps',
  learningRate: 'learning rate',
  rateAt: (rate: string, excess: string) => `η = ${rate}, J − J* = ${excess}`,
  picture:
    'Final loss above the least-squares line against the learning rate, both on logarithmic axes',
  sidePicture: 'The same quantity against the step, at the chosen learning rate',
  axis: 'J − J* at the end',
  sideAxis: 'J − J*',
  summary:
    'For each learning rate a line is fitted to the global temperature by gradient descent with the chosen number of steps. ' +
    'The curve falls to a best rate and rises like a cliff at two over the largest curvature. A second picture shows the descent at the chosen rate.',
  keys: ['Left and right arrow on the marker: change the learning rate'],
  tableCaption: 'Loss above the least-squares line at the end, by learning rate',
  columns: ['η', 'J − J*'],
  reading: {
    small: (rate: string, ratio: string) =>
      `At η = ${rate} the error along the flat direction keeps ${ratio} of itself in each step: too small.`,
    right: (rate: string, ratio: string) =>
      `At η = ${rate} the slowest part of the error is multiplied by ${ratio} in each step.`,
    zigzag: (rate: string, ratio: string) =>
      `At η = ${rate} the steep direction overshoots: its error changes sign and keeps ${ratio} of its size.`,
    edge: (rate: string) => `At η = ${rate} the steep direction jumps to and fro for ever.`,
    diverges: (rate: string, ratio: string) =>
      `At η = ${rate} the error along the steep direction grows ${ratio}-fold in each step: it diverges.`,
  },
  kappa: (kappa: string, bound: string) => ` Here κ = ${kappa} and 2/λ max = ${bound}.`,
};

const zh: typeof en = {
  title: '走完固定的步数之后，损失怎样取决于学习率？',
  input: '年份单位',
  inputs: { centuries: '世纪', decades: '十年', standardised: '标准化' },
  steps: '步数',
  learningRate: '学习率',
  rateAt: (rate, excess) => `η = ${rate},J − J* = ${excess}`,
  picture: '最终损失高出最小二乘直线的部分与学习率的关系，两轴均为对数',
  sidePicture: '在所选学习率下，同一个量随步数的变化',
  axis: '结束时的 J − J*',
  sideAxis: 'J − J*',
  summary:
    '对每个学习率，用梯度下降以给定步数给全球气温拟合一条直线。曲线降到最佳学习率，然后在“2 除以最大曲率”处像悬崖一样升起。第二幅图画出所选学习率下的下降过程。',
  keys: ['在标记上按左右方向键：改变学习率'],
  tableCaption: '各学习率结束时高出最小二乘直线的损失',
  columns: ['η', 'J − J*'],
  reading: {
    small: (rate, ratio) => `η = ${rate} 时，平缓方向上的误差每步还剩 ${ratio}：太小了。`,
    right: (rate, ratio) => `η = ${rate} 时，误差中最慢的部分每步乘以 ${ratio}。`,
    zigzag: (rate, ratio) => `η = ${rate} 时，陡的方向走过了头：误差变号，大小剩 ${ratio}。`,
    edge: (rate) => `η = ${rate} 时，陡的方向永远来回跳。`,
    diverges: (rate, ratio) => `η = ${rate} 时，陡的方向上的误差每步放大到 ${ratio} 倍：发散。`,
  },
  kappa: (kappa, bound) => `这里 κ = ${kappa},2/λ max = ${bound}。`,
};

export const sweepText = { en, zh } as const;
