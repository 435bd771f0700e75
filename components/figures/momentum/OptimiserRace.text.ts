// What the race of optimisers says, in both languages.
import type { LandscapeName } from './landscapes.ts';
import type { RunnerName } from './race.ts';

const en = {
  title: 'Which optimiser copes with which kind of ground?',
  landscape: 'landscape',
  landscapes: {
    ravine: 'ravine',
    rosenbrock: 'Rosenbrock’s banana',
    saddle: 'saddle',
    plateau: 'plateau',
  } as Record<LandscapeName, string>,
  runners: {
    sgd: 'SGD',
    momentum: 'momentum',
    nesterov: 'Nesterov',
    adagrad: 'AdaGrad',
    rmsprop: 'RMSProp',
    adam: 'Adam',
  } as Record<RunnerName, string>,
  steps: 'steps',
  scale: 'all rates times',
  start: 'start',
  picture: 'Level curves of the landscape with the path of each optimiser',
  sidePicture: 'Height above the lowest point against the step, one curve for each optimiser',
  axis: 'height',
  out: 'left the map',
  summary:
    'Up to six optimisers start from the same place of a landscape. Each runs at the learning rate that was best for it there, found by a search, ' +
    'and a slider multiplies all of these rates. The start can be dragged, and optimisers can be taken out.',
  keys: ['Arrow keys on the start: move it, with Shift in large steps; Escape: put it back'],
  tableCaption: 'Learning rate and height at the end, for each optimiser',
  columns: ['optimiser', 'η', 'height above the lowest point'],
  reading: (name: string, height: string, steps: number) =>
    `After ${steps} steps ${name} is lowest, ${height} above the bottom.`,
  readingFloor: (names: string, steps: number) => `After ${steps} steps at the bottom: ${names}.`,
  readingNone: 'Every optimiser in the race has left for good. Make the rates smaller.',
  left: (names: string) => ` Left for good: ${names}.`,
};

const zh: typeof en = {
  title: '哪种优化器能应付哪种地形？',
  landscape: '地形',
  landscapes: {
    ravine: '峡谷',
    rosenbrock: 'Rosenbrock 香蕉谷',
    saddle: '鞍点',
    plateau: '平台',
  },
  runners: {
    sgd: 'SGD',
    momentum: '动量',
    nesterov: 'Nesterov',
    adagrad: 'AdaGrad',
    rmsprop: 'RMSProp',
    adam: 'Adam',
  },
  steps: '步数',
  scale: '所有学习率乘以',
  start: '起点',
  picture: '地形的等高线和每种优化器的路径',
  sidePicture: '高出最低点的高度随步数的变化，每种优化器一条曲线',
  axis: '高度',
  out: '已离开地图',
  summary:
    '最多六种优化器从同一地点出发。每种都使用在该地形上搜索到的最佳学习率，滑块把所有学习率一起放大或缩小。可以拖动起点，也可以去掉某些优化器。',
  keys: ['在起点上按方向键：移动，按住 Shift 大步移动；Esc：放回原处'],
  tableCaption: '每种优化器的学习率和最后的高度',
  columns: ['优化器', 'η', '高出最低点'],
  reading: (name, height, steps) => `${steps} 步之后最低的是${name}，高出谷底 ${height}。`,
  readingFloor: (names, steps) => `${steps} 步之后已在谷底：${names}。`,
  readingNone: '参赛的优化器全都一去不返。请减小学习率。',
  left: (names) => `一去不返：${names}。`,
};

export const raceText = { en, zh } as const;
