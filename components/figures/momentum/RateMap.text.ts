// What the map of convergence rates says, in both languages.
const en = {
  title: 'Which learning rate and momentum reach the bottom of a valley soonest?',
  learningRate: 'learning rate × λ max',
  momentum: 'momentum',
  kappa: 'condition number',
  point: 'learning rate and momentum',
  pointAt: (rate: string, momentum: string, shrink: string) =>
    `η λ max = ${rate}, μ = ${momentum}, error times ${shrink} a step`,
  best: 'Best of all',
  bestPlain: 'Best without momentum',
  picture: 'Level curves of the convergence rate over learning rate and momentum',
  pathPicture: 'The path that the chosen learning rate and momentum give in a valley',
  errorPicture: 'Distance from the minimum against the step, on a logarithmic axis',
  mapX: 'η λ max',
  steps: 'steps',
  distance: 'distance',
  diverges: 'diverges',
  summary:
    'A map. Across: the learning rate times the largest curvature. Upwards: the momentum. Level curves join the settings at which the error ' +
    'shrinks by the same factor in each step; outside the shaded border it grows. A point can be dragged, and its path down a valley is drawn beside the map.',
  keys: ['Arrow keys on the point: change learning rate and momentum, with Shift in large steps'],
  tableCaption: 'Convergence rate at the chosen point and at the best points',
  columns: ['setting', 'η λ max', 'μ', 'rate', 'steps to a millionth'],
  now: 'now',
  never: 'never',
  reading: (shrink: string, steps: string) =>
    `The error is multiplied by ${shrink} in each step in the long run: a millionth of it is left after about ${steps} steps.`,
  readingDiverges: (shrink: string) =>
    `The error grows by a factor of ${shrink} in each step: too far to the right for this momentum.`,
  readingEdge: 'On the border: the error neither shrinks nor grows.',
  regime: {
    flat: ' The flat direction is the slow one.',
    steep: ' The steep direction is the slow one.',
    both: ' Both directions swing and shrink by √μ.',
  },
};

const zh: typeof en = {
  title: '怎样的学习率和动量最快到达谷底？',
  learningRate: '学习率 × λ max',
  momentum: '动量',
  kappa: '条件数',
  point: '学习率与动量',
  pointAt: (rate, momentum, shrink) => `η λ max = ${rate},μ = ${momentum}，误差每步乘以 ${shrink}`,
  best: '最优组合',
  bestPlain: '无动量时的最优',
  picture: '收敛速度在学习率和动量平面上的等高线',
  pathPicture: '所选学习率和动量在谷中给出的路径',
  errorPicture: '到极小点的距离随步数的变化，对数轴',
  mapX: 'η λ max',
  steps: '步数',
  distance: '距离',
  diverges: '发散',
  summary:
    '一张地图。横向是学习率乘以最大曲率，纵向是动量。等高线连接误差每步缩小同样倍数的设置；阴影边界之外误差会增大。可以拖动一个点，它在谷中的路径画在地图旁边。',
  keys: ['在点上按方向键：改变学习率和动量，按住 Shift 大步改变'],
  tableCaption: '所选点与最优点的收敛速度',
  columns: ['设置', 'η λ max', 'μ', '速度', '缩小到百万分之一的步数'],
  now: '现在',
  never: '永不',
  reading: (shrink, steps) =>
    `长远来看，误差每步乘以 ${shrink}：大约 ${steps} 步之后只剩百万分之一。`,
  readingDiverges: (shrink) => `误差每步增大到 ${shrink} 倍：对这样的动量，学习率太大了。`,
  readingEdge: '正好在边界上：误差既不缩小也不增大。',
  regime: {
    flat: '慢的是平缓方向。',
    steep: '慢的是陡峭方向。',
    both: '两个方向都在摆动，并按 √μ 缩小。',
  },
};

export const rateText = { en, zh } as const;
