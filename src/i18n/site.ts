// What the site around the lessons says, in both languages.

const en = {
  name: 'Downhill',
  tagline: 'Deep learning, from one neuron to a residual network: a book you can run.',
  skip: 'Skip to the text',
  course: 'Course',
  lessons: 'Lessons',
  glossary: 'Glossary',
  engine: 'Engine',
  sources: 'Sources',
  review: 'Review',
  about: 'About',
  home: 'Home',
  menu: 'Contents',
  search: 'Search',
  theme: 'Light or dark',
  themeAuto: 'Theme: as the system',
  themeLight: 'Theme: light',
  themeDark: 'Theme: dark',
  language: '中文',
  languageHint: 'Read this page in Chinese',
  sections: 'In this lesson',
  breadcrumbs: 'You are here',
  lesson: (n: number) => `Lesson ${n}`,
  minutes: (n: number) => `${n} minutes`,
  needs: 'Builds on',
  previous: 'Previous lesson',
  next: 'Next lesson',
  updated: 'Last change',
  close: 'Close',
  linkToSection: 'Link to this section',
  notTranslated: 'This lesson is not yet in Chinese. Here is the English text.',
  notFound: 'No path leads here',
  notFoundText:
    'The address does not lead to a page. It may have been mistyped, or the page has moved. These lead on:',
  begin: 'Begin with the first lesson',
  courseMap: 'The course',
  footerText: 'Text CC BY 4.0, code MIT. No account, no cookies, no tracking.',
  shortcuts: 'Keyboard shortcuts',
} as const;

type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Catalogue<T[K]>;
};

const zh: Catalogue<typeof en> = {
  name: 'Downhill',
  tagline: '从一个神经元到残差网络的深度学习课程:一本可以运行的书。',
  skip: '跳到正文',
  course: '课程',
  lessons: '课文',
  glossary: '术语表',
  engine: '引擎',
  sources: '文献',
  review: '复习',
  about: '关于',
  home: '首页',
  menu: '目录',
  search: '搜索',
  theme: '浅色或深色',
  themeAuto: '外观:跟随系统',
  themeLight: '外观:浅色',
  themeDark: '外观:深色',
  language: 'English',
  languageHint: '用英文阅读本页',
  sections: '本课内容',
  breadcrumbs: '当前位置',
  lesson: (n) => `第 ${n} 课`,
  minutes: (n) => `约 ${n} 分钟`,
  needs: '先修',
  previous: '上一课',
  next: '下一课',
  updated: '最近修改',
  close: '关闭',
  linkToSection: '本节链接',
  notTranslated: '本课尚无中文版,下面是英文原文。',
  notFound: '此路不通',
  notFoundText: '这个地址没有对应的页面:可能输错了,也可能页面已经搬走。可以从这里继续:',
  begin: '从第一课开始',
  courseMap: '课程地图',
  footerText: '文字采用 CC BY 4.0,代码采用 MIT。无需账号,没有 Cookie,没有追踪。',
  shortcuts: '键盘快捷键',
};

export const site = { en, zh };
export type SiteText = Catalogue<typeof en>;
