// A rehype plugin: gives every heading a link to itself, so that a reader can point others to a section.
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

const labels = { en: 'Link to the section', zh: '本节链接:' } as const;

/** Runs after the headings have their ids. The sign itself is drawn by the style sheet. */
export function headingAnchors() {
  return (tree: Root, vfile: VFile): void => {
    const lang = /content[\\/]zh[\\/]/.test(vfile.path ?? '') ? 'zh' : 'en';
    visit(tree, 'element', (node: Element) => {
      if (!/^h[234]$/.test(node.tagName) || !node.properties.id) return;
      node.children.push({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['heading-anchor'],
          href: `#${String(node.properties.id)}`,
          ariaLabel: `${labels[lang]} “${headingText(node)}”`,
        },
        children: [],
      });
    });
  };
}

/** The heading's words, with each formula once. */
function headingText(node: Element): string {
  const copy = structuredClone(node);
  visit(copy, 'element', (element, index, parent) => {
    const names = element.properties.className;
    if (Array.isArray(names) && names.includes('katex-html') && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
  return toString(copy).replace(/\s+/g, ' ').trim();
}
