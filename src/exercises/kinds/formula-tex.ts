// Writes a formula in TeX, as the reader sees it while typing.
import type { Formula } from './formula-parse.ts';

const strength = (formula: Formula): number => {
  if (formula.type === 'binary') return { '+': 1, '-': 1, '*': 2, '/': 4, '^': 3 }[formula.sign];
  return formula.type === 'negate' ? 1 : 4;
};

/** TeX for the formula; brackets where the order of operations needs them. */
export function toTex(formula: Formula): string {
  switch (formula.type) {
    case 'number':
      return numberTex(formula.text);
    case 'name':
      return nameTex(formula.name);
    case 'negate':
      return `-${wrap(formula.of, 2)}`;
    case 'call':
      return callTex(formula.name, formula.args);
    case 'binary':
      return binaryTex(formula);
  }
}

function binaryTex({ sign, left, right }: Extract<Formula, { type: 'binary' }>): string {
  if (sign === '/') return `\\frac{${toTex(left)}}{${toTex(right)}}`;
  if (sign === '^') {
    const base = left.type === 'name' || left.type === 'number' ? toTex(left) : bracket(left);
    return `${base}^{${toTex(right)}}`;
  }
  if (sign === '*') {
    const dot = right.type === 'number' || startsWithNumber(right) ? ' \\cdot ' : '\\,';
    return `${wrap(left, 2)}${dot}${wrap(right, 2)}`;
  }
  return `${wrap(left, 1)} ${sign} ${sign === '-' ? wrap(right, 2) : wrap(right, 1)}`;
}

function startsWithNumber(formula: Formula): boolean {
  if (formula.type === 'number') return true;
  return formula.type === 'binary' && formula.sign !== '/' && startsWithNumber(formula.left);
}

function callTex(name: string, args: readonly Formula[]): string {
  if (name === 'sqrt') return `\\sqrt{${toTex(args[0])}}`;
  if (name === 'abs') return `\\left|${toTex(args[0])}\\right|`;
  const symbols: Record<string, string> = {
    ...{ sigmoid: '\\sigma', relu: '\\operatorname{ReLU}', log10: '\\log_{10}', log2: '\\log_{2}' },
  };
  return `${symbols[name] ?? `\\${name}`}\\left(${args.map(toTex).join(', ')}\\right)`;
}

const wrap = (formula: Formula, least: number) =>
  strength(formula) < least ? bracket(formula) : toTex(formula);
const bracket = (formula: Formula) => `\\left(${toTex(formula)}\\right)`;

function numberTex(text: string): string {
  const [digits, exponent] = text.toLowerCase().split('e');
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${Number(exponent)}}`;
}

const greek = new Set(
  'alpha beta gamma delta epsilon eta theta kappa lambda mu rho sigma tau phi omega pi'.split(' '),
);

function nameTex(name: string): string {
  const [base, ...subscript] = name.split('_');
  const head = greek.has(base) ? `\\${base}` : base.length > 1 ? `\\mathrm{${base}}` : base;
  return subscript.length ? `${head}_{${subscript.join('')}}` : head;
}
