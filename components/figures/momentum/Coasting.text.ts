// What the ramp with a flat stretch says, in both languages.
const en = {
  title: 'How fast does the ball get, and how far does it coast where there is no slope at all?',
  learningRate: 'learning rate',
  momentum: 'momentum',
  flat: 'flat stretch',
  steps: 'steps',
  ground: 'A ramp, a flat stretch and another ramp, with the ball at every step',
  speed: 'Velocity against the step, with the terminal speed as a dashed line',
  velocity: 'velocity v',
  stepAxis: 'step',
  terminal: 'η/(1 − μ)',
  summary:
    'A ball with momentum rolls down a ramp of slope minus one, comes to a flat stretch without any slope, and escapes if it reaches the second ramp. ' +
    'Below, its velocity at every step.',
  tableCaption: 'Position and velocity at every step',
  columns: ['step', 'w', 'v'],
  onRamp: (share: string, speed: string) =>
    `On the ramp. The velocity has reached ${share} of its terminal value, η/(1 − μ) = ${speed}.`,
  onRampEndless:
    'On the ramp. With μ = 1 nothing brakes: the velocity grows by η in each step, without end.',
  stuck: (entry: string, distance: string) =>
    `It came to the flat stretch at velocity ${entry}, coasts ${distance} farther in all, and stays there.`,
  coasting: (entry: string, distance: string) =>
    `It came to the flat stretch at velocity ${entry}, so it will coast ${distance}, and that is far enough.`,
  escaped: (entry: string, distance: string) =>
    `It escaped. It came to the flat stretch at velocity ${entry}, enough to coast ${distance}.`,
  endless: 'without end',
  plain: 'Without momentum the ball stops on the first step that finds no slope.',
};

const zh: typeof en = {
  title: '小球能有多快？在完全没有坡度的地方，它能滑行多远？',
  learningRate: '学习率',
  momentum: '动量',
  flat: '平地长度',
  steps: '步数',
  ground: '一段斜坡、一段平地和另一段斜坡，标出小球每一步的位置',
  speed: '速度随步数的变化，虚线是终端速度',
  velocity: '速度 v',
  stepAxis: '步',
  terminal: 'η/(1 − μ)',
  summary:
    '带动量的小球滚下坡度为 −1 的斜坡，来到完全没有坡度的平地；若到达第二段斜坡就算逃脱。下图是每一步的速度。',
  tableCaption: '每一步的位置和速度',
  columns: ['步', 'w', 'v'],
  onRamp: (share, speed) => `还在斜坡上。速度已达终端值 η/(1 − μ) = ${speed} 的 ${share}。`,
  onRampEndless: '还在斜坡上。μ = 1 时没有阻力：速度每步增加 η,没有止境。',
  stuck: (entry, distance) => `它以速度 ${entry} 进入平地，总共再滑行 ${distance}，停在那里。`,
  coasting: (entry, distance) => `它以速度 ${entry} 进入平地，将滑行 ${distance}，足够了。`,
  escaped: (entry, distance) => `它逃脱了。进入平地时的速度是 ${entry}，足以滑行 ${distance}。`,
  endless: '无限远',
  plain: '没有动量时，小球一遇到没有坡度的地方就停下。',
};

export const coastingText = { en, zh } as const;
