// What the contour map with a path says, in both languages.
import type { SurfaceName } from './surfaces.ts';

const steps = (n: number): string => (n === 1 ? '1 step' : `${n} steps`);

const en = {
  title: 'Does the steepest way down lead straight to the lowest point?',
  surface: 'landscape',
  surfaces: {
    round: 'round bowl',
    valley: 'long valley',
    temperature: 'temperature line',
    basins: 'two basins',
  } as Record<SurfaceName, string>,
  learningRate: 'learning rate',
  steps: 'steps',
  start: 'start',
  startAt: (names: readonly string[], x: string, y: string) =>
    `${names[0]} = ${x}, ${names[1]} = ${y}`,
  picture: 'Level curves of a loss, with the path of gradient descent across them',
  summary:
    'A map of the loss over two parameters, drawn as level curves, with the path of gradient descent from a start that can be dragged. ' +
    'An arrow at the start shows the direction of steepest descent, at a right angle to the level curve; a dashed line leads straight to the nearest minimum.',
  keys: ['Arrow keys on the start: move it, with Shift in large steps; Escape: put it back'],
  tableCaption: 'The path: parameters, loss and length of the gradient',
  loss: 'J',
  gradient: 'length of ∇J',
  step: 'step',
  angle: (degrees: string) =>
    `At the start the arrow and the straight way to the minimum differ by ${degrees}°.`,
  angleNone: 'At the start the arrow points straight at the minimum.',
  after: (n: number, loss: string) => ` After ${steps(n)} J = ${loss}.`,
  arrived: (n: number) => ` After ${steps(n)} the path has arrived.`,
  arrivedHigher: (n: number) => ` After ${steps(n)} it rests in the shallower basin.`,
  pass: ' The path has come to a halt on the pass between the basins: a saddle, where the slope is 0.',
  left: (n: number) => ` After ${steps(n)} the path has left the map for good.`,
  zigzag: ' It zig-zags: the step is too long for the steep direction, too short for the flat one.',
};

const zh: typeof en = {
  title: '最陡的下坡路会直通最低点吗？',
  surface: '地形',
  surfaces: { round: '圆碗', valley: '长谷', temperature: '气温直线', basins: '两个盆地' },
  learningRate: '学习率',
  steps: '步数',
  start: '起点',
  startAt: (names, x, y) => `${names[0]} = ${x},${names[1]} = ${y}`,
  picture: '损失的等高线，以及梯度下降穿过它们的路径',
  summary:
    '两个参数上的损失地图，用等高线画出；梯度下降的路径从可拖动的起点出发。起点处的箭头是最陡下降方向，与等高线垂直；虚线直通最近的极小点。',
  keys: ['在起点上按方向键：移动，按住 Shift 大步移动；Esc：放回原处'],
  tableCaption: '路径：参数、损失和梯度的长度',
  loss: 'J',
  gradient: '∇J 的长度',
  step: '步',
  angle: (degrees) => `在起点，箭头与直通极小点的方向相差 ${degrees}°。`,
  angleNone: '在起点，箭头正好指向极小点。',
  after: (n, loss) => `${n} 步之后 J = ${loss}。`,
  arrived: (n) => `${n} 步之后路径已到达。`,
  arrivedHigher: (n) => `${n} 步之后它停在较浅的盆地里。`,
  pass: '路径停在两个盆地之间的山口：这是鞍点，坡度为 0。',
  left: (n) => `${n} 步之后路径已一去不返。`,
  zigzag: '它走成锯齿：这一步对陡的方向太长，对平的方向太短。',
};

export const contourText = { en, zh } as const;
