// The words of the figure WindowStepper.
import type { Lang } from '../frame/frame.text.ts';

const en = {
  title: 'Which inputs does each output read, and how many outputs are there?',
  input: 'Input',
  output: 'Output',
  size: 'input size',
  kernel: 'kernel size',
  stride: 'stride',
  padding: 'padding',
  dilation: 'dilation',
  play: 'Slide',
  step: 'Next window',
  summary:
    'Two square grids. On the left the input with its rim of padding; the cells that the present window reads are marked. On the right the output; one cell is chosen. Arrow keys in the output choose another.',
  keys: ['Arrow keys in the output grid: choose the window', 'Home, End: first and last window'],
  cell: (row: number, column: number) => `output row ${row}, column ${column}`,
  reads: (row: number, column: number, rows: string, columns: string) =>
    `Output (${row}, ${column}) reads input rows ${rows} and columns ${columns}.`,
  rule: (n: number, p: number, d: number, k: number, s: number, out: number) =>
    `⌊(${n} + 2·${p} − ${d}·${k - 1} − 1)/${s}⌋ + 1 = ${out}.`,
  noFit: (span: number, room: number) =>
    `The window spans ${span} cells, the padded input only ${room}: it does not fit anywhere.`,
  unread: (count: number) =>
    count === 1
      ? 'The last row and column are never read.'
      : `The last ${count} rows and columns are never read.`,
  padded: 'Rows and columns outside the input are padding: zeros.',
  table: ['output', 'input rows', 'input columns'],
};

const zh: typeof en = {
  title: '每个输出读取哪些输入？一共有多少个输出？',
  input: '输入',
  output: '输出',
  size: '输入大小',
  kernel: '卷积核大小',
  stride: '步幅',
  padding: '填充',
  dilation: '空洞率',
  play: '滑动',
  step: '下一个窗口',
  summary:
    '两个方形网格。左边是输入和它的填充边，当前窗口读取的格子被标出；右边是输出，其中一个格子被选中。在输出网格中按方向键可以选择别的格子。',
  keys: ['在输出网格中按方向键：选择窗口', 'Home、End：第一个和最后一个窗口'],
  cell: (row, column) => `输出第 ${row} 行第 ${column} 列`,
  reads: (row, column, rows, columns) =>
    `输出 (${row}, ${column}) 读取输入的第 ${rows} 行、第 ${columns} 列。`,
  rule: en.rule,
  noFit: (span, room) => `窗口跨 ${span} 格，而填充后的输入只有 ${room} 格：放不下。`,
  unread: (count) => `最后 ${count} 行和 ${count} 列从来没有被读到。`,
  padded: '输入之外的行和列是填充的零。',
  table: ['输出', '输入的行', '输入的列'],
};

export const windowStepperText: Readonly<Record<Lang, typeof en>> = { en, zh };
