// The words of the figure CnnTrainer.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'What does a convolutional network see, and how does it learn to?',
  summary:
    'A network of two convolutions looks at a picture of a piece of clothing. Shown are its kernels, the maps that they make of the picture, and the probability of each of ten classes. It can be trained here, on 10,000 pictures; a curve shows the loss, a table the mistakes on 2,000 pictures it never trained on.',
  classes: [
    'T-shirt',
    'trousers',
    'pullover',
    'dress',
    'coat',
    'sandal',
    'shirt',
    'sneaker',
    'bag',
    'ankle boot',
  ],
  picture: 'Picture',
  choose: 'Choose a test picture',
  draw: 'Draw here',
  drawKeys: 'Arrow keys move the brush, Space paints.',
  clear: 'Blank sheet',
  file: 'Own picture',
  stays: 'It stays on this device.',
  broken: 'This file could not be read as a picture. Try a PNG or JPEG file.',
  filters: 'Kernels of the first layer',
  first: 'What they make of the picture',
  second: 'Maps of the second layer',
  map: (index: number) => `map ${index + 1}`,
  answer: 'Answer',
  filtersWord: 'kernels in the first layer',
  kernelWord: 'kernel size',
  rate: 'learning rate',
  epochs: 'epochs',
  train: 'Train from scratch',
  goOn: 'Train on',
  stop: 'Stop',
  save: 'Save weights',
  load: 'Load weights',
  loaded: 'Weights loaded.',
  notLoaded:
    'This file does not hold weights of such a network: a .safetensors file saved here is wanted.',
  cost: (seconds: string, parameters: string) =>
    `${parameters} parameters; on this device about ${seconds} s, measured just now.`,
  measuring: 'Measuring what a step costs on this device …',
  slow: 'Without SIMD in this browser: slower.',
  loss: 'training loss',
  step: 'step',
  running: (epoch: number, epochs: number, loss: string, left: string) =>
    `Epoch ${epoch} of ${epochs}: loss ${loss}, about ${left} s left.`,
  waiting: 'Fetching the first pictures …',
  failed: (reason: string) => `Training stopped: ${reason}`,
  reading: (name: string, percent: string, accuracy: string) =>
    `The network says “${name}” with probability ${percent}. Of the 2,000 test pictures it gets ${accuracy} right.`,
  readingUntested: (name: string, percent: string) =>
    `The network says “${name}” with probability ${percent}. It has not been tested since it last changed.`,
  confusion: 'Mistakes on the test pictures: rows are what it was, columns what the network said',
  cell: (count: number, truth: string, given: string) => `${count} of ${truth} taken for ${given}`,
  shown: (count: number, truth: string, given: string) =>
    `${truth}, taken for ${given}: ${count} pictures`,
  fetching: 'Fetching the test pictures …',
  table: ['class', 'probability'],
};

const zh: typeof en = {
  title: '卷积网络看到了什么？它又是怎样学会的？',
  summary:
    '一个两层卷积的网络观看一件衣物的图像。图中显示它的卷积核、卷积核对图像的作用结果，以及十个类别各自的概率。可以在这里用 10,000 张图像训练它；曲线显示损失，表格显示它在 2,000 张从未训练过的图像上的错误。',
  classes: ['T恤', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴'],
  picture: '图像',
  choose: '选择一张测试图像',
  draw: '在这里画',
  drawKeys: '方向键移动画笔，空格键落笔。',
  clear: '白纸',
  file: '自己的图像',
  stays: '图像只留在这台设备上。',
  broken: '这个文件无法作为图像读取，请换一个 PNG 或 JPEG 文件。',
  filters: '第一层的卷积核',
  first: '它们对图像的作用',
  second: '第二层的特征图',
  map: (index) => `第 ${index + 1} 张图`,
  answer: '回答',
  filtersWord: '第一层卷积核个数',
  kernelWord: '卷积核大小',
  rate: '学习率',
  epochs: '轮数',
  train: '从头训练',
  goOn: '继续训练',
  stop: '停止',
  save: '保存权重',
  load: '载入权重',
  loaded: '权重已载入。',
  notLoaded: '这个文件里没有这种网络的权重：请选择在这里保存的 .safetensors 文件。',
  cost: (seconds, parameters) =>
    `${parameters} 个参数；在这台设备上大约需要 ${seconds} 秒（刚刚测得）。`,
  measuring: '正在测量这台设备上一步需要多久……',
  slow: '此浏览器没有 SIMD：会慢一些。',
  loss: '训练损失',
  step: '步',
  running: (epoch, epochs, loss, left) =>
    `第 ${epoch} 轮(共 ${epochs} 轮)：损失 ${loss}，大约还需 ${left} 秒。`,
  waiting: '正在取第一批图像……',
  failed: (reason) => `训练中止：${reason}`,
  reading: (name, percent, accuracy) =>
    `网络认为是“${name}”，概率 ${percent}。2,000 张测试图像中它答对了 ${accuracy}。`,
  readingUntested: (name, percent) =>
    `网络认为是“${name}”，概率 ${percent}。自上次改变以来还没有测试过。`,
  confusion: '测试图像上的错误：行是真实类别，列是网络的回答',
  cell: (count, truth, given) => `${count} 张${truth}被认作${given}`,
  shown: (count, truth, given) => `${truth}被认作${given}:${count} 张`,
  fetching: '正在取测试图像……',
  table: ['类别', '概率'],
};

export const cnnTrainerText: Readonly<Record<Lang, typeof en>> = { en, zh };
export type CnnTrainerText = typeof en;
