// What the perceptron trainer says, in both languages.
import type { Measurement, PresetName } from './presets.ts';

const en = {
  title: 'How many mistakes until the line is right?',
  summary:
    'A plane with points of two classes and the line that parts them. Each step finds the next point on the wrong side and adds it to the weights, or subtracts it. Beside it: the weights as an arrow, and the count of mistakes against the bound.',
  picture: 'Points of two classes and the boundary',
  weightPicture: 'The weights as a sum of arrows',
  chartPicture: 'Mistakes against points looked at',
  presets: {
    blobs: 'Blobs',
    and: 'AND',
    or: 'OR',
    xor: 'XOR',
    'adelie-gentoo': 'Adélie · Gentoo',
    'chinstrap-gentoo': 'Chinstrap · Gentoo',
    'adelie-chinstrap': 'Adélie · Chinstrap',
  } satisfies Record<PresetName, string>,
  preset: 'Data',
  measurements: {
    billLength: 'bill length (mm)',
    billDepth: 'bill depth (mm)',
    bodyMass: 'body mass (g)',
  } satisfies Record<Measurement, string>,
  rate: 'learning rate',
  tap: 'A tap',
  taps: { plus: 'adds ●', minus: 'adds ○', remove: 'removes' },
  addPoint: 'Add a point',
  step: 'Next mistake',
  startOver: 'Start over',
  point: (n: number, label: string) => `Point ${n}, class ${label}`,
  at: (x: string, y: string, isWrong: boolean) => `${x}, ${y}${isWrong ? ', wrong side' : ''}`,
  classes: (positive: string, negative: string) => `● ${positive} (+1)   ○ ${negative} (−1)`,
  plainClasses: '● is +1   ○ is −1',
  empty: 'No points yet: tap the picture to add some.',
  begin:
    'All weights are 0: every score is 0, so every point counts as wrong. Take the first mistake.',
  afterStep: (n: number, label: string, score: string, sign: string, left: string) =>
    `Mistake ${n}: a point of class ${label} scored ${score}, so its vector was ${sign}. ${left}`,
  added: 'added to w',
  subtracted: 'subtracted from w',
  left: (wrong: number, all: number) =>
    wrong === 0
      ? 'No point is on the wrong side now.'
      : wrong === 1
        ? `1 of ${all} points is on the wrong side.`
        : `${wrong} of ${all} points are on the wrong side.`,
  done: (mistakes: number, bound: string) =>
    `Finished: after ${mistakes === 1 ? '1 mistake' : `${mistakes} mistakes`} no point is on the wrong side. The bound allowed ${bound}.`,
  cycle: (n: number, ago: number) =>
    `Mistake ${n}: the weights stand exactly where they stood ${ago} mistakes ago. From here it goes round for ever.`,
  noLine: 'No line separates these points: the mistakes will never end.',
  mistakes: 'Mistakes',
  wrongNow: 'On the wrong side now',
  boundName: 'Bound (R/γ)²',
  noBound: 'none: not separable',
  sum: 'The last update',
  equation: 'Boundary',
  looked: 'points looked at',
  mistakesAxis: 'mistakes',
  boundLine: (bound: string) => `bound ${bound}`,
  boundAbove: (bound: string) => `bound ${bound}, far above`,
  columns: [
    'Mistake',
    'Point x₁',
    'x₂',
    'Class y',
    'Score before',
    'w₁ after',
    'w₂ after',
    'b after',
  ],
  caption: 'Every mistake and the weights after it',
  more: (n: number) => `${n} further mistakes are left out.`,
  keys: [
    'Page Down, Page Up: next and previous point',
    'Arrow keys: move the point (with Shift in large steps)',
    'Enter: the other class; Delete: remove it',
    'Insert, or the letter A: add a point',
  ],
};

type Text = typeof en;

const zh: Text = {
  title: '要犯多少次错，直线才画得对？',
  summary:
    '平面上有两类点和一条分界线。每一步找到下一个站错边的点，把它加到权重上，或从权重中减去。旁边是画成箭头的权重，以及错误次数与上界的对比。',
  picture: '两类点和分界线',
  weightPicture: '权重是一串箭头之和',
  chartPicture: '错误次数与看过的点数',
  presets: {
    blobs: '点团',
    and: 'AND',
    or: 'OR',
    xor: 'XOR',
    'adelie-gentoo': '阿德利 · 巴布亚',
    'chinstrap-gentoo': '帽带 · 巴布亚',
    'adelie-chinstrap': '阿德利 · 帽带',
  },
  preset: '数据',
  measurements: { billLength: '喙长(mm)', billDepth: '喙厚(mm)', bodyMass: '体重(g)' },
  rate: '学习率',
  tap: '点按',
  taps: { plus: '添加 ●', minus: '添加 ○', remove: '删除' },
  addPoint: '添加一个点',
  step: '下一个错误',
  startOver: '从头开始',
  point: (n, label) => `第 ${n} 个点，类别 ${label}`,
  at: (x, y, isWrong) => `${x}, ${y}${isWrong ? ',站错边' : ''}`,
  classes: (positive, negative) => `● ${positive}(+1)  ○ ${negative}(−1)`,
  plainClasses: '● 为 +1  ○ 为 −1',
  empty: '还没有点：点按图面来添加。',
  begin: '权重全为 0，所有得分都是 0，每个点都算错。请看第一个错误。',
  afterStep: (n, label, score, sign, left) =>
    `第 ${n} 个错误：一个 ${label} 类的点得分 ${score}，于是${sign}。${left}`,
  added: '把它加到 w 上',
  subtracted: '从 w 中减去它',
  left: (wrong, all) =>
    wrong === 0 ? '现在没有点站错边。' : `${all} 个点中还有 ${wrong} 个站错边。`,
  done: (mistakes, bound) =>
    `完成：犯了 ${mistakes} 次错之后，没有点站错边。上界允许 ${bound} 次。`,
  cycle: (n, ago) => `第 ${n} 个错误：权重与 ${ago} 个错误之前完全相同，从此永远循环。`,
  noLine: '没有直线能分开这些点：错误永无止境。',
  mistakes: '错误次数',
  wrongNow: '现在站错边的点',
  boundName: '上界 (R/γ)²',
  noBound: '无：线性不可分',
  sum: '最近一次更新',
  equation: '分界线',
  looked: '看过的点数',
  mistakesAxis: '错误次数',
  boundLine: (bound) => `上界 ${bound}`,
  boundAbove: (bound) => `上界 ${bound}，远在图外`,
  columns: ['错误', '点 x₁', 'x₂', '类别 y', '更新前得分', '更新后 w₁', '更新后 w₂', '更新后 b'],
  caption: '每一次错误及其后的权重',
  more: (n) => `另有 ${n} 次错误未列出。`,
  keys: [
    'Page Down、Page Up：下一个、上一个点',
    '方向键：移动该点（按住 Shift 大步移动）',
    'Enter：换成另一类；Delete：删除',
    'Insert 或字母 A：添加一个点',
  ],
};

export const trainerText = { en, zh } as const;
export type TrainerText = Text;
/** The species' names as readers know them. */
export const speciesNames = {
  en: { Adelie: 'Adélie', Chinstrap: 'Chinstrap', Gentoo: 'Gentoo' },
  zh: { Adelie: '阿德利企鹅', Chinstrap: '帽带企鹅', Gentoo: '巴布亚企鹅' },
} as const;
