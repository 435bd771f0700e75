import { describe, expect, it } from 'vitest';
import { halfWidthLines, mendLine } from './punctuation.ts';

describe('punctuation in Chinese', () => {
  it('becomes full-width beside Chinese characters', () => {
    expect(mendLine('分类:就是,预测?')).toBe('分类：就是，预测？');
    expect(mendLine('设 $x$,$y$ 之后:答')).toBe('设 $x$,$y$ 之后：答');
    expect(mendLine('共 ${n}:题')).toBe('共 ${n}：题');
  });
  it('becomes full-width in brackets around Chinese', () => {
    expect(mendLine('向量(有方向)')).toBe('向量（有方向）');
  });
  it('stays as it is in code and in English', () => {
    for (const line of ["  a: '词',", "['词', '句']", 'const x = f(a, b);', 'a, b: c'])
      expect(mendLine(line)).toBe(line);
  });
  it('is reported with its line', () => {
    expect(halfWidthLines('a\n好,坏')).toEqual([{ line: 2, text: '好,坏' }]);
  });
});
