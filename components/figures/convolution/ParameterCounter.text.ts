// The words of the figure ParameterCounter.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'How many numbers have to be learned?',
  summary:
    'Three bars on a logarithmic scale: the parameters of a dense layer, of a convolution and of a depthwise separable convolution that turn a picture into feature maps of the same height and width.',
  side: 'side of the picture',
  inChannels: 'channels in',
  outChannels: 'channels out',
  kernel: 'kernel size',
  dense: 'dense',
  convolution: 'convolution',
  separable: 'separable',
  reading: (times: string, share: string) =>
    `The dense layer has ${times} times as many parameters as the convolution; the separable one needs ${share} of the convolution’s.`,
  scale: 'The bars stand on a logarithmic scale: equal lengths more are equal times more.',
  table: ['layer', 'parameters'],
};

const zh: typeof en = {
  title: '需要学习多少个数？',
  summary:
    '三根对数刻度的条形：把图像变成同样高宽的特征图时，全连接层、卷积层和深度可分离卷积各有多少参数。',
  side: '图像边长',
  inChannels: '输入通道',
  outChannels: '输出通道',
  kernel: '卷积核大小',
  dense: '全连接',
  convolution: '卷积',
  separable: '可分离卷积',
  reading: (times, share) =>
    `全连接层的参数是卷积的 ${times} 倍；可分离卷积只需要卷积的 ${share}。`,
  scale: '条形采用对数刻度：每长出同样一段，就是多出同样的倍数。',
  table: ['层', '参数个数'],
};

export const parameterCounterText: Readonly<Record<Lang, typeof en>> = { en, zh };
