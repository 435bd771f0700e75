// An output as plain text, for terminals and for comparing results: rows on lines of their own, pictures by a word.
import type { Tree } from '../tree.ts';

const blocks = new Set(['p', 'div', 'figure', 'figcaption', 'table', 'tr', 'pre', 'li']);

export function treeText(tree: Tree): string {
  return visit(tree)
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

function visit(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const { tag, attrs = {}, children = [] } = tree;
  const classes = attrs.class ?? '';
  // What only a page can show, or where on the page it stands.
  if (/\bout-(line|heat|curve-scale)\b/.test(classes) || tag === 'title') return '';
  // A drawing, with its legend if it has one.
  if (tag === 'svg' || classes === 'out-plot') return '[figure]\n';
  if (tag === 'img') return `[image${attrs.alt ? ` ${attrs.alt}` : ''}] `;
  if (tag === 'control') return `${attrs.label}: ${attrs.value}\n`;
  if (classes === 'out-formula') return `${formulaOf(tree)}\n`;
  const inner = children.map(visit).join('');
  if (tag === 'td' || tag === 'th') return `${inner}\t`;
  return blocks.has(tag) ? `${inner}\n` : inner;
}

/** KaTeX keeps the source of a formula in an annotation. */
function formulaOf(tree: Tree): string {
  if (typeof tree === 'string') return '';
  if (tree.tag === 'annotation') return (tree.children ?? []).join('');
  return (tree.children ?? []).map(formulaOf).join('');
}
