import { describe, expect, it } from 'vitest';
import type { Root } from 'mdast';
import { checkSymbols, declaredNames } from './symbols.ts';

const lesson = (math: string): Root =>
  ({
    type: 'root',
    children: [
      {
        type: 'math',
        value: math,
        position: { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } },
      },
    ],
  }) as unknown as Root;

describe('symbols tied to code', () => {
  it('finds variables, parameters, functions and destructured names', () => {
    const code =
      'const a = 1; let { b, c: d } = f(2);\nfunction f(x: number) { const y = x; return { b: y, c: y } }';
    expect(new Set(declaredNames(code))).toEqual(new Set(['a', 'b', 'd', 'f', 'x', 'y', 'c']));
  });

  it('accepts a symbol that a cell declares', () => {
    expect(() =>
      checkSymbols(lesson('\\id{learningRate}{\\eta}'), 'x.mdx', ['const learningRate = 1'], []),
    ).not.toThrow();
  });

  it('names file, line and identifier when nothing declares it', () => {
    expect(() =>
      checkSymbols(lesson('\\id{rate}{\\eta}'), 'content/en/x.mdx', ['const a = 1'], []),
    ).toThrow(/^content\/en\/x\.mdx:7: \\id\{rate\} names nothing/);
  });
});
