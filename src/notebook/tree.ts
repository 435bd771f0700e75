// The only form in which a cell's output travels: a tree of allow-listed elements. Whatever comes out of a cell is untrusted.
import { controlParts } from './control-parts.ts';
import { cleanAttribute, htmlTags, svgTags, voidTags } from './tree-rules.ts';

export interface Element {
  readonly tag: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly Tree[];
}
export type Tree = string | Element;

export const limits = { depth: 48, nodes: 30_000, text: 400_000, attribute: 120_000 } as const;

/** Builds an element: `el('p', { class: 'out-text' }, 'hello')`. */
export function el(
  tag: string,
  attrs: Record<string, string | number> = {},
  ...children: readonly (Tree | readonly Tree[])[]
): Element {
  const kept = Object.entries(attrs).map(([name, value]) => [name, String(value)] as const);
  return { tag, attrs: Object.fromEntries(kept), children: children.flat() as Tree[] };
}

/**
 * A fresh copy of `value` that holds allowed elements and attributes only.
 * Elements that are not allowed vanish with all they hold; what is too deep or too long is cut.
 */
export function validate(value: unknown): Tree {
  const budget = { nodes: limits.nodes, text: limits.text };
  return visit(value, 0, budget) ?? '';
}

function visit(
  value: unknown,
  depth: number,
  budget: { nodes: number; text: number },
): Tree | undefined {
  if (--budget.nodes < 0 || depth > limits.depth) return undefined;
  if (typeof value === 'string') {
    const text = value.slice(0, Math.max(0, budget.text));
    budget.text -= text.length;
    return text;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { tag, attrs, children } = value as { tag?: unknown; attrs?: unknown; children?: unknown };
  if (typeof tag !== 'string' || !(htmlTags.has(tag) || svgTags.has(tag) || tag === 'control'))
    return undefined;
  const clean: Record<string, string> = {};
  if (typeof attrs === 'object' && attrs !== null && !Array.isArray(attrs)) {
    for (const [name, raw] of Object.entries(attrs)) {
      if (typeof raw !== 'string' || raw.length > limits.attribute) continue;
      const kept = cleanAttribute(tag, name, raw);
      if (kept === undefined) continue;
      budget.text -= kept.length;
      if (budget.text < 0) break;
      clean[name] = kept;
    }
  }
  if (tag === 'img' && clean.src === undefined) return undefined;
  const kids: Tree[] = [];
  if (Array.isArray(children) && !voidTags.has(tag)) {
    for (const child of children) {
      const kept = visit(child, depth + 1, budget);
      if (kept !== undefined) kids.push(kept);
    }
  }
  return { tag, attrs: clean, children: kids };
}

/** The tree as HTML text, with everything escaped. The tree is validated by whoever received it. */
export function toHtml(tree: Tree): string {
  if (typeof tree === 'string') return escapeText(tree);
  if (tree.tag === 'control') return toHtml(controlParts(tree));
  const attrs = Object.entries(tree.attrs ?? {})
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (voidTags.has(tree.tag) || tree.tag === 'input') return `<${tree.tag}${attrs}>`;
  return `<${tree.tag}${attrs}>${(tree.children ?? []).map(toHtml).join('')}</${tree.tag}>`;
}

/** All the text in the tree, in reading order. */
export function textOf(tree: Tree): string {
  return typeof tree === 'string' ? tree : (tree.children ?? []).map(textOf).join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
