// A rehype plugin: a comma or full stop behind a short formula stays on its line. Browsers may break between the two.
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

const PUNCTUATION = /^[.,;:!?)’”]+/;

/** Runs after the formulas are set. Long formulas, which may have to break themselves, are left alone. */
export function gluePunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (formula: Element, index, parent) => {
      if (index === undefined || !parent || !isShortFormula(formula)) return;
      const next = parent.children[index + 1];
      const mark = next?.type === 'text' && PUNCTUATION.exec(next.value)?.[0];
      if (!mark) return;
      const text = next as Text;
      text.value = text.value.slice(mark.length);
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['glued'] },
        children: [formula, { type: 'text', value: mark }],
      };
      return index + 1;
    });
  };
}

/** Inline, and set in one piece. */
function isShortFormula(node: Element): boolean {
  if (!hasClass(node, 'katex')) return false;
  const html = node.children.find((child) => hasClass(child, 'katex-html')) as Element | undefined;
  const pieces = html?.children.filter(
    (child) => hasClass(child, 'katex-base') || hasClass(child, 'base'),
  );
  return pieces?.length === 1;
}

function hasClass(node: ElementContent, name: string): boolean {
  const names = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(names) && names.includes(name);
}
