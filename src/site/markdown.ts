// Renders a short Markdown text with formulas, such as a glossary entry, to HTML at build.
import katex from 'katex';
import { toHast } from 'mdast-util-to-hast';
import { toHtml } from 'hast-util-to-html';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { katexOptions } from '../lessons/math.ts';

const parser = unified().use(remarkParse).use(remarkMath);

/** Throws when a formula is broken. Markup in the text comes out as text. */
export function renderMarkdown(markdown: string): string {
  const tree = parser.parse(markdown);
  visit(tree, 'html', (node) => {
    Object.assign(node, { type: 'text' });
  });
  visit(tree, ['inlineMath', 'math'], (node) => {
    const formula = node as unknown as { type: string; value: string; data?: unknown };
    const html = katex.renderToString(formula.value, {
      ...katexOptions,
      macros: { ...katexOptions.macros },
      displayMode: formula.type === 'math',
    });
    Object.assign(formula, { type: 'html', value: html, data: undefined });
  });
  const hast = toHast(tree, { allowDangerousHtml: true });
  return toHtml(hast, { allowDangerousHtml: true });
}

/** The same without markup and formulas, for descriptions. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\$\$?([^$]+)\$\$?/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .trim();
}
