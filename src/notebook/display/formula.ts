// A formula in an output: KaTeX's own markup, read back into an output tree.
import { el, type Element, type Tree } from '../tree.ts';

/** Marks a value that `display` shows as a formula. */
export class Formula {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** `tex('x^2')` or a template with values: tex`w = ${w}`. */
export function tex(source: string | TemplateStringsArray, ...values: unknown[]): Formula {
  if (typeof source === 'string') return new Formula(source);
  const parts = source.raw.map((part, i) => part + (i < values.length ? String(values[i]) : ''));
  return new Formula(parts.join(''));
}

export interface Katex {
  renderToString(source: string, options: object): string;
}

export function showFormula({ source }: Formula, katex: Katex): Element {
  const markup = katex.renderToString(source, {
    displayMode: true,
    throwOnError: true,
    strict: false,
    trust: false,
  });
  return el('div', { class: 'out-formula' }, parseMarkup(markup));
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};
const decode = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name]);

/** Reads well-formed markup, as KaTeX writes it. */
export function parseMarkup(markup: string): Tree[] {
  interface Open {
    tag: string;
    attrs: Record<string, string>;
    children: Tree[];
  }
  const root: Open = { tag: '', attrs: {}, children: [] };
  const open: Open[] = [root];
  for (const [, close, tag, attributes, selfClosing, text] of markup.matchAll(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g,
  )) {
    const top = open.at(-1)!;
    if (text !== undefined) top.children.push(decode(text));
    else if (close) open.pop();
    else {
      const attrs: Record<string, string> = {};
      for (const [, name, double, single] of attributes.matchAll(
        /([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g,
      ))
        attrs[name] = decode(double ?? single);
      const element: Open = { tag, attrs, children: [] };
      top.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  return root.children;
}
