// What the review page says, in both languages.

const en = {
  title: 'Review',
  description: 'Questions you answered come back here just before you would forget them.',
  intro:
    'Questions you answered in the lessons come back here, just before you would forget them. Numbers change; the idea stays. Everything is kept on this device.',
  needsScript: 'The review needs a script, which is switched off or could not start.',
  loading: 'Looking for what is due …',
  nothingYet:
    'Nothing to review yet. Answer a few questions in the lessons first; they will come back here.',
  goToCourse: 'Go to the course',
  due: (n: number) => (n === 1 ? '1 question is due' : `${n} questions are due`),
  noneDue: 'Nothing is due now.',
  nextDue: (when: string) => `The next question comes back ${when}.`,
  start: 'Start',
  practise: 'Practise ahead of time',
  left: (n: number) => (n === 1 ? 'the last one' : `${n} left`),
  from: 'from',
  next: 'Next question',
  comesBack: (when: string) => `Comes back ${when}.`,
  skip: 'Not now',
  changed: 'This question is no longer in the course. It has been taken out of the review.',
  finished: (right: number, of: number) => `Done: ${right} of ${of} right at the first try.`,
  course: 'Where you are',
  lesson: 'Lesson',
  exercises: 'Exercises done',
  kinds: 'Still open',
  states: { untouched: 'not begun', begun: 'begun', done: 'done' },
  all: 'all done',
  yourWork: 'Your work',
  yourWorkText:
    'Answers, changed cells and the review schedule are kept in this browser only. Save them as a file to keep a copy or to take them to another device; reading a file adds to what is here and loses nothing.',
  save: 'Save as a file',
  read: 'Read a file',
  anki: 'Export for Anki',
  ankiText: 'The questions you answered, as a text file that Anki imports (File › Import).',
  readDone: (n: number) => (n === 1 ? 'Read: 1 entry.' : `Read: ${n} entries.`),
  problems: {
    'not-json': 'That file is damaged: it is not readable as JSON. Nothing was changed.',
    'not-ours': 'That is not a file of Downhill’s. Nothing was changed.',
    newer:
      'That file comes from a newer edition of the site. Reload this page, then try again. Nothing was changed.',
    damaged: (store: string, record: number) =>
      `That file is damaged at “${store}”, entry ${record}. Nothing was changed.`,
  },
} as const;

type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Catalogue<T[K]>;
};

export type ReviewTexts = Catalogue<typeof en>;

const zh: ReviewTexts = {
  title: '复习',
  description: '你答过的题，会在快要忘记的时候回到这里。',
  intro:
    '你在课文里答过的题，会在快要忘记的时候回到这里。数字会变，道理不变。一切都只保存在这台设备上。',
  needsScript: '复习需要脚本，而脚本已关闭或未能启动。',
  loading: '正在查找到期的题目……',
  nothingYet: '还没有可以复习的题目。先在课文里答几道题，它们会回到这里。',
  goToCourse: '前往课程',
  due: (n) => `有 ${n} 道题到期`,
  noneDue: '现在没有到期的题目。',
  nextDue: (when) => `下一道题${when}回来。`,
  start: '开始',
  practise: '提前练习',
  left: (n) => (n === 1 ? '最后一道' : `还剩 ${n} 道`),
  from: '出自',
  next: '下一题',
  comesBack: (when) => `${when}再见。`,
  skip: '以后再说',
  changed: '这道题已不在课程里，因此也不再复习。',
  finished: (right, of) => `完成：${of} 道题中，第一次就答对 ${right} 道。`,
  course: '学习进度',
  lesson: '课文',
  exercises: '已完成的练习',
  kinds: '尚未完成',
  states: { untouched: '未开始', begun: '已开始', done: '已完成' },
  all: '全部完成',
  yourWork: '你的记录',
  yourWorkText:
    '回答、改过的代码和复习安排都只保存在这个浏览器里。可以存成文件备份，或带到另一台设备；读入文件只会增添，不会丢失这里已有的内容。',
  save: '存成文件',
  read: '读入文件',
  anki: '导出到 Anki',
  ankiText: '把你答过的题存成文本文件，可在 Anki 中导入（文件 › 导入）。',
  readDone: (n) => `已读入 ${n} 条记录。`,
  problems: {
    'not-json': '文件已损坏：无法作为 JSON 读取。没有改动任何内容。',
    'not-ours': '这不是 Downhill 的文件。没有改动任何内容。',
    newer: '这个文件来自本站的新版本。请刷新本页后再试。没有改动任何内容。',
    damaged: (store, record) => `文件在“${store}”第 ${record} 条处损坏。没有改动任何内容。`,
  },
};

export const reviewTexts = { en, zh } as const satisfies Record<'en' | 'zh', ReviewTexts>;
