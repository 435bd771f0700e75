// What is said of a symbol in a formula that is tied to the code. Apart from the notebook's other words: every lesson loads these.

const en = {
  inCode: (name: string) => `${name} in the code`,
  now: (value: string) => `now ${value}`,
};

const zh: typeof en = {
  inCode: (name) => `代码中的 ${name}`,
  now: (value) => `现在是 ${value}`,
};

export const symbolText = { en, zh } as const;
