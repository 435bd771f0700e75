// What the hand-placed boundary says, in both languages.
const en = {
  title: 'Where would you draw the line?',
  summary:
    'Two species of penguins, each bird a point: bill length to the right, bill depth upwards. A line, which you move and turn, parts them; w is the arrow across it. Birds on the wrong side are ringed and counted.',
  picture: 'Penguins of two species and your line',
  data: 'Species',
  pairs: { 'adelie-gentoo': 'Adélie · Gentoo', 'adelie-chinstrap': 'Adélie · Chinstrap' },
  keys: [
    'Arrow keys on the knob: move the line, with Shift in large steps; Escape: put it back',
    'Arrow keys on the tip of w: turn the line by 1°, with Shift by 10°',
  ],
  place: 'Knob of the line: moves it',
  turn: 'Tip of w: turns the line',
  angle: 'direction (°)',
  bias: 'bias',
  machine: 'Show the line a perceptron found',
  flip: 'Swap the sides',
  wrong: 'On the wrong side',
  fewest: 'No line gets fewer than',
  gap: 'Nearest bird to the line',
  widest: 'Widest possible',
  equation: 'Your line',
  reading: (wrong: number, all: number, fewest: number) =>
    `${wrong} of ${all} penguins ${wrong === 1 ? 'stands' : 'stand'} on the wrong side; ${
      wrong === fewest ? 'no straight line does better' : `the best line leaves ${fewest}`
    }.`,
  clean: (all: number, gap: string, widest: string) =>
    `All ${all} penguins stand on their own side. The nearest is ${gap} standard deviations from your line; ${widest} is possible.`,
  flipped: (wrong: number, all: number) =>
    `${wrong} of ${all} penguins stand on the wrong side: w points to the wrong species. Swap the sides.`,
  columns: ['Species', 'Bill length (mm)', 'Bill depth (mm)', 'Score'],
  caption: 'Penguins on the wrong side of your line',
  none: 'None.',
};

type Text = typeof en;

const zh: Text = {
  title: '你会把线画在哪里？',
  summary:
    '两种企鹅，每只是一个点：向右是喙长，向上是喙厚。一条可以移动和转动的直线把它们分开，w 是横过直线的箭头。站错边的企鹅被圈出并计数。',
  picture: '两种企鹅和你的直线',
  data: '种类',
  pairs: { 'adelie-gentoo': '阿德利 · 巴布亚', 'adelie-chinstrap': '阿德利 · 帽带' },
  keys: [
    '在旋钮上按方向键：移动直线，按住 Shift 大步移动；Esc：放回原处',
    '在 w 的尖端按方向键：转动 1°，按住 Shift 转动 10°',
  ],
  place: '直线上的旋钮：移动直线',
  turn: 'w 的尖端：转动直线',
  angle: '方向(°)',
  bias: '偏置',
  machine: '显示感知机找到的直线',
  flip: '交换两侧',
  wrong: '站错边',
  fewest: '任何直线都不少于',
  gap: '离直线最近的企鹅',
  widest: '可能的最大值',
  equation: '你的直线',
  reading: (wrong, all, fewest) =>
    `${all} 只企鹅中有 ${wrong} 只站错边；${
      wrong === fewest ? '没有哪条直线能做得更好' : `最好的直线只错 ${fewest} 只`
    }。`,
  clean: (all, gap, widest) =>
    `${all} 只企鹅都站对了边。离你的直线最近的相距 ${gap} 个标准差；最多可达 ${widest}。`,
  flipped: (wrong, all) => `${all} 只企鹅中有 ${wrong} 只站错边：w 指向了另一种企鹅。请交换两侧。`,
  columns: ['种类', '喙长(mm)', '喙厚(mm)', '得分'],
  caption: '站在你的直线错误一侧的企鹅',
  none: '没有。',
};

export const byHandText = { en, zh } as const;
