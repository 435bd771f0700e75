// Turns what was drawn into the small document into an output tree, with ids of its own so that no two figures meet.
import { isPlace, roundPlaces } from '../../pictures/round-places.ts';
import type { Element, Tree } from '../tree.ts';
import { TinyElement, TinyText, type TinyNode } from './document.ts';

/**
 * @param prefix begins with `out-` and is unique on the page */
export function toTree(
  node: TinyNode,
  prefix: string,
  name = (labels: readonly string[]): string => labels.join(', '),
): Tree {
  const ids = new Map<string, string>();
  if (node instanceof TinyElement) {
    const all = [node, ...node.descendants()];
    for (const one of all) if (one.id) ids.set(one.id, `${prefix}-${ids.size}`);
  }
  return convert(node, ids, name) ?? '';
}

function convert(
  node: TinyNode,
  ids: ReadonlyMap<string, string>,
  name: (labels: readonly string[]) => string,
): Tree | undefined {
  if (node instanceof TinyText) return node.data;
  // Plot brings its rules in a style element; ours stand in the site's style sheet.
  if (!(node instanceof TinyElement) || node.tagName === 'style' || node.tagName === 'script')
    return undefined;
  const attrs: Record<string, string> = {};
  for (const [name, value] of node.attributes) {
    attrs[name] =
      name === 'id'
        ? (ids.get(value) ?? value)
        : value.replaceAll(/url\(#([\w-]+)\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`);
    if (/href$/.test(name) && value.startsWith('#'))
      attrs[name] = `#${ids.get(value.slice(1)) ?? ''}`;
    // As the build does for whole pages: what is drawn again in the page equals what came with it.
    if (isPlace(name)) attrs[name] = roundPlaces(attrs[name]);
  }
  if (attrs.class) attrs.class = attrs.class.replaceAll(/\bplot-[\da-f]{6,}\b/g, 'plot');
  // A group may be named for assistive technology only if it has a role.
  if (node.tagName === 'g' && 'aria-label' in attrs) {
    attrs['data-kind'] = attrs['aria-label'];
    delete attrs['aria-label'];
    delete attrs['aria-description'];
  }
  if (node.tagName === 'svg') {
    // The small squares of a legend stand beside their words.
    if (Number(attrs.width) < 30) attrs['aria-hidden'] = 'true';
    else {
      attrs.role ??= 'img';
      attrs['aria-label'] ??= name(axisLabels(node));
    }
  }
  const children = node.childNodes
    .map((child) => convert(child, ids, name))
    .filter((one) => one !== undefined);
  const element: Element = { tag: node.tagName, attrs, children };
  return element;
}

function axisLabels(svg: TinyElement): string[] {
  const groups = [...svg.descendants()].filter((one) =>
    one.getAttribute('aria-label')?.endsWith('axis label'),
  );
  return groups
    .map((one) => one.textContent.replaceAll(/[←→↑↓]/g, '').trim())
    .filter((label) => label !== '');
}
