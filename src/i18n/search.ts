// Search and keyboard help, in both languages.

const en = {
  title: 'Search',
  placeholder: 'Lessons, terms, engine',
  hint: 'Arrow keys choose, Enter opens, Escape closes.',
  none: (query: string) => `Nothing found for “${query}”.`,
  count: (n: number) => (n === 1 ? '1 place found' : `${n} places found`),
  unavailable:
    'The search index could not be loaded. It exists in the built site; offline it works after the first search.',
  keysTitle: 'Keyboard shortcuts',
  keysOn: 'Shortcuts of a single key',
  keys: [
    ['/', 'Search'],
    ['Ctrl K', 'Search, from anywhere'],
    ['n', 'Next lesson'],
    ['p', 'Previous lesson'],
    ['j', 'Next section'],
    ['k', 'Previous section'],
    ['t', 'Change the theme'],
    ['?', 'This sheet'],
    ['Esc', 'Close what is open'],
    ['Ctrl Enter', 'In a cell: run it'],
    ['Esc, then Tab', 'In a cell: leave the editor'],
  ],
} as const;

type Catalogue = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string
    ? string
    : (typeof en)[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : readonly (readonly [string, string])[];
};

const zh: Catalogue = {
  title: '搜索',
  placeholder: '课文、术语、引擎',
  hint: '方向键选择，回车打开，Esc 关闭。',
  none: (query) => `没有找到“${query}”。`,
  count: (n) => `找到 ${n} 处`,
  unavailable: '无法载入搜索索引。索引只在构建后的网站中；离线时，搜索过一次之后即可使用。',
  keysTitle: '键盘快捷键',
  keysOn: '启用单键快捷键',
  keys: [
    ['/', '搜索'],
    ['Ctrl K', '在任何地方打开搜索'],
    ['n', '下一课'],
    ['p', '上一课'],
    ['j', '下一节'],
    ['k', '上一节'],
    ['t', '切换外观'],
    ['?', '本说明'],
    ['Esc', '关闭已打开的面板'],
    ['Ctrl Enter', '在代码单元中：运行'],
    ['Esc，再 Tab', '在代码单元中：离开编辑器'],
  ],
};

export const search = { en, zh };
export type SearchText = Catalogue;
