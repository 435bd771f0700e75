// What the cloud of mini-batch gradients says, in both languages.
const en = {
  title: 'How far can a mini-batch gradient be from the true one?',
  batchSize: 'batch size',
  place: 'gradients at',
  places: { start: 'the start, w = b = 0', half: 'half-way', best: 'the best line' },
  seed: 'Draw again',
  picture: 'Gradients of many mini-batches as dots around the full gradient',
  sidePicture:
    'Mean squared distance from the full gradient against the batch size, both axes logarithmic',
  wAxis: '∂J/∂w',
  bAxis: '∂J/∂b',
  sizeAxis: 'B',
  noiseAxis: 'noise',
  law: 'τ²/B',
  summary:
    'For a line through the global temperatures, 120 mini-batches of the chosen size are drawn, each without drawing a year twice. ' +
    'Each dot is the gradient of one batch; the arrow is the gradient of all 144 years. A second picture shows how the mean squared distance falls with the batch size.',
  tableCaption: 'Mean squared distance of a mini-batch gradient from the full one',
  columns: ['B', 'measured', 'τ²/B · (N − B)/(N − 1)', 'τ²/B'],
  reading: (size: number, noise: string, ratio: string) =>
    `At B = ${size} the noise is about ${noise} in length, ${ratio} times as long as the gradient itself.`,
  readingBest: (size: number, noise: string) =>
    `At the best line the full gradient is 0, and the mini-batches of ${size} still point somewhere: ${noise} in length.`,
  readingFull: 'One batch holds all the data: no noise is left.',
  uphill: (share: string) => ` ${share} of these batches would step uphill.`,
};

const zh: typeof en = {
  title: '小批量梯度离真正的梯度有多远？',
  batchSize: '批量大小',
  place: '位置',
  places: { start: '起点 w = b = 0', half: '半途', best: '最佳直线' },
  seed: '重新抽取',
  picture: '许多小批量的梯度，以圆点画在全梯度周围',
  sidePicture: '到全梯度的均方距离随批量大小的变化，两轴均为对数',
  wAxis: '∂J/∂w',
  bAxis: '∂J/∂b',
  sizeAxis: 'B',
  noiseAxis: '噪声',
  law: 'τ²/B',
  summary:
    '给全球气温拟合直线时，抽取 120 个指定大小的小批量，每个小批量中不重复抽同一年。每个圆点是一个小批量的梯度，箭头是全部 144 年的梯度。第二幅图显示均方距离怎样随批量增大而减小。',
  tableCaption: '小批量梯度到全梯度的均方距离',
  columns: ['B', '实测', 'τ²/B · (N − B)/(N − 1)', 'τ²/B'],
  reading: (size, noise, ratio) =>
    `B = ${size} 时，噪声的长度约为 ${noise}，是梯度本身长度的 ${ratio} 倍。`,
  readingBest: (size, noise) =>
    `在最佳直线处全梯度为 0，而大小为 ${size} 的小批量仍然指向某处：长度约 ${noise}。`,
  readingFull: '一个批量包含全部数据：没有噪声了。',
  uphill: (share) => `其中 ${share} 的小批量会往上坡走。`,
};

export const noiseText = { en, zh } as const;
