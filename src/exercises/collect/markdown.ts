// Renders the Markdown of an exercise to HTML; {expressions} become holes that are filled when it is shown.
import type { Element, Root as Hast } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast, type State } from 'mdast-util-to-hast';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import rehypeKatex from 'rehype-katex';
import katex from 'katex';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { LessonError } from '../../lessons/lesson-error.ts';
import { katexOptions } from '../../lessons/math.ts';
import { parseMdx, type JsxElement } from './parse.ts';

/** HTML with markers @@0@@, and the source of each hole's expression. */
export interface Rendered {
  readonly html: string;
  readonly holes: readonly string[];
}

/** Renders the children of an element. `inline` drops the paragraph around a single line. */
export function renderNodes(
  nodes: readonly RootContent[],
  file: string,
  line: number,
  inline = false,
): Rendered {
  const holes: string[] = [];
  const root = structuredClone({ type: 'root', children: inParagraphs(nodes) }) as Root;
  makeHoles(root, holes, file, line);
  const hast = toHast(root, {
    handlers: { mdxJsxFlowElement: plainElement, mdxJsxTextElement: plainElement },
  }) as Hast;
  const [only, ...others] = hast.children.filter(({ type }) => type === 'element');
  if (inline && !others.length && (only as Element | undefined)?.tagName === 'p')
    hast.children = (only as Element).children;
  rehypeKatex(katexOptions)(hast, new VFile());
  return { html: toHtml(hast).trim(), holes };
}

/** What was written on the line of its tag comes without a paragraph: it gets one. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let line: PhrasingContent[] = [];
  const end = () => {
    if (line.length) blocks.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      end();
      blocks.push(node);
    }
  }
  end();
  return blocks;
}

const phrasing = new Set<string>([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'inlineMath', 'link', 'break', 'image'],
  ...['mdxTextExpression', 'mdxJsxTextElement'],
]);
const isPhrasing = (node: RootContent): node is PhrasingContent => phrasing.has(node.type);

/** Renders a string attribute as Markdown. */
export function renderText(text: string, file: string, line: number, inline = false): Rendered {
  try {
    return renderNodes(parseMdx(text).children, file, line, inline);
  } catch (error) {
    if (error instanceof LessonError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LessonError(file, line, `cannot read "${text}": ${reason}`);
  }
}

function makeHoles(root: Root, holes: string[], file: string, line: number): void {
  const hole = (code: string) => `@@${holes.push(code.trim()) - 1}@@`;
  visit(root, (node, index, parent) => {
    const at = node.position?.start.line ?? line;
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      parent!.children[index!] = { type: 'text', value: hole(node.value) };
    } else if (node.type === 'math' || node.type === 'inlineMath') {
      const tex = node.value.replace(
        /\\val\{([^{}]*)\}/g,
        (_, code: string) => `\\text{${hole(code)}}`,
      );
      try {
        katex.renderToString(tex, { ...katexOptions, macros: { ...katexOptions.macros } });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new LessonError(file, at, `broken formula $${node.value.trim()}$: ${reason}`);
      }
      node.value = tex;
      const [child] = (node.data?.hChildren ?? []) as (Element | { type: 'text'; value: string })[];
      if (child?.type === 'text') child.value = tex;
      else if (child?.children[0]?.type === 'text') child.children[0].value = tex;
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      if (/^[A-Z]/.test(node.name ?? ''))
        throw new LessonError(
          file,
          at,
          `<${node.name}> cannot stand inside the text of an exercise`,
        );
    }
  });
}

function plainElement(state: State, node: JsxElement): Element {
  const properties: Element['properties'] = {};
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
      properties[attribute.name] = attribute.value;
  return {
    type: 'element',
    tagName: node.name ?? 'span',
    properties,
    children: state.all(node) as Element['children'],
  };
}
