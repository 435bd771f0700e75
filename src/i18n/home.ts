// What the home page says, in both languages.

const en = {
  sentence: 'A course on deep learning that you read like a book and run like a notebook.',
  begin: 'Begin with the first lesson',
  goOn: 'Go on reading',
  lastRead: 'You were last here',
  figureTitle: 'Where does the ball come to rest?',
  figureText:
    'Every place on this map is a wave; its height says how badly that wave fits two years of temperatures in Seattle. The ball knows nothing but the slope under it. Take it elsewhere and let go.',
  mapLabel:
    'Map of a loss surface with level curves: frequency of the wave from left to right, its phase from bottom to top',
  ball: 'The ball. Arrow keys move it; Enter lets it roll.',
  loss: 'loss',
  frequency: 'waves a year',
  phase: 'phase',
  again: 'Roll again',
  rolling: 'Rolling down, against the gradient.',
  found: 'At rest in the deepest valley: one wave a year. Nobody told the ball how long a year is.',
  stuck: 'At rest in a valley that is not the deepest. Downhill is all a ball can do.',
  away: 'Rolled off the map. Take it back and try another place.',
  held: 'In your hand. Let go, and it rolls.',
  fitLabel: 'Monthly mean temperatures in Seattle, 2012 and 2013, and the wave of the ball’s place',
  fitCaption: 'Monthly means, Seattle 2012–2013, and the ball’s wave',
  mapTitle: 'The way down',
  mapText:
    'The line is the height of a path that follows the slope on the map above, from a ridge to the deepest valley. The lessons lie along it in the order in which they are read.',
  gaps: 'The numbers leave room for lessons that are not written yet: {numbers}.',
  profileLabel: 'Height of a path down the map, with the lessons marked on it',
  different: 'What is different here',
  points: [
    [
      'What you see is what the code computes',
      'Every number, figure and output is made by running the code on the page, with the engine that the page ships.',
    ],
    [
      'Change anything',
      'Every cell can be edited, and what depends on it follows. Nothing you write can break the page, and Reset brings the first version back.',
    ],
    [
      'Formula, code and figure are one thing',
      'Point at a symbol, and its twin in the code, its control in the figure and its present value light up.',
    ],
    [
      'Answers are explained',
      'A wrong answer gets the reason why that answer is wrong, not only that it is.',
    ],
    [
      'Your work is yours',
      'It stays on your device and goes in and out as a file. No account, no cookies, no request to any third party.',
    ],
    [
      'An engine one can read',
      'Tensors, gradients, layers and optimisers in a few thousand lines of TypeScript, each derivative beside its formula.',
    ],
  ],
} as const;

type Catalogue = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string
    ? string
    : readonly (readonly [string, string])[];
};

const zh: Catalogue = {
  sentence: '一门深度学习课：读起来像书，运行起来像笔记本。',
  begin: '从第一课开始',
  goOn: '继续阅读',
  lastRead: '上次读到这里',
  figureTitle: '小球会停在哪里？',
  figureText:
    '地图上的每一点都是一条波；高度表示这条波与西雅图两年气温差得有多远。小球只知道脚下的坡度，别的一概不知。把它拿到别处，再放手看看。',
  mapLabel: '损失曲面的等高线地图：从左到右是波的频率，从下到上是相位',
  ball: '小球。方向键移动，回车键放手。',
  loss: '损失',
  frequency: '每年波数',
  phase: '相位',
  again: '再滚一次',
  rolling: '正沿着梯度的反方向滚下坡。',
  found: '停在最深的谷底：每年一个波。没有人告诉过小球一年有多长。',
  stuck: '停在一个不是最深的谷里。往下滚，是小球唯一会做的事。',
  away: '滚出了地图。把它拿回来，换个地方试试。',
  held: '在你手里。放手，它就会滚。',
  fitLabel: '西雅图 2012 年和 2013 年的月平均气温，以及小球所在位置对应的波',
  fitCaption: '西雅图 2012–2013 年月平均气温与小球的波',
  mapTitle: '下坡之路',
  mapText:
    '这条线是上图中一条顺坡而下的路的高度，从山脊一直到最深的谷底。各课依阅读次序排在这条线上。',
  gaps: '编号给还没有写成的课程留了位置：{numbers}。',
  profileLabel: '一条下坡路的高度，线上标出各课',
  different: '这里有什么不同',
  points: [
    [
      '所见即代码所算',
      '每个数字、每张图、每段输出，都是运行页面上的代码得来的，用的就是页面自带的引擎。',
    ],
    [
      '什么都可以改',
      '每个单元都能编辑，依赖它的部分随之更新。你写的代码弄不坏页面，点“重置”就回到原样。',
    ],
    [
      '公式、代码、图是一回事',
      '指向一个符号，代码里的同名变量、图中的控件和它此刻的值都会亮起来。',
    ],
    ['答案有讲解', '答错了，会告诉你这个答案为什么错，而不只是说它错了。'],
    [
      '你的成果归你',
      '全部保存在你的设备上，可以导出成文件，也可以导入。没有账号，没有 Cookie，不向第三方发任何请求。',
    ],
    ['读得懂的引擎', '张量、梯度、层、优化器，总共几千行 TypeScript，每个导数都写在公式旁边。'],
  ],
};

export const home = { en, zh };
export type HomeText = Catalogue;
