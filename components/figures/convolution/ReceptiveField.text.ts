// The words of the figure ReceptiveField.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'How much of the picture does one unit see?',
  summary:
    'A stack of layers drawn as rows of units, the input at the bottom. One unit of the top row is chosen; below it every unit that it depends on is marked, down to the input. Controls change each layer’s kernel and stride.',
  keys: ['Left and right arrow in the picture: another unit of the top layer'],
  input: 'input',
  conv: 'convolution',
  pool: 'pooling',
  layer: (number: number, kind: string) => `Layer ${number}, ${kind}`,
  kernel: 'kernel',
  stride: 'stride',
  addConv: 'Add a convolution',
  addPool: 'Add a pooling',
  remove: 'Remove the top layer',
  unit: (index: number) => `unit ${index + 1} of the top layer`,
  reading: (field: number, jump: number, input: number) =>
    `This unit sees ${field} of the ${input} pixels drawn. Its neighbour sees as many, ${jump} ${jump === 1 ? 'pixel' : 'pixels'} further on.`,
  empty: 'Without layers a unit is a pixel and sees itself.',
  table: ['level', 'kernel K', 'stride S', 'field r', 'jump j'],
};

const zh: typeof en = {
  title: '一个单元能看到图像的多大范围？',
  summary:
    '若干层画成一行行的单元，最下面是输入。最上面一行选中一个单元，它所依赖的每个单元都被标出，一直到输入。可以改变每一层的核大小和步幅。',
  keys: ['在图中按左右方向键：换一个顶层单元'],
  input: '输入',
  conv: '卷积',
  pool: '池化',
  layer: (number, kind) => `第 ${number} 层，${kind}`,
  kernel: '核',
  stride: '步幅',
  addConv: '加一层卷积',
  addPool: '加一层池化',
  remove: '去掉最上面一层',
  unit: (index) => `顶层第 ${index + 1} 个单元`,
  reading: (field, jump, input) =>
    `这个单元看到图中 ${input} 个像素里的 ${field} 个。相邻的单元看到同样多，位置移动 ${jump} 个像素。`,
  empty: '没有层时，一个单元就是一个像素，只看到它自己。',
  table: ['层', '核 K', '步幅 S', '感受野 r', '间隔 j'],
};

export const receptiveFieldText: Readonly<Record<Lang, typeof en>> = { en, zh };
