// What the cost figure says, in both languages.
const en = {
  title: 'How many forward passes does a gradient cost?',
  summary:
    'Both axes are logarithmic: across, the number of parameters of a net that grows; up, the cost of one gradient, in forward passes. Lines are counted multiplications: finite differences rise with the number of parameters, backward stays flat below two. ' +
    'Press Measure to add dots measured on this device.',
  keys: ['On the width slider, the arrow keys go from net to net.'],
  picture: 'Cost of one gradient against the number of parameters',
  x: 'parameters',
  y: 'cost in forward passes',
  differences: 'finite differences',
  backward: 'backward',
  measure: 'Measure on this device',
  again: 'Measure again',
  stop: 'Stop',
  layers: 'Hidden layers',
  width: 'Width',
  counted: (count: string, backward: string, differences: string) =>
    `A net with ${count} parameters. Counted in multiplications: backward costs ${backward} forward passes, finite differences cost ${differences}.`,
  measured: (
    count: string,
    forward: string,
    backward: string,
    differences: string,
    ratio: string,
    times: string,
  ) =>
    `Measured here, ${count} parameters: one forward pass ${forward}, one backward ${backward} (${ratio} forward passes), finite differences ${differences} (${times}).`,
  projected: ' The last is projected from a part of the parameters.',
  busy: (width: number) => `Measuring the net of width ${width} …`,
  waiting:
    'Lines are counted, not timed. Press Measure to time them in this tab; it takes a few seconds.',
  legend: { line: 'counted', dot: 'measured', ring: 'measured on a part' },
  caption: 'Cost of one gradient for nets of growing width',
  columns: [
    'width',
    'parameters',
    'backward, counted',
    'differences, counted',
    'forward',
    'backward',
    'differences',
  ],
};

type Text = typeof en;

const zh: Text = {
  title: '求一次梯度，要花多少次前向传播？',
  summary:
    '两个坐标轴都是对数轴：横轴是逐渐变大的网络的参数个数，纵轴是求一次梯度的代价，以前向传播的次数计。线是数出来的乘法次数：有限差分随参数个数上升，反向传播始终平坦，低于 2。' +
    '按“测量”可加上在本机测得的点。',
  keys: ['在宽度滑块上，方向键切换网络。'],
  picture: '一次梯度的代价与参数个数',
  x: '参数个数',
  y: '代价（前向传播次数）',
  differences: '有限差分',
  backward: '反向传播',
  measure: '在本机测量',
  again: '重新测量',
  stop: '停止',
  layers: '隐藏层数',
  width: '宽度',
  counted: (count, backward, differences) =>
    `${count} 个参数的网络。按乘法次数计：反向传播相当于 ${backward} 次前向传播，有限差分相当于 ${differences} 次。`,
  measured: (count, forward, backward, differences, ratio, times) =>
    `本机测得，${count} 个参数：一次前向 ${forward}，一次反向 ${backward}(${ratio} 次前向)，有限差分 ${differences}(${times} 次)。`,
  projected: '最后一项由部分参数推算。',
  busy: (width) => `正在测量宽度为 ${width} 的网络……`,
  waiting: '线是数出来的，不是测出来的。按“测量”可在本页计时，需要几秒钟。',
  legend: { line: '计数', dot: '实测', ring: '部分实测' },
  caption: '不同宽度网络求一次梯度的代价',
  columns: ['宽度', '参数', '反向（计数）', '差分（计数）', '前向', '反向', '差分'],
};

export const costText = { en, zh } as const;
