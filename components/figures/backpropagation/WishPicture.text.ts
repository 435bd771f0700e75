// What the wish figure says, in both languages.
const en = {
  title: 'What does each part of the net want, when it sees this one digit?',
  summary:
    'A half-trained net reads a handwritten digit of 8 by 8 pixels with 16 hidden units and 10 outputs. Bars show activations, arrows show wishes: up for more, down for less. ' +
    'The outputs wish to come nearer to their targets; the hidden units and the pixels wish what would help the chosen output, or all of them. Steps of gradient descent can be granted to this picture alone or to all 100.',
  keys: [
    'On the outputs or the hidden units, the arrow keys choose the next one.',
    'Home on the outputs chooses all of them together.',
  ],
  picture:
    'Outputs above, hidden units in the middle, the digit and the wishes for its pixels below',
  outputs: 'Chosen output',
  hidden: 'Chosen hidden unit',
  all: 'all outputs',
  outputRow: 'outputs',
  hiddenRow: 'hidden units',
  digit: 'the digit',
  pixels: 'its pixels: ■ more ink, □ less',
  image: 'Picture',
  whose: 'Steps granted to',
  one: 'this picture',
  everyone: 'all 100',
  steps: 'Steps',
  threeWishes: (k: number) => `Output ${k} has three kinds of wishes:`,
  delta: (k: number) => `δ = slope of sigmoid × 2 (y − ŷ), output ${k}`,
  bias: 'its bias',
  weight: (j: number) => `the weight from unit ${j}`,
  activation: (j: number) => `the activation of unit ${j}`,
  sumHead: (j: number) => `What the ten outputs want of unit ${j}`,
  sum: 'together',
  reading: (label: number, guess: number, loss: string) =>
    label === guess
      ? `A ${label}, read as ${guess}: right. L = ${loss}.`
      : `A ${label}, read as ${guess}: wrong. L = ${loss}.`,
  before: (right: number) => `The net reads ${right} of the 100 pictures.`,
  after: (steps: number, right: number, before: number, one: boolean) =>
    `After ${steps} steps for ${one ? 'this picture alone' : 'all pictures'} the net reads ${right} of the 100 pictures; before, it read ${before}.`,
  caption: 'Activations and wishes',
  columns: ['unit', 'activation', 'wish'],
  outputName: (k: number) => `output ${k}`,
  hiddenName: (j: number) => `hidden ${j}`,
};

type Text = typeof en;

const zh: Text = {
  title: '看到这一个数字时，网络的每个部分各想要什么？',
  summary:
    '一个训练到一半的网络用 16 个隐藏单元和 10 个输出读取 8×8 像素的手写数字。柱子表示激活值，箭头表示愿望：向上是要更大，向下是要更小。' +
    '输出想靠近目标；隐藏单元和像素的愿望是帮助所选的输出，或全部输出。可以让梯度下降只为这一张图走几步，也可以为全部 100 张走几步。',
  keys: ['在输出或隐藏单元上，方向键选择下一个。', '在输出上按 Home 键选择全部输出。'],
  picture: '上方是输出，中间是隐藏单元，下方是数字和像素的愿望',
  outputs: '所选的输出',
  hidden: '所选的隐藏单元',
  all: '全部输出',
  outputRow: '输出',
  hiddenRow: '隐藏单元',
  digit: '数字',
  pixels: '像素：■ 加墨 □ 减墨',
  image: '图片',
  whose: '步子为谁而走',
  one: '这张图',
  everyone: '全部 100 张',
  steps: '步数',
  threeWishes: (k) => `输出 ${k} 有三种愿望：`,
  delta: (k) => `δ = sigmoid 的斜率 × 2 (y − ŷ)，输出 ${k}`,
  bias: '它的偏置',
  weight: (j) => `来自单元 ${j} 的权重`,
  activation: (j) => `单元 ${j} 的激活值`,
  sumHead: (j) => `十个输出对单元 ${j} 的愿望`,
  sum: '合计',
  reading: (label, guess, loss) =>
    label === guess
      ? `这是 ${label}，读作 ${guess}：正确。L = ${loss}。`
      : `这是 ${label}，读作 ${guess}：错误。L = ${loss}。`,
  before: (right) => `网络读对了 100 张图中的 ${right} 张。`,
  after: (steps, right, before, one) =>
    `${one ? '只为这张图' : '为全部图片'}走了 ${steps} 步之后，网络读对 100 张中的 ${right} 张；之前是 ${before} 张。`,
  caption: '激活值与愿望',
  columns: ['单元', '激活值', '愿望'],
  outputName: (k) => `输出 ${k}`,
  hiddenName: (j) => `隐藏 ${j}`,
};

export const wishText = { en, zh } as const;
