// What the race of learning-rate schedules says, in both languages.
import type { ScheduleName } from './schedules.ts';

const en = {
  title: 'When every step is noisy, should the learning rate fall?',
  schedules: {
    constant: 'constant',
    step: 'step: ÷10 twice',
    exponential: 'exponential',
    cosine: 'cosine',
    warmUpCosine: 'warm-up, cosine',
  } as Record<ScheduleName, string>,
  baseRate: 'first rate',
  batchSize: 'batch size',
  steps: 'steps',
  seed: 'shuffle',
  show: 'show',
  picture: 'Loss above the least-squares line against the step, one curve for each schedule',
  sidePicture: 'Learning rate against the step, one curve for each schedule',
  axis: 'J − J*',
  rateAxis: 'η',
  summary:
    'Stochastic gradient descent fits a line to the global temperature, each step from a few random years. ' +
    'All schedules begin from the same learning rate and see the same years in the same order; only the way the rate changes differs.',
  tableCaption: 'Loss above the least-squares line over the last tenth of the run',
  columns: ['schedule', 'last η', 'J − J*'],
  reading: (best: string, excess: string, constant: string) =>
    `Lowest over the last tenth: ${best}, with J − J* = ${excess}. The constant rate stays at ${constant}.`,
  readingConstant: (excess: string) =>
    `Here the constant rate does best, with J − J* = ${excess}: it has not come down to its noise yet.`,
  diverged: (rate: string) => `At η = ${rate} these noisy steps diverge. Lower the first rate.`,
};

const zh: typeof en = {
  title: '每一步都带噪声时，学习率应当下降吗？',
  schedules: {
    constant: '恒定',
    step: '阶梯：两次除以 10',
    exponential: '指数',
    cosine: '余弦',
    warmUpCosine: '预热 + 余弦',
  },
  baseRate: '初始学习率',
  batchSize: '批量大小',
  steps: '步数',
  seed: '换一种顺序',
  show: '显示',
  picture: '高出最小二乘直线的损失随步数的变化，每种策略一条曲线',
  sidePicture: '学习率随步数的变化，每种策略一条曲线',
  axis: 'J − J*',
  rateAxis: 'η',
  summary:
    '随机梯度下降给全球气温拟合一条直线，每一步只看随机抽出的几年。所有策略从同样的学习率出发，以同样的顺序看到同样的年份，只有学习率的变化方式不同。',
  tableCaption: '最后十分之一的步数里，高出最小二乘直线的损失',
  columns: ['策略', '最后的 η', 'J − J*'],
  reading: (best, excess, constant) =>
    `最后十分之一里最低的是“${best}”，J − J* = ${excess}。恒定学习率停在 ${constant}。`,
  readingConstant: (excess) =>
    `这里恒定学习率最好，J − J* = ${excess}：它还没有降到自己的噪声水平。`,
  diverged: (rate) => `η = ${rate} 时，这些带噪声的步子会发散。请减小初始学习率。`,
};

export const scheduleText = { en, zh } as const;
