// The labels of the prose components, in both languages.

const en = {
  definition: 'Definition',
  theorem: 'Theorem',
  lemma: 'Lemma',
  proposition: 'Proposition',
  corollary: 'Corollary',
  proof: 'Proof',
  example: 'Worked example',
  history: 'History',
  keyIdea: 'Key idea',
  commonError: 'A common error',
  aside: 'Aside',
  sideNote: 'Side note',
  figure: 'Figure',
  recap: 'What you can do now',
  sources: 'Sources',
  inGlossary: 'In the glossary',
  read: 'Read it',
  authorsAnd: ' and ',
  authorsOthers: (first: string) => `${first} and others`,
} as const;

type Catalogue = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K];
};

const zh: Catalogue = {
  definition: '定义',
  theorem: '定理',
  lemma: '引理',
  proposition: '命题',
  corollary: '推论',
  proof: '证明',
  example: '例题',
  history: '历史',
  keyIdea: '要点',
  commonError: '常见错误',
  aside: '插叙',
  sideNote: '旁注',
  figure: '图',
  recap: '学完本课，你能够',
  sources: '文献',
  inGlossary: '在术语表中查看',
  read: '阅读原文',
  authorsAnd: ' 与 ',
  authorsOthers: (first) => `${first} 等`,
};

export const prose = { en, zh };
