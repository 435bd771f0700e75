import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { gluePunctuation } from './glue-punctuation.ts';

const span = (name: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [name] },
  children,
});

/** A paragraph with a formula that is set in so many pieces, and the text behind it. */
function glued(pieces: number, after: string): string {
  const html = Array.from({ length: pieces }, () => span('katex-base', []));
  const formula = span('katex', [span('katex-mathml', []), span('katex-html', html)]);
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [formula, { type: 'text', value: after }],
      },
    ],
  };
  gluePunctuation()(tree);
  return toHtml(tree);
}

test('a full stop behind a short formula stays with it', () => {
  expect(glued(1, '. Each')).toMatch(/^<p><span class="glued">.*\.<\/span> Each<\/p>$/);
});

test('a word behind a formula is free to go', () => {
  expect(glued(1, ' is')).not.toContain('glued');
});

test('a long formula stays breakable', () => {
  expect(glued(3, '.')).not.toContain('glued');
});
