// What the figure of ten templates says, in both languages.
const en = {
  title: 'Which of ten templates is this picture most like?',
  summary:
    'A handwritten digit of 8 by 8 pixels, the template of one class, and their product pixel by pixel, whose sum is the score of the class. ' +
    'Beside them the scores of all ten classes; choose one to see its template. Ink can be put on the picture or taken away.',
  picture: 'Picture',
  template: (digit: number) => `Template ${digit}`,
  templateWord: 'Template',
  products: 'Pixel by pixel',
  pen: 'Pixels of the picture',
  pixel: (row: number, column: number, ink: number) =>
    `row ${row}, column ${column}: ink ${ink} of 16`,
  sum: (plus: string, minus: string, score: string) => `${plus} − ${minus} = ${score}`,
  scores: 'Score of each class',
  digit: 'picture',
  rounds: 'rounds learned',
  restore: 'As it was written',
  clear: 'Blank picture',
  highest: 'highest',
  reading: (winner: number, score: string, second: number, next: string) =>
    `Most like template ${winner}, with a score of ${score}; next comes ${second}, with ${next}.`,
  right: (label: number) => ` It is a ${label}: read correctly.`,
  wrong: (label: number) => ` It is a ${label}: misread.`,
  changed: (count: number, label: number) =>
    ` You changed ${count === 1 ? '1 pixel' : `${count} pixels`} of a ${label}.`,
  blank: 'No ink, no score: all ten are 0. Draw something.',
  accuracy: (rounds: number, share: string, unseen: number) =>
    ` After ${rounds === 1 ? '1 round' : `${rounds} rounds`} the templates read ${share} of ${unseen} unseen digits.`,
  caption: 'The score of each class',
  columns: ['Class', 'Ink in favour', 'Ink against', 'Score'],
  keys: [
    'On the picture: arrow keys move from pixel to pixel, Space puts ink there or takes it away, Escape restores the digit',
    'On the scores: arrow keys choose the class',
  ],
};

type Text = typeof en;

const zh: Text = {
  title: '这幅图最像十个模板中的哪一个？',
  summary:
    '一个 8×8 像素的手写数字、某一类的模板，以及两者逐像素的乘积，乘积之和就是该类的得分。旁边是全部十类的得分，选一类可看它的模板。可以在图上加墨或去墨。',
  picture: '图像',
  template: (digit) => `模板 ${digit}`,
  templateWord: '模板',
  products: '逐像素相乘',
  pen: '图像的像素',
  pixel: (row, column, ink) => `第 ${row} 行第 ${column} 列：墨 ${ink}/16`,
  sum: (plus, minus, score) => `${plus} − ${minus} = ${score}`,
  scores: '每一类的得分',
  digit: '图像',
  rounds: '学过的轮数',
  restore: '恢复原样',
  clear: '空白图像',
  highest: '最高',
  reading: (winner, score, second, next) =>
    `最像模板 ${winner}，得分 ${score}；其次是 ${second}，得分 ${next}。`,
  right: (label) => `它是 ${label}：读对了。`,
  wrong: (label) => `它是 ${label}：读错了。`,
  changed: (count, label) => `你改动了数字 ${label} 的 ${count} 个像素。`,
  blank: '没有墨，就没有得分：十个都是 0。画点什么吧。',
  accuracy: (rounds, share, unseen) =>
    `学过 ${rounds} 轮后，这些模板在 ${unseen} 个没见过的数字中读对 ${share}。`,
  caption: '每一类的得分',
  columns: ['类', '有利的墨', '不利的墨', '得分'],
  keys: [
    '在图像上：方向键逐像素移动，空格加墨或去墨，Esc 恢复原来的数字',
    '在得分上：方向键选择类别',
  ],
};

export const digitText = { en, zh } as const;
export type DigitText = Text;
