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
import { isReference, readReference, type Values } from '../../lessons/values.ts';
import { katexOptions } from '../../lessons/math.ts';
import { parseMdx, type JsxElement } from './parse.ts';

/** HTML with markers @@0@@, and the source of each hole's expression. */
export interface Rendered {
  readonly html: string;
  readonly holes: readonly string[];
}

/** Where a text stands, and what the lesson's cells computed; without the values references stay empty. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly values?: Values | undefined;
}

/** Renders the children of an element. `inline` drops the paragraph around a single line. */
export function renderNodes(nodes: readonly RootContent[], place: Place, inline = false): Rendered {
  const holes: string[] = [];
  const root = structuredClone({ type: 'root', children: inParagraphs(nodes) }) as Root;
  makeHoles(root, holes, place);
  const lang = /(^|\/)zh\//.test(place.file) ? 'zh' : 'en';
  const element = (state: State, node: JsxElement) =>
    node.name === 'Term' ? term(state, node, lang) : plainElement(state, node);
  const hast = toHast(root, {
    handlers: { mdxJsxFlowElement: element, mdxJsxTextElement: element },
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
export function renderText(text: string, place: Place, inline = false): Rendered {
  try {
    return renderNodes(parseMdx(text).children, place, inline);
  } catch (error) {
    if (error instanceof LessonError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LessonError(place.file, place.line, `cannot read "${text}": ${reason}`);
  }
}

function makeHoles(root: Root, holes: string[], { file, line, values }: Place): void {
  const hole = (code: string, at: number) => {
    if (isReference(code)) return values ? readReference(code, values, file, at).text : '';
    return `@@${holes.push(code.trim()) - 1}@@`;
  };
  visit(root, (node, index, parent) => {
    const at = node.position?.start.line ?? line;
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
      parent!.children[index!] = { type: 'text', value: hole(node.value, at) };
    } else if (node.type === 'math' || node.type === 'inlineMath') {
      const tex = node.value.replace(
        /\\val\{([^{}]*)\}/g,
        (_, code: string) => `\\text{${hole(code, at)}}`,
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
      if (/^[A-Z]/.test(node.name ?? '') && node.name !== 'Term')
        throw new LessonError(
          file,
          at,
          `<${node.name}> cannot stand inside the text of an exercise`,
        );
    }
  });
}

/** A word of the glossary, as <Term> is in the prose of a lesson. */
function term(state: State, node: JsxElement, lang: 'en' | 'zh'): Element {
  const { id } = plainElement(state, node).properties;
  const base = (process.env.BASE_PATH ?? '/').replace(/\/?$/, '/');
  const href = `${base}${lang === 'zh' ? 'zh/' : ''}glossary/#${String(id)}`;
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['term'], href, dataCard: `term:${String(id)}` },
    children: state.all(node) as Element['children'],
  };
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
