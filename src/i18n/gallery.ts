// Sample texts for the gallery of prose components.

const en = {
  title: 'Prose components',
  description: 'Every prose component of the course in every state, for those who work on it.',
  paragraph:
    'A neuron adds up its inputs, each multiplied by a weight of its own, and asks whether the sum is large enough. That is all it does, and a great many of them together can tell a cat from a dog.',
  sideNote:
    'Rosenblatt built the Mark I Perceptron, a machine with 400 photocells and motors that turned its weights.',
  term: 'gradient',
  missing: 'a word without an entry',
  emphasis: 'emphasis',
  strong: 'strong',
  definitionTerm: 'Linearly separable',
  definition:
    'Two sets of points are linearly separable when there are $w$ and $b$ with $w \\cdot x + b > 0$ for every point of the one and $w \\cdot x + b < 0$ for every point of the other.',
  theorem:
    'If the points lie within radius $R$ and are separated with margin $\\gamma$, the perceptron makes at most $(R/\\gamma)^2$ mistakes.',
  proof:
    'Each mistake turns $w$ a little towards the separating direction, while its length grows slowly:\n\n$$ k\\gamma \\le w \\cdot u \\le \\lVert w \\rVert \\le \\sqrt{k}\\,R. $$',
  keyIdea:
    'The gradient points uphill, as steeply as the ground allows. To learn, walk the other way.',
  errorTitle: '“It finds the best line”',
  error: 'It finds some line that makes no mistake. Which one depends on the order of the points.',
  exampleTitle: 'One step by hand',
  example:
    'Let $w = (1, -2)$, $x = (3, 1)$ and $y = -1$.\n\n1. The score is $w \\cdot x = 1$, so the answer is $+1$: a mistake.\n2. The new weights are $w + y\\,x = (-2, -3)$.',
  history:
    'The New York Times reported that the Navy expected the machine to walk, talk, see, write, reproduce itself and be conscious of its existence.',
  asideTitle: 'What this lesson uses',
  aside: 'Vectors, their dot product, and a little patience. Nothing else is needed here.',
  figures: 'Pictures',
  caption: 'What is to be seen, and what it means.',
  alt: 'The mark of the site: two level curves around a ball',
  quote: 'Success in developing the theory was gratifying.',
  listItem: 'One thing after another',
} as const;

const zh: { readonly [K in keyof typeof en]: string } = {
  title: '正文组件',
  description: '课程中每个正文组件的全部状态，供课程的开发者查看。',
  paragraph:
    '神经元把每个输入乘以各自的权重，再全部加起来，看总和是否足够大。它只做这一件事；但是许许多多的神经元合在一起，就能分清猫和狗。',
  sideNote: '罗森布拉特造出了 Mark I 感知机：400 个光电管，权重由电动机转动。',
  term: '梯度',
  missing: '没有词条的词',
  emphasis: '着重',
  strong: '强调',
  definitionTerm: '线性可分',
  definition:
    '如果存在 $w$ 和 $b$，使一类中的每个点都满足 $w \\cdot x + b > 0$，另一类中的每个点都满足 $w \\cdot x + b < 0$，就称这两类点线性可分。',
  theorem:
    '若所有点都在半径 $R$ 之内，且以间隔 $\\gamma$ 可分，则感知机最多犯 $(R/\\gamma)^2$ 次错误。',
  proof:
    '每犯一次错误，$w$ 都向分隔方向转一点，而它的长度增长得慢：\n\n$$ k\\gamma \\le w \\cdot u \\le \\lVert w \\rVert \\le \\sqrt{k}\\,R. $$',
  keyIdea: '梯度指向最陡的上坡。要学习，就往反方向走。',
  errorTitle: '“它会找到最好的直线”',
  error: '它只会找到某一条不犯错的直线。究竟是哪一条，取决于各点出现的顺序。',
  exampleTitle: '手算一步',
  example:
    '设 $w = (1, -2)$,$x = (3, 1)$,$y = -1$。\n\n1. 得分 $w \\cdot x = 1$，所以回答是 $+1$：答错了。\n2. 新的权重为 $w + y\\,x = (-2, -3)$。',
  history:
    '《纽约时报》报道说，海军期待这台机器能走路、说话、看东西、写字、复制自己，并意识到自己的存在。',
  asideTitle: '本课要用到的',
  aside: '向量、向量的点积，再加一点耐心。此外什么都不需要。',
  figures: '图片',
  caption: '图中看到的是什么，又说明了什么。',
  alt: '本站标志：一个小球和围绕它的两条等高线',
  quote: '理论的进展令人欣慰。',
  listItem: '一件接一件',
};

export const gallery = { en, zh };
