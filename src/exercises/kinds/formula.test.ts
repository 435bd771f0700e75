// Formulas are compared by what they compute, not by how they are written.
import fc from 'fast-check';
import katex from 'katex';
import { expect, test } from 'vitest';
import { FormulaError, parseFormula } from './formula-parse.ts';
import { toTex } from './formula-tex.ts';
import { agree, evaluate } from './formula-value.ts';

const ranges = { w: [-2, 2], x: [-2, 2], b: [-2, 2], eta: [0.1, 1], z: [-3, 3] } as const;
const names = Object.keys(ranges);
const same = (a: string, b: string) =>
  agree(parseFormula(a, names), parseFormula(b, names), ranges);

test.each([
  ['2*x*(w*x + b)', '2x(wx+b)'],
  ['2*x*(w*x + b)', '2 x^2 w + 2bx'],
  ['w - eta*x', 'w − ηx'],
  ['w - eta*x', 'w - \\eta x'],
  ['x^2', 'x²'],
  ['x^2', 'x**2'],
  ['-x^2', '-(x^2)'],
  ['2^3^w', '2^(3^w)'],
  ['sigmoid(z)', 'σ(z)'],
  ['sigmoid(z)', '1/(1+e^(-z))'],
  ['sigmoid(z)*(1 - sigmoid(z))', 'exp(-z)/(1+exp(-z))^2'],
  ['tanh(z)', '2σ(2z) - 1'],
  ['relu(z)', 'max(0, z)'],
  ['relu(z)', '(z + |z|)/2'.replaceAll('|z|', 'abs(z)')],
  ['exp(x*ln(2))', '2^x'],
  ['w/(x*b)', 'w/x/b'],
])('%s and %s are the same', (key, typed) => {
  expect(same(key, typed)).toBe(true);
});

test.each([
  ['x^2', 'x^3'],
  ['2*x*(w*x + b)', '2*(w*x + b)'],
  ['w/(x*b)', 'w/x*b'],
  ['abs(x)', 'x'],
  ['ln(x^2)', '2*ln(x)'], // not defined for negative x
])('%s and %s differ', (key, typed) => {
  expect(same(key, typed)).toBe(false);
});

test('points where the key is not defined do not count', () => {
  expect(same('sqrt(x)', 'x^(1/2)')).toBe(true);
  expect(same('ln(x)', 'ln(abs(x))')).toBe(true);
});

test.each([
  ['2 +', '2 +'],
  ['2*(x', 'x'],
  ['x $ 2', '$'],
])('%j stops at %j', (text, at) => {
  expect(() => parseFormula(text, names)).toThrow(new FormulaError(at));
});

test('a name that means nothing here is named', () => {
  expect(() => parseFormula('2*q', names)).toThrow('"q" is not a name here');
  expect(() => parseFormula('foo(x)', names)).toThrow(FormulaError);
});

test('whatever is typed is read or refused, never an accident', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      try {
        evaluate(parseFormula(text, names), { w: 1, x: 1, b: 1, eta: 1, z: 1 });
      } catch (error) {
        expect(error).toBeInstanceOf(FormulaError);
      }
    }),
    { numRuns: 500 },
  );
});

test('TeX of a formula reads back as the same formula and is set by KaTeX', () => {
  expect(toTex(parseFormula('2x(wx+b)', names))).toBe('2\\,x\\,\\left(w\\,x + b\\right)');
  expect(toTex(parseFormula('1/(1+e^(-z))', names))).toBe('\\frac{1}{1 + e^{-z}}');
  expect(toTex(parseFormula('w - (x - b)', names))).toBe('w - \\left(x - b\\right)');
  for (const text of ['(-x)^2', 'sqrt(x)/2', 'eta*relu(z)', '3*4', 'abs(x)^2', '2e-3x', 'max(0,z)'])
    expect(() => katex.renderToString(toTex(parseFormula(text, names)))).not.toThrow();
});
