// What is said of a symbol in a formula that is tied to the code. Apart from the notebook's other words: every lesson loads these.

const en = {
  inCode: (name: string) => `${name} in the code`,
  now: (value: string) => `now ${value}`,
  figureHas: (value: string) => `${value} in the figure`,
  codeHas: (value: string) => `${value} in the code`,
};

const zh: typeof en = {
  inCode: (name) => `代码中的 ${name}`,
  now: (value) => `现在是 ${value}`,
  figureHas: (value) => `图中为 ${value}`,
  codeHas: (value) => `代码中为 ${value}`,
};

export const symbolText = { en, zh } as const;
