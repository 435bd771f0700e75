// What the game of four knobs says, in both languages.
const en = {
  title: 'Four knobs, and all you see is your height: how low can you get?',
  knob: (name: string) => `knob ${name}`,
  turnAll: 'Turn all four by the gradient',
  runAll: 'Keep turning all four',
  reveal: 'Show what the knobs do',
  picture: 'Your height after every turn so far, on a logarithmic axis',
  curtain: 'The curve that the four knobs draw, over the yearly temperatures',
  heightAxis: 'height above the lowest point',
  turnAxis: 'turns',
  yearAxis: 'year',
  degrees: '°C',
  summary:
    'A game. Four knobs set the four coefficients of a hidden curve; the height is its mean squared distance from data. ' +
    'You may turn the knobs one at a time, or all at once by one step of gradient descent. The picture records the height after every turn.',
  keys: ['Arrow keys on a knob: turn it; a turn counts when you let go'],
  tableCaption: 'The height after every turn',
  columns: ['turn', 'height above the lowest point'],
  start: (height: string) =>
    `You stand ${height} above the lowest point. Turn a knob and see whether you go down.`,
  now: (turns: number, height: string) =>
    `After ${turns === 1 ? '1 turn' : `${turns} turns`} you stand ${height} above the lowest point.`,
  down: ' The last turn went down.',
  up: ' The last turn went up.',
  won: ' That is the valley floor: lower than the dashed line.',
};

const zh: typeof en = {
  title: '四个旋钮，你只能看到自己的高度：能走到多低？',
  knob: (name) => `旋钮 ${name}`,
  turnAll: '按梯度同时转动四个旋钮',
  runAll: '一直按梯度转动',
  reveal: '揭晓旋钮的作用',
  picture: '到目前为止每次转动之后的高度，对数轴',
  curtain: '四个旋钮画出的曲线，叠在每年的气温上',
  heightAxis: '高出最低点',
  turnAxis: '转动次数',
  yearAxis: '年份',
  degrees: '°C',
  summary:
    '一个游戏。四个旋钮设定一条隐藏曲线的四个系数；高度是它与数据的均方距离。可以一次转一个旋钮，也可以用一步梯度下降同时转动四个。图中记录每次转动之后的高度。',
  keys: ['在旋钮上按方向键：转动；松手时计为一次'],
  tableCaption: '每次转动之后的高度',
  columns: ['次', '高出最低点'],
  start: (height) => `你站在最低点之上 ${height} 处。转一个旋钮，看看是不是往下走。`,
  now: (turns, height) => `转动 ${turns} 次之后，你高出最低点 ${height}。`,
  down: '上一次是往下。',
  up: '上一次是往上。',
  won: '这就是谷底：已低于虚线。',
};

export const knobsText = { en, zh } as const;
