import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';
import { textOf, toHtml } from './tree.ts';

test('every line is an element and the text is unchanged', () => {
  const code = 'const x: number = 1 // one\n\nfor (const y of `a ${x}`) f(y.z)';
  const lines = highlight(code);
  expect(lines).toHaveLength(3);
  expect(lines.map(textOf).join('')).toBe(`${code}\n`);
});

test('keywords, names, types, numbers, calls and comments are told apart', () => {
  const html = highlight('const rate: Tensor = make(0.1) // why').map(toHtml).join('');
  for (const part of [
    'tok-keyword">const',
    'tok-definition">rate',
    'tok-type">Tensor',
    'tok-call">make',
    'tok-number">0.1',
    'tok-comment">// why',
  ])
    expect(html).toContain(part);
});
