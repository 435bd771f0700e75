// What the frame of every figure says, in both languages.
const en = {
  figure: 'Figure',
  controls: 'Controls',
  reset: 'Reset',
  share: 'Copy link',
  shared: 'Link to this state copied',
  embed: 'Embed',
  embedded: 'Code for embedding copied',
  notCopied: 'Copy this by hand:',
  data: 'Data as a table',
  keys: 'Keys',
  typed: (word: string) => `${word}, typed`,
  less: (word: string) => `less: ${word}`,
  more: (word: string) => `more: ${word}`,
  run: 'Run',
  pause: 'Pause',
  step: 'Step',
  restart: 'From the start',
  now: 'Now',
  from: 'From Downhill, a deep-learning course that runs',
  handleKeys: 'Arrow keys move it, with Shift in large steps; Escape puts it back.',
};

type Text = typeof en;

const zh: Text = {
  figure: '图',
  controls: '控制',
  reset: '重置',
  share: '复制链接',
  shared: '已复制此状态的链接',
  embed: '嵌入',
  embedded: '已复制嵌入代码',
  notCopied: '请手动复制：',
  data: '数据表',
  keys: '按键',
  typed: (word) => `${word}（输入数值）`,
  less: (word) => `减小：${word}`,
  more: (word) => `增大：${word}`,
  run: '运行',
  pause: '暂停',
  step: '单步',
  restart: '从头开始',
  now: '现在',
  from: '选自 Downhill：一门可以运行的深度学习课程',
  handleKeys: '方向键移动，按住 Shift 大步移动，Esc 键复位。',
};

export const frameText = { en, zh } as const;
export type Lang = keyof typeof frameText;
