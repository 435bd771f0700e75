// What the graph stepper says, in both languages.
import type { ActivationName } from './activations.ts';
import type { NetName } from './net-graph.ts';

const en = {
  title: 'How does one number at the end reach every weight?',
  picture: 'Computational graph, input at the top, loss at the bottom',
  summary:
    'The graph of a small network. Each box is a number of the forward pass, each pill a weight, a bias or the input, which you can change. A step shows the next value, going down, then the next gradient, going up. ' +
    'On each edge stands its local derivative. The formula and the line of code that belong to the step stand beside the graph.',
  keys: [
    'On the step slider, the arrow keys go through the lines one by one.',
    'On a pill, the arrow keys change its number by 0.05, with Shift by 0.5.',
    'Drag a pill sideways to change it; double-click puts it back.',
  ],
  net: 'Network',
  nets: {
    chain2: '1–1',
    chain3: '1–1–1',
    paths2: '2–1',
    paths4: '2–2–1',
  } satisfies Record<NetName, string>,
  activation: 'Activation',
  activations: {
    sigmoid: 'sigmoid',
    tanh: 'tanh',
    relu: 'ReLU',
    identity: 'none',
  } satisfies Record<ActivationName, string>,
  line: 'Line',
  back: 'Back',
  code: 'The program, line by line',
  formula: 'The rule of this step',
  everyPath: 'The same, path by path:',
  forwardHead: 'forward',
  backwardHead: 'backward',
  kinds: { weight: 'weight', bias: 'bias', input: 'input', target: 'target' },
  start: 'Nothing is computed yet. Press Step.',
  forward: (name: string, value: string) => `Forward: ${name} = ${value}.`,
  seed: 'Backward begins: L changes as fast as L itself, so its gradient is 1.',
  backward: (name: string, gradient: string, change: string) =>
    `Backward: ∂L/∂${name} = ${gradient}. If ${name} grew by 0.01, the loss would change by about ${change}.`,
  still: (name: string) =>
    `Backward: ∂L/∂${name} = 0. At these numbers a small change of ${name} does not move the loss.`,
  caption: 'Every number of the network with its gradient',
  columns: ['number', 'value', '∂L/∂number', 'local derivatives'],
};

type Text = typeof en;

const zh: Text = {
  title: '末端的一个数，怎样影响到每一个权重？',
  picture: '计算图：上方是输入，下方是损失',
  summary:
    '一个小网络的计算图。每个方框是前向传播中的一个数，每个药丸形是可以修改的权重、偏置或输入。每走一步，先自上而下出现下一个值，再自下而上出现下一个梯度。' +
    '每条边上写着它的局部导数，旁边是这一步对应的公式和代码行。',
  keys: [
    '在步骤滑块上，方向键逐行前进或后退。',
    '在药丸上，方向键每次改变 0.05，按住 Shift 改变 0.5。',
    '横向拖动药丸可改变数值，双击复原。',
  ],
  net: '网络',
  nets: { chain2: '1–1', chain3: '1–1–1', paths2: '2–1', paths4: '2–2–1' },
  activation: '激活函数',
  activations: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', identity: '无' },
  line: '行',
  back: '后退',
  code: '程序，一行一行地看',
  formula: '这一步的规则',
  everyPath: '按路径展开：',
  forwardHead: '前向',
  backwardHead: '反向',
  kinds: { weight: '权重', bias: '偏置', input: '输入', target: '目标' },
  start: '还没有计算任何数。请按“单步”。',
  forward: (name, value) => `前向：${name} = ${value}。`,
  seed: '反向开始：L 对自身的变化率是 1。',
  backward: (name, gradient, change) =>
    `反向：∂L/∂${name} = ${gradient}。若 ${name} 增大 0.01，损失约变化 ${change}。`,
  still: (name) => `反向：∂L/∂${name} = 0。在当前数值下，${name} 的微小变化不影响损失。`,
  caption: '网络中的每个数及其梯度',
  columns: ['数', '值', '∂L/∂数', '局部导数'],
};

export const graphStepperText = { en, zh } as const;
