import katex from 'katex';
import { expect, test } from 'vitest';
import { lightMath } from './light-math.ts';

test('a formula keeps its MathML and loses its boxes and its source', () => {
  const formula = katex.renderToString('\\frac{a}{b}');
  const html = `<p>Half <span>of</span> ${formula} and ${formula}.</p>`;
  const light = lightMath(html);
  expect(light).not.toMatch(/katex|annotation/);
  expect(light.match(/<mfrac>/g)).toHaveLength(2);
  expect(light).toMatch(/^<p>Half <span>of<\/span> <math/);
  expect(light).toMatch(/<\/math>\.<\/p>$/);
});

test('text without formulas stays as it is', () => {
  expect(lightMath('<p>Plain <span>text</span>.</p>')).toBe('<p>Plain <span>text</span>.</p>');
});
