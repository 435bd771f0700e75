// Reads a formula as learners type it: 2wx, 2·w·x, w^2, σ(z), \eta, √x, x².

export type Formula =
  | { readonly type: 'number'; readonly value: number; readonly text: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'negate'; readonly of: Formula }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Formula[] }
  | {
      readonly type: 'binary';
      readonly sign: '+' | '-' | '*' | '/' | '^';
      readonly left: Formula;
      readonly right: Formula;
    };

/** What stops the reading: the text that is wrong, and whether it is a name that means nothing here. */
export class FormulaError extends Error {
  readonly at: string;
  readonly unknownName: boolean;
  constructor(at: string, unknownName = false) {
    super(unknownName ? `"${at}" is not a name here` : `cannot read "${at}"`);
    this.at = at;
    this.unknownName = unknownName;
  }
}

export const functionNames: Readonly<Record<string, number>> = {
  ...{ sqrt: 1, exp: 1, ln: 1, log: 1, log10: 1, log2: 1, sin: 1, cos: 1, tan: 1, tanh: 1 },
  ...{ abs: 1, sigmoid: 1, relu: 1, max: 2, min: 2 },
};
const constants = ['pi', 'e'];

const greek: Readonly<Record<string, string>> = {
  ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', η: 'eta', θ: 'theta' },
  ...{ κ: 'kappa', λ: 'lambda', μ: 'mu', µ: 'mu', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi' },
  ...{ ω: 'omega', π: 'pi' },
};
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

type Token =
  | { readonly kind: 'number' | 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

/**
 * Parses a formula. Throws a FormulaError.
 * @param variables names that may stand in it
 */
export function parseFormula(text: string, variables: readonly string[]): Formula {
  const tokens = tokenise(text, variables);
  let next = 0;
  const peek = (sign: string) => tokens[next]?.kind === 'sign' && tokens[next].text === sign;
  const take = (sign: string) => (peek(sign) ? (next++, true) : false);
  const rest = () => tokens[next]?.text ?? text.trim().slice(-1);

  function sum(): Formula {
    let left = product();
    for (;;) {
      if (take('+')) left = { type: 'binary', sign: '+', left, right: product() };
      else if (take('-')) left = { type: 'binary', sign: '-', left, right: product() };
      else return left;
    }
  }

  function product(): Formula {
    let left = signed();
    for (;;) {
      if (take('*')) left = { type: 'binary', sign: '*', left, right: signed() };
      else if (take('/')) left = { type: 'binary', sign: '/', left, right: signed() };
      else if (startsFactor()) left = { type: 'binary', sign: '*', left, right: power() };
      else return left;
    }
  }

  function signed(): Formula {
    if (take('-')) return { type: 'negate', of: signed() };
    if (take('+')) return signed();
    return power();
  }

  function power(): Formula {
    const base = atom();
    return take('^') ? { type: 'binary', sign: '^', left: base, right: signed() } : base;
  }

  function startsFactor(): boolean {
    const token = tokens[next];
    return token !== undefined && (token.kind !== 'sign' || token.text === '(');
  }

  function atom(): Formula {
    const token = tokens[next];
    if (!token) throw new FormulaError(text.trim() || '…');
    if (token.kind === 'number') {
      next++;
      return { type: 'number', value: Number(token.text), text: token.text };
    }
    if (token.kind === 'name') {
      next++;
      return token.text in functionNames && !variables.includes(token.text)
        ? call(token.text)
        : { type: 'name', name: token.text };
    }
    if (!take('(')) throw new FormulaError(rest());
    const inner = sum();
    if (!take(')')) throw new FormulaError(rest());
    return inner;
  }

  function call(name: string): Formula {
    const count = functionNames[name];
    if (!take('(')) {
      if (count > 1) throw new FormulaError(name);
      return { type: 'call', name, args: [power()] };
    }
    const args = [sum()];
    while (take(',')) args.push(sum());
    if (!take(')') || args.length !== count) throw new FormulaError(name);
    return { type: 'call', name, args };
  }

  const formula = sum();
  if (next < tokens.length) throw new FormulaError(rest());
  return formula;
}

function tokenise(text: string, variables: readonly string[]): Token[] {
  const plain = text
    .replace(/[²³⁰¹⁴-⁹]+/g, (run) => `^${[...run].map((c) => superscripts.indexOf(c)).join('')}`)
    .replace(/[\u0370-\u03ffµ]/g, (letter) => ` ${greek[letter] ?? letter} `)
    .replace(/[−–]/g, '-')
    .replace(/[·×⋅∗]|\\cdot|\\times/g, '*')
    .replace(/÷/g, '/')
    .replace(/√/g, ' sqrt ')
    .replace(/\*\*/g, '^')
    .replace(/[[{(（]/g, '(')
    .replace(/[\]})）]/g, ')')
    .replace(/[，]/g, ',')
    .replace(/\\/g, ' ');
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([A-Za-z]\w*)|([-+*/^(),]))/iy;
  while (pattern.lastIndex < plain.trimEnd().length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(plain);
    if (!match) throw new FormulaError(plain.slice(from).trim().slice(0, 1));
    if (match[1]) tokens.push({ kind: 'number', text: match[1] });
    else if (match[2]) tokens.push(...names(match[2], variables));
    else tokens.push({ kind: 'sign', text: match[3] });
  }
  return tokens;
}

/** Splits a run of letters into the known names it is made of: `wx` is w times x, `ln` is one name. */
function names(run: string, variables: readonly string[]): Token[] {
  const spellings: [string, string][] = [
    ...variables.map((name): [string, string] => [name.replaceAll('_', ''), name]),
    ...Object.keys(functionNames).map((name): [string, string] => [name, name]),
    ...constants.map((name): [string, string] => [name, name]),
    ['sigma', variables.includes('sigma') ? 'sigma' : 'sigmoid'],
  ];
  spellings.sort((a, b) => b[0].length - a[0].length);
  const tokens: Token[] = [];
  let left = run.replaceAll('_', '');
  while (left) {
    const known =
      spellings.find(([spelling]) => left === spelling) ??
      spellings.find(([spelling]) => left.startsWith(spelling));
    const digits = /^\d+/.exec(left)?.[0];
    if (known) tokens.push({ kind: 'name', text: known[1] });
    else if (digits && tokens.length) tokens.push({ kind: 'number', text: digits });
    else throw new FormulaError(run, true);
    left = left.slice(known ? known[0].length : digits!.length);
  }
  return tokens;
}
