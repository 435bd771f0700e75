// Finds numbers in prose that look like results: they should come from a cell, `{v('loss', '.3f')}`.
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Decimals with two or more places, percentages with decimals, and long or grouped whole numbers. */
const RESULT = /(?<![\w.,/:–-])(?:\d+\.\d{2,}|\d+\.\d+\s?%|\d{1,3}(?:,\d{3})+|\d{5,})(?![\w/])/g;

export interface TypedResult {
  readonly line: number;
  readonly text: string;
}

/**
 * Suspicious numbers in the paragraphs of a lesson. A paragraph that cites a source (`<Cite …>`) may quote its
 * numbers, and so may the table right after it; so may one with a comment that says where a number comes from:
 * `{/* number: given by the task *\/}`.
 * Exercises are left out: the test run computes their keys.
 */
export function findTypedResults(tree: Root, exercises: ReadonlySet<string>): TypedResult[] {
  const found: TypedResult[] = [];
  visit(tree, (node, index, parent) => {
    if ('name' in node && typeof node.name === 'string' && exercises.has(node.name)) return SKIP;
    if (node.type === 'table' && index && isSourced(parent!.children[index - 1] as RootContent))
      return SKIP;
    if (node.type !== 'paragraph' && node.type !== 'tableCell') return undefined;
    if (isSourced(node as RootContent)) return SKIP;
    const text = proseOf(node as RootContent);
    for (const [number] of text.matchAll(RESULT))
      found.push({ line: node.position?.start.line ?? 0, text: number });
    return SKIP;
  });
  return found;
}

function isSourced(node: RootContent): boolean {
  let sourced = false;
  visit(node, (child) => {
    if ('name' in child && child.name === 'Cite') sourced = true;
    if (child.type === ('mdxTextExpression' as string) && 'value' in child)
      sourced ||= /\/\*\s*number:/.test(String(child.value));
  });
  return sourced;
}

/** The words of a paragraph without its formulas, code and expressions. */
function proseOf(node: RootContent): string {
  if (['inlineMath', 'inlineCode', 'mdxTextExpression', 'html'].includes(node.type)) return ' ';
  if ('children' in node) return (node.children as RootContent[]).map(proseOf).join('');
  return toString(node);
}
