// Output trees as elements of the page. Only validated trees come here; nothing is ever parsed as HTML.
import { controlParts } from '../control-parts.ts';
import { svgTags } from '../tree-rules.ts';
import type { Tree } from '../tree.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';

export function toDom(tree: Tree, space?: string): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const { tag, attrs = {}, children = [] } = tree.tag === 'control' ? controlParts(tree) : tree;
  const inner =
    tag === 'svg' ? SVG : tag === 'math' ? MATH : space && svgTags.has(tag) ? space : undefined;
  const element = inner ? document.createElementNS(inner, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attrs))
    if (name !== 'xmlns') element.setAttribute(name, value);
  for (const child of children) element.append(toDom(child, inner));
  return element;
}
