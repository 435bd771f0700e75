// The words of the figure BlockBreaker.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'What happens when a block is taken out of a trained network?',
  summary:
    'A plain and a residual network of 20 layers, both trained on handwritten digits, in nine blocks each. Take blocks out and put them back: in their place the signal passes unchanged, or, where the shape changes, through the shortcut without parameters. Shown is the share of 360 test digits that each network still reads, for the present choice, for every single block, and on average for every number of blocks taken out.',
  picture: 'Both networks, block by block',
  plain: 'plain',
  residual: 'residual',
  take: (block: number) => `Block ${block}: in place`,
  gone: (block: number) => `Block ${block}: taken out`,
  changes: 'changes the shape',
  all: 'Put all back',
  next: 'The next block instead',
  chance: 'guessing',
  singles: 'Digits read with one block taken out, for each of the nine blocks',
  singlesAxis: 'read with this block out, %',
  blockAxis: 'block',
  means: 'Digits read against the number of blocks taken out, mean over all choices',
  meansAxis: 'read, mean over all choices, %',
  sizeAxis: 'blocks taken out',
  whole: (plain: string, residual: string) =>
    `Whole, the plain net reads ${plain} % of the test digits and the residual net ${residual} %. Take a block out.`,
  reading: (
    blocks: string,
    plain: string,
    plainWhole: string,
    residual: string,
    residualWhole: string,
  ) =>
    `Without ${blocks}, the plain net reads ${plain} % of the test digits (whole: ${plainWhole} %), the residual net ${residual} % (whole: ${residualWhole} %).`,
  blocks: (names: string, count: number) => (count === 1 ? `block ${names}` : `blocks ${names}`),
  keys: [
    'Tab: go from block to block',
    'Enter or Space: take the block out, or put it back',
    'Arrow keys: the block before, the block after',
  ],
  table: ['block', 'plain', 'residual'],
  tableCaption: 'Share of test digits read with one block taken out',
  none: 'none',
};

const zh: typeof en = {
  title: '从训练好的网络里拿掉一个模块，会怎么样？',
  summary:
    '一个普通网络和一个残差网络，都有 20 层、九个模块，都在手写数字上训练过。拿掉模块，再放回去：在它的位置上信号原样通过；形状改变处则走没有参数的捷径。图中是两个网络在 360 个测试数字上还能认对的比例：当前的选择、每次只拿掉一个模块，以及拿掉若干模块时的平均值。',
  picture: '两个网络，逐个模块',
  plain: '普通',
  residual: '残差',
  take: (block) => `模块 ${block}：在`,
  gone: (block) => `模块 ${block}：已拿掉`,
  changes: '改变形状',
  all: '全部放回',
  next: '换成下一个模块',
  chance: '瞎猜',
  singles: '每次只拿掉一个模块时认对的数字，九个模块各一次',
  singlesAxis: '拿掉这一块后认对，%',
  blockAxis: '模块',
  means: '认对的数字与拿掉的模块数的关系，对所有选法取平均',
  meansAxis: '认对，所有选法的平均，%',
  sizeAxis: '拿掉的模块数',
  whole: (plain, residual) =>
    `完整时普通网络认对 ${plain} % 的测试数字，残差网络认对 ${residual} %。拿掉一个模块试试。`,
  reading: (blocks, plain, plainWhole, residual, residualWhole) =>
    `没有${blocks}时，普通网络认对 ${plain} % 的测试数字（完整时 ${plainWhole} %），残差网络认对 ${residual} %（完整时 ${residualWhole} %）。`,
  blocks: (names) => `模块 ${names} `,
  keys: ['Tab：从一个模块到下一个', 'Enter 或空格：拿掉模块，或放回', '方向键：前一个、后一个模块'],
  table: ['模块', '普通', '残差'],
  tableCaption: '只拿掉一个模块时认对的测试数字比例',
  none: '无',
};

export const blockBreakerText: Readonly<Record<Lang, typeof en>> = { en, zh };
export type BlockBreakerText = typeof en;
