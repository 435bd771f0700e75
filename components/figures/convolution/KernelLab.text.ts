// The words of the figure KernelLab.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'What do nine numbers do to a picture?',
  summary:
    'A picture on the left, and on the right what the kernel makes of it: positive outputs in one colour, negative ones in another. A frame marks nine pixels of the picture and the one output pixel that they give. Move it by pointer or with the arrow keys.',
  keys: ['Arrow keys in a picture: move the frame', 'Shift with an arrow key: by five pixels'],
  picture: 'picture',
  pictures: {
    shirt: 'shirt',
    shoe: 'ankle boot',
    bag: 'bag',
    three: 'digit 3',
    own: 'your own',
  },
  chooseFile: 'Choose a picture',
  stays: 'It stays on this device.',
  broken: 'This file could not be read as a picture. Try a PNG or JPEG file.',
  preset: 'kernel',
  presets: {
    vertical: 'vertical edges',
    horizontal: 'horizontal edges',
    outline: 'outline',
    blur: 'blur',
    sharpen: 'sharpen',
    emboss: 'emboss',
    shift: 'shift',
    identity: 'identity',
    own: 'your own',
  },
  weights: 'The nine weights of the kernel',
  weight: (row: number, column: number) => `weight, row ${row}, column ${column}`,
  input: 'picture',
  output: 'output',
  place: (row: number, column: number) => `row ${row}, column ${column}`,
  products: 'Pixel times weight, nine times, and their sum',
  reading: (row: number, column: number, value: string, least: string, largest: string) =>
    `At row ${row}, column ${column} the nine products add up to ${value}. Over the whole picture the output runs from ${least} to ${largest}.`,
  table: ['place', 'pixel', 'weight', 'product'],
};

const zh: typeof en = {
  title: '九个数能对一幅图像做什么？',
  summary:
    '左边是图像，右边是卷积核作用后的结果：正的输出一种颜色，负的另一种颜色。方框标出图像的九个像素以及它们得到的那一个输出像素。可以用指针或方向键移动方框。',
  keys: ['在图像中按方向键：移动方框', '按住 Shift 再按方向键：移动五个像素'],
  picture: '图像',
  pictures: { shirt: '衬衫', shoe: '短靴', bag: '包', three: '数字 3', own: '你自己的' },
  chooseFile: '选择图像',
  stays: '图像只留在这台设备上。',
  broken: '这个文件无法作为图像读取，请换一个 PNG 或 JPEG 文件。',
  preset: '卷积核',
  presets: {
    vertical: '竖直边缘',
    horizontal: '水平边缘',
    outline: '轮廓',
    blur: '模糊',
    sharpen: '锐化',
    emboss: '浮雕',
    shift: '平移',
    identity: '恒等',
    own: '自定义',
  },
  weights: '卷积核的九个权重',
  weight: (row, column) => `第 ${row} 行第 ${column} 列的权重`,
  input: '图像',
  output: '输出',
  place: (row, column) => `第 ${row} 行第 ${column} 列`,
  products: '像素乘权重，九次，再求和',
  reading: (row, column, value, least, largest) =>
    `在第 ${row} 行第 ${column} 列，九个乘积之和为 ${value}。整幅输出的范围是 ${least} 到 ${largest}。`,
  table: ['位置', '像素', '权重', '乘积'],
};

export const kernelLabText: Readonly<Record<Lang, typeof en>> = { en, zh };
