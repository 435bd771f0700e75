// One built page: its elements, and the checks that need nothing but the page itself.
import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** It or something around it has the attribute `hidden`. */
  readonly hidden: boolean;
}

export interface Page {
  /** Path inside the built site, such as `lessons/perceptron/index.html`. */
  readonly path: string;
  readonly elements: readonly PageElement[];
  readonly ids: ReadonlySet<string>;
  /** Ids that stand on more than one element. */
  readonly doubled: readonly string[];
}

/** What is wrong, and the words by which its place in the source can be found. */
export interface Fault {
  readonly message: string;
  readonly needle: string;
}

export function readPage(folder: string, path: string): Page {
  return parsePage(path, readFileSync(`${folder}${path}`, 'utf8'));
}

export function parsePage(path: string, html: string): Page {
  const elements: PageElement[] = [];
  const walk = (node: Tree.Node, hidden: boolean): string => {
    if (node.nodeName === '#text') return (node as Tree.TextNode).value;
    if (!('childNodes' in node)) return '';
    const own =
      'tagName' in node
        ? elements.push({ tag: '', attributes: {}, text: '', hidden: false }) - 1
        : -1;
    const isHidden =
      hidden || ('attrs' in node && node.attrs.some(({ name }) => name === 'hidden'));
    const text = node.childNodes.map((child) => walk(child, isHidden)).join('');
    if (own >= 0 && 'tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      elements[own] = { tag: node.tagName, attributes, text, hidden: isHidden };
    }
    return text;
  };
  walk(parse(html), false);
  const ids = elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []));
  const doubled = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  return { path, elements, ids: new Set(ids), doubled };
}

export function faultsOf({ elements, doubled }: Page): Fault[] {
  return [
    ...doubled.map((id) => ({ message: `the id "${id}" stands twice on the page`, needle: id })),
    ...headingFaults(elements),
    ...textFaults(elements),
  ];
}

function headingFaults(elements: readonly PageElement[]): Fault[] {
  const faults: Fault[] = [];
  const headings = elements.filter(({ tag }) => /^h[1-6]$/.test(tag));
  const first = headings.filter(({ tag }) => tag === 'h1');
  if (first.length !== 1)
    faults.push({
      message: `${first.length} headings of the first level; one is wanted`,
      needle: '',
    });
  let level = 0;
  for (const { tag, text } of headings) {
    const next = Number(tag[1]);
    if (next > level + 1 && level > 0)
      faults.push({
        message: `heading order: h${level} is followed by ${tag} “${text.trim()}”`,
        needle: text.trim(),
      });
    level = next;
  }
  return faults;
}

function textFaults(elements: readonly PageElement[]): Fault[] {
  const faults: Fault[] = [];
  for (const { tag, attributes: a, text, hidden } of elements) {
    if (tag === 'img' && a.alt === undefined)
      faults.push({ message: `a picture without alt text: ${a.src ?? ''}`, needle: a.src ?? '' });
    if (
      tag === 'svg' &&
      a.role === 'img' &&
      !a['aria-label'] &&
      !a['aria-labelledby'] &&
      !/^\S/.test(text.trim())
    )
      faults.push({ message: 'a drawing with role="img" has no label', needle: 'role="img"' });
    if (
      (tag === 'a' || tag === 'button') &&
      !(text.trim() || a['aria-label'] || a.title) &&
      !hidden
    )
      if (a.class !== undefined || a.href !== undefined)
        faults.push({
          message: `a ${tag} without words: ${a.href ?? a.class}`,
          needle: a.class ?? '',
        });
    if (a['data-missing'])
      faults.push({
        message: `there is no ${a.class === 'cite' ? 'source' : 'glossary entry'} "${a['data-missing']}"`,
        needle: `"${a['data-missing']}"`,
      });
  }
  return faults;
}

/** Addresses inside the site that a page points at. */
export function linksOf({ elements }: Page): string[] {
  const addresses = elements.flatMap(({ tag, attributes }) => [
    ...(attributes.href && tag !== 'base' ? [attributes.href] : []),
    ...(attributes.src && tag !== 'astro-island' ? [attributes.src] : []),
  ]);
  return [...new Set(addresses)].filter((to) => !/^(https?:|mailto:|data:|blob:|\/\/)/.test(to));
}
