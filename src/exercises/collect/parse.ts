// Finds the exercises in a lesson's MDX and reads their attributes and parts.
import type { Node, Parent, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Expression, Program } from 'estree';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type {} from 'mdast-util-math';
import type {} from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { LessonError } from '../../lessons/lesson-error.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** An attribute: a string, a bare name, or the source of an expression. */
export type Attribute =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bare' }
  | { readonly type: 'code'; readonly code: string; readonly expression: Expression };

/** An exercise or one of its parts, as the author wrote it. */
export interface Authored {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Children that are components: <Option>, <Wrong>, <Hint>, … */
  readonly parts: readonly Authored[];
  /** All other children: the Markdown. */
  readonly body: readonly RootContent[];
}

const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkSmartypants);

/** The syntax tree of an MDX text. */
export function parseMdx(source: string): Root {
  return processor.runSync(processor.parse(source)) as Root;
}

/**
 * All elements of the given names in a lesson, in order of appearance.
 * @param source the lesson's text, front matter included
 * @param file how messages call it
 */
export function findExercises(
  source: string,
  file: string,
  names: ReadonlySet<string>,
): Authored[] {
  // The front matter is blanked, not cut, so that line numbers stay those of the file.
  const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (text) =>
    text.replace(/[^\n]/g, ''),
  );
  const found: Authored[] = [];
  visit(parseMdx(body), ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node: Node) => {
    const element = node as JsxElement;
    if (!element.name || !names.has(element.name)) return;
    found.push(read(element, file));
    return 'skip';
  });
  return found;
}

function read(element: JsxElement, file: string): Authored {
  const line = element.position?.start.line ?? 1;
  const attributes = new Map<string, Attribute>();
  for (const item of element.attributes) {
    if (item.type !== 'mdxJsxAttribute')
      throw new LessonError(file, line, `<${element.name}> cannot take {...spread} attributes`);
    attributes.set(item.name, readAttribute(item.value));
  }
  const { parts, body } = split(element.children as RootContent[]);
  return {
    name: element.name ?? '',
    file,
    line,
    attributes,
    parts: parts.map((part) => read(part, file)),
    body,
  };
}

function readAttribute(value: MdxJsxFlowElement['attributes'][number]['value']): Attribute {
  if (value === null || value === undefined) return { type: 'bare' };
  if (typeof value === 'string') return { type: 'text', text: value };
  const program = value.data?.estree as Program | null | undefined;
  const statement = program?.body[0];
  if (statement?.type !== 'ExpressionStatement') return { type: 'bare' };
  return { type: 'code', code: value.value, expression: statement.expression };
}

/** Takes the component elements out of the children, also those that stand inside a paragraph. */
function split(children: readonly RootContent[]): { parts: JsxElement[]; body: RootContent[] } {
  const parts: JsxElement[] = [];
  const body: RootContent[] = [];
  for (const child of children) {
    if (isComponent(child)) {
      parts.push(child);
    } else if (child.type === 'paragraph') {
      const rest: PhrasingContent[] = [];
      for (const inline of child.children) {
        if (isComponent(inline)) parts.push(inline);
        else rest.push(inline);
      }
      const paragraph: Paragraph = { ...child, children: rest };
      if (rest.some((item) => item.type !== 'text' || item.value.trim() !== ''))
        body.push(paragraph);
    } else {
      body.push(child);
    }
  }
  return { parts, body };
}

/** A part of an exercise. <Term> is none: it belongs to the text. */
function isComponent(node: Node): node is JsxElement {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  const name = (node as JsxElement).name ?? '';
  return /^[A-Z]/.test(name) && name !== 'Term';
}

/** All text of a subtree, for hashing and for messages. */
export function plainText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return String(node.value);
      return 'children' in node ? plainText((node as Parent).children) : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
