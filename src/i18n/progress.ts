// What the course list and the home page say of the reader's progress, in both languages.

export const progressTexts = {
  en: {
    count: (done: number, total: number) => `${done} of ${total} exercises done`,
    read: 'begun',
    due: (n: number) => (n === 1 ? '1 question to review' : `${n} questions to review`),
  },
  zh: {
    count: (done: number, total: number) => `已完成 ${done}/${total} 道练习`,
    read: '已开始',
    due: (n: number) => `有 ${n} 道题待复习`,
  },
} as const;
