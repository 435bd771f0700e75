// Evaluates a formula, and tells whether two agree wherever they are defined.
import { random } from '../vars.ts';
import type { Formula } from './formula-parse.ts';

type Point = Readonly<Record<string, number>>;

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  ...{ sqrt: Math.sqrt, exp: Math.exp, ln: Math.log, log: Math.log, log10: Math.log10 },
  ...{ log2: Math.log2, sin: Math.sin, cos: Math.cos, tan: Math.tan, tanh: Math.tanh },
  ...{ abs: Math.abs, max: Math.max, min: Math.min },
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  relu: (z) => Math.max(z, 0),
};

const operations = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
};

/** The formula's value at a point; NaN where it is not defined. */
export function evaluate(formula: Formula, point: Point): number {
  switch (formula.type) {
    case 'number':
      return formula.value;
    case 'name':
      return point[formula.name] ?? (formula.name === 'pi' ? Math.PI : Math.E);
    case 'negate':
      return -evaluate(formula.of, point);
    case 'call':
      return functions[formula.name](...formula.args.map((arg) => evaluate(arg, point)));
    case 'binary':
      return operations[formula.sign](
        evaluate(formula.left, point),
        evaluate(formula.right, point),
      );
  }
}

/**
 * True when two formulas agree at random points of the ranges. Points where the key is not defined are left out;
 * where the key is defined the other must be too.
 */
export function agree(
  key: Formula,
  other: Formula,
  ranges: Readonly<Record<string, readonly [number, number]>>,
): boolean {
  const next = random(20240229);
  let compared = 0;
  for (let tries = 0; tries < 600 && compared < 40; tries++) {
    const point = Object.fromEntries(
      Object.entries(ranges).map(([name, [from, to]]) => [name, from + next() * (to - from)]),
    );
    const expected = evaluate(key, point);
    if (!Number.isFinite(expected)) continue;
    const found = evaluate(other, point);
    if (!(Math.abs(found - expected) <= 1e-7 * (1 + Math.abs(expected)))) return false;
    compared++;
  }
  if (compared < 8) throw new Error('the key is defined almost nowhere in the given ranges');
  return true;
}
