// The words of the figure ShiftedPictures.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'What does each network say when the picture moves aside?',
  summary:
    'A picture that can be moved left and right, the answers of a convolutional and of a dense network to it, and two curves: the share of 2,000 test pictures that each gets right at every shift.',
  shift: 'shift in pixels, to the right',
  picture: 'Picture',
  cnn: 'convolutional',
  dense: 'dense',
  says: (network: string, name: string, percent: string) => `${network}: ${name}, ${percent}`,
  accuracy: 'share of test pictures right',
  choose: 'Choose a picture',
  reading: (shift: number, cnn: string, dense: string) =>
    shift === 0
      ? `Where the pictures were: the convolutional network gets ${cnn} right, the dense one ${dense}.`
      : `${Math.abs(shift)} pixels to the ${shift > 0 ? 'right' : 'left'}: the convolutional network gets ${cnn} right, the dense one ${dense}.`,
  table: ['shift', 'convolutional', 'dense'],
};

const zh: typeof en = {
  title: '图像移开以后，两个网络各怎么说？',
  summary:
    '一幅可以左右移动的图像，卷积网络和全连接网络对它的回答，以及两条曲线：每个位移下两个网络在 2,000 张测试图像上答对的比例。',
  shift: '向右移动的像素数',
  picture: '图像',
  cnn: '卷积网络',
  dense: '全连接网络',
  says: (network, name, percent) => `${network}：${name}，${percent}`,
  accuracy: '测试图像答对的比例',
  choose: '选择图像',
  reading: (shift, cnn, dense) =>
    shift === 0
      ? `图像在原处：卷积网络答对 ${cnn}，全连接网络答对 ${dense}。`
      : `向${shift > 0 ? '右' : '左'}移动 ${Math.abs(shift)} 个像素：卷积网络答对 ${cnn}，全连接网络答对 ${dense}。`,
  table: ['位移', '卷积网络', '全连接网络'],
};

export const shiftedPicturesText: Readonly<Record<Lang, typeof en>> = { en, zh };
