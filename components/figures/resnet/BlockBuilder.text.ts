// The words of the figure BlockBuilder.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'What must the shortcut do so that the sum works?',
  summary:
    'A residual block is put together from its parts: two or three convolutions with batch normalisation and ReLU, a shortcut, and a sum. Beside each part stand the shape behind it (channels, height, width), its parameters and its multiply-adds. The sum works only when body and shortcut give the same shape.',
  picture: 'The block, part by part, from input to output',
  kind: 'block',
  kinds: { basic: 'basic', bottleneck: 'bottleneck' },
  order: 'order',
  orders: { post: 'ReLU after the sum', pre: 'pre-activation' },
  shortcut: 'shortcut',
  shortcuts: { identity: 'identity', zeros: 'zeros (A)', projection: 'projection (B)' },
  inChannels: 'channels in',
  outChannels: 'channels out',
  stride: 'stride',
  input: 'input',
  conv: (kernel: number, stride: number) =>
    `conv ${kernel} × ${kernel}${stride > 1 ? `, stride ${stride}` : ''}`,
  bn: 'batch norm',
  relu: 'ReLU',
  zeros: (stride: number): string => (stride > 1 ? 'every 2nd pixel, zeros' : 'add zeros'),
  sum: 'sum',
  noSum: 'no sum',
  shapeHead: 'shape',
  parametersHead: 'parameters',
  multiplyAddsHead: 'multiply-adds',
  reading: (body: string, shortcut: string, multiplyAdds: string) =>
    `The sum works. ${body} parameters in the body, ${shortcut} in the shortcut; ${multiplyAdds} multiply-adds for one picture of 32 × 32.`,
  misfit: (body: string, shortcut: string) =>
    `The body gives ${body}, the shortcut ${shortcut}: they cannot be added. Change the shortcut.`,
  fewer: 'Zeros can add channels, not take some away. Only a projection can do that.',
  table: ['path', 'part', 'shape', 'parameters', 'multiply-adds'],
  tableCaption: 'The parts of the block',
  body: 'body',
  after: 'after the sum',
  comma: ', ',
};

const zh: typeof en = {
  title: '捷径要做什么，相加才成立？',
  summary:
    '用各个部件拼出一个残差模块：两三个卷积，配上批归一化和 ReLU，一条捷径，一次相加。每个部件旁边是它之后的形状（通道、高、宽）、参数数和乘加次数。只有主路和捷径给出相同的形状，才能相加。',
  picture: '模块的各个部件，从输入到输出',
  kind: '模块',
  kinds: { basic: '基本', bottleneck: '瓶颈' },
  order: '次序',
  orders: { post: '相加之后 ReLU', pre: '预激活' },
  shortcut: '捷径',
  shortcuts: { identity: '恒等', zeros: '补零（A）', projection: '投影（B）' },
  inChannels: '输入通道',
  outChannels: '输出通道',
  stride: '步幅',
  input: '输入',
  conv: (kernel, stride) => `卷积 ${kernel} × ${kernel}${stride > 1 ? `，步幅 ${stride}` : ''}`,
  bn: '批归一化',
  relu: 'ReLU',
  zeros: (stride) => (stride > 1 ? '隔点取样，补零' : '补零'),
  sum: '相加',
  noSum: '不能相加',
  shapeHead: '形状',
  parametersHead: '参数',
  multiplyAddsHead: '乘加',
  reading: (body, shortcut, multiplyAdds) =>
    `可以相加。主路有 ${body} 个参数，捷径有 ${shortcut} 个；一张 32 × 32 的图像需要 ${multiplyAdds} 次乘加。`,
  misfit: (body, shortcut) => `主路给出 ${body}，捷径给出 ${shortcut}：不能相加。请换一种捷径。`,
  fewer: '补零只能增加通道，不能减少。减少通道只能用投影。',
  table: ['路径', '部件', '形状', '参数', '乘加'],
  tableCaption: '模块的各个部件',
  body: '主路',
  after: '相加之后',
  comma: '，',
};

export const blockBuilderText: Readonly<Record<Lang, typeof en>> = { en, zh };
export type BlockBuilderText = typeof en;
