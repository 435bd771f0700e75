// What the ball on a curve says, in both languages.
import type { CurveName } from './curves.ts';

const steps = (n: number): string => (n === 1 ? '1 step' : `${n} steps`);

const en = {
  title: 'How large a step may a ball take that feels only the slope under it?',
  curve: 'curve',
  curves: {
    bowl: 'bowl',
    steep: 'steep bowl',
    valleys: 'two valleys',
    shelf: 'flat shelf',
  } as Record<CurveName, string>,
  learningRate: 'learning rate',
  steps: 'steps',
  start: 'start',
  startAt: (x: string, height: string) => `start at w = ${x}, loss ${height}`,
  picture: 'A curve with a ball on it and the places the ball has visited',
  summary:
    'A curve of the loss J against one parameter w. A ball starts where you put it and takes steps of minus the learning rate times the slope. ' +
    'Dots mark every position. Drag the start, choose the curve and the learning rate, and step or run.',
  keys: [
    'Left and right arrow on the start: move it; Escape: put it back',
    'Arrow keys on a slider: change it',
  ],
  tableCaption: 'Each position with its loss and its slope',
  columns: ['step', 'w', 'J(w)', 'slope'],
  reading: {
    still: (x: string, slope: string) =>
      `The ball waits at w = ${x}, where the slope is ${slope}. Take a step.`,
    sliding: (n: number, x: string, slope: string) =>
      `After ${steps(n)} w = ${x}. The slope is down to ${slope}, and the steps have shrunk with it.`,
    creeping: (n: number, x: string, step: string) =>
      `After ${steps(n)} w = ${x}, and the last step moved it by only ${step}. It creeps.`,
    arrived: (n: number, x: string) =>
      `After ${steps(n)} the ball rests at w = ${x}: the slope is almost 0.`,
    lower: 'This is the lower of the two valleys.',
    higher: 'The other valley is lower, and nothing the ball can feel says so.',
    balanced: (x: string) =>
      `At w = ${x} the slope is 0 as well: the ball balances on the top of a hill and does not move.`,
    bouncing: (ratio: string) =>
      `Every step jumps across the lowest point, and each jump is ${ratio} times the last. It still settles.`,
    cycling: 'Every step jumps to the mirror point. The ball neither settles nor leaves.',
    growing: (ratio: string) =>
      `Every step overshoots, and each jump is ${ratio} times the last. The ball climbs out of the bowl.`,
    gone: (n: number) =>
      `After ${steps(n)} the ball is out of sight, and its loss is beyond all bounds.`,
  },
};

const zh: typeof en = {
  title: '小球只能感觉到脚下的坡度，它一步可以迈多大？',
  curve: '曲线',
  curves: { bowl: '碗', steep: '陡碗', valleys: '两个谷', shelf: '平台' },
  learningRate: '学习率',
  steps: '步数',
  start: '起点',
  startAt: (x, height) => `起点 w = ${x}，损失 ${height}`,
  picture: '一条曲线、曲线上的小球以及它到过的位置',
  summary:
    '损失 J 随一个参数 w 变化的曲线。小球从你放的位置出发，每一步移动“负的学习率乘以坡度”。圆点标出每个位置。可以拖动起点，选择曲线和学习率，单步或连续运行。',
  keys: ['在起点上按左右方向键：移动；Esc：放回原处', '在滑块上按方向键：改变数值'],
  tableCaption: '每个位置的损失与坡度',
  columns: ['步', 'w', 'J(w)', '坡度'],
  reading: {
    still: (x, slope) => `小球停在 w = ${x}，这里的坡度是 ${slope}。走一步试试。`,
    sliding: (n, x, slope) => `${n} 步之后 w = ${x}。坡度降到 ${slope}，步子也跟着变小。`,
    creeping: (n, x, step) => `${n} 步之后 w = ${x}，最后一步只移动了 ${step}。它在爬行。`,
    arrived: (n, x) => `${n} 步之后小球停在 w = ${x}：坡度几乎为 0。`,
    lower: '这是两个谷中较低的一个。',
    higher: '另一个谷更低，但小球能感觉到的东西里没有任何线索。',
    balanced: (x) => `在 w = ${x} 处坡度也是 0：小球恰好平衡在山顶，一动不动。`,
    bouncing: (ratio) => `每一步都越过最低点，每次跳跃是上一次的 ${ratio} 倍。它仍会停下来。`,
    cycling: '每一步都跳到镜像点。小球既停不下来，也不会离开。',
    growing: (ratio) => `每一步都越过头，每次跳跃是上一次的 ${ratio} 倍。小球爬出了碗。`,
    gone: (n) => `${n} 步之后小球已不见踪影，损失大得没有边际。`,
  },
};

export const ballText = { en, zh } as const;
