// A document just large enough for Observable Plot and d3-selection to draw into, where there is no browser: at build and in the worker.
import { matches, parseSelector, type Selector } from './selector.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

export class TinyNode {
  parentNode: TinyElement | null = null;
  readonly nodeType: number;
  readonly ownerDocument: TinyDocument;
  constructor(nodeType: number, ownerDocument: TinyDocument) {
    this.nodeType = nodeType;
    this.ownerDocument = ownerDocument;
  }
  get nextSibling(): TinyNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get previousSibling(): TinyNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) - 1] ?? null;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  replaceWith(...nodes: (TinyNode | string)[]): void {
    const parent = this.parentNode;
    if (!parent) return;
    for (const node of nodes) parent.insertBefore(this.ownerDocument.nodeOf(node), this);
    this.remove();
  }
  compareDocumentPosition(other: TinyNode): number {
    const path = (node: TinyNode): TinyNode[] =>
      node.parentNode ? [...path(node.parentNode), node] : [node];
    const [a, b] = [path(this), path(other)];
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    const siblings = a[i - 1] instanceof TinyElement ? (a[i - 1] as TinyElement).childNodes : [];
    return siblings.indexOf(a[i]) < siblings.indexOf(b[i]) ? 4 : 2;
  }
  get textContent(): string {
    return '';
  }
  set textContent(_text: string) {
    // Only elements and texts have text.
  }
}

export class TinyText extends TinyNode {
  data: string;
  constructor(data: string, ownerDocument: TinyDocument) {
    super(3, ownerDocument);
    this.data = data;
  }
  override get textContent(): string {
    return this.data;
  }
  override set textContent(text: string) {
    this.data = text;
  }
}

export class TinyElement extends TinyNode {
  readonly tagName: string;
  readonly namespaceURI: string;
  readonly attributes = new Map<string, string>();
  childNodes: TinyNode[] = [];
  readonly style: TinyStyle;
  /** Where Plot and d3 keep their own things. */
  [extra: string]: unknown;

  constructor(tagName: string, namespaceURI: string, ownerDocument: TinyDocument) {
    super(1, ownerDocument);
    this.tagName = tagName;
    this.namespaceURI = namespaceURI;
    this.style = makeStyle(this);
  }
  get nodeName(): string {
    return this.tagName;
  }
  get firstChild(): TinyNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): TinyNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get children(): TinyElement[] {
    return this.childNodes.filter((node) => node instanceof TinyElement);
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  set id(value: string) {
    this.setAttribute('id', value);
  }
  get className(): string {
    return this.getAttribute('class') ?? '';
  }
  set className(value: string) {
    this.setAttribute('class', value);
  }
  override get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }
  override set textContent(text: string) {
    this.childNodes = [];
    if (text !== '') this.appendChild(this.ownerDocument.createTextNode(text));
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_space: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttributeNS(_space: string | null, name: string): string | null {
    return this.getAttribute(name);
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  removeAttributeNS(_space: string | null, name: string): void {
    this.removeAttribute(name);
  }
  appendChild<T extends TinyNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  insertBefore<T extends TinyNode>(node: T, before: TinyNode | null): T {
    node.remove();
    const index = before ? this.childNodes.indexOf(before) : -1;
    this.childNodes.splice(index < 0 ? this.childNodes.length : index, 0, node);
    node.parentNode = this;
    return node;
  }
  removeChild<T extends TinyNode>(node: T): T {
    this.childNodes = this.childNodes.filter((one) => one !== node);
    node.parentNode = null;
    return node;
  }
  append(...nodes: (TinyNode | string)[]): void {
    for (const node of nodes) this.appendChild(this.ownerDocument.nodeOf(node));
  }
  replaceChildren(...nodes: (TinyNode | string)[]): void {
    this.childNodes = [];
    this.append(...nodes);
  }
  cloneNode(deep = false): TinyElement {
    const copy = new TinyElement(this.tagName, this.namespaceURI, this.ownerDocument);
    for (const [name, value] of this.attributes) copy.setAttribute(name, value);
    if (deep)
      for (const node of this.childNodes)
        copy.appendChild(
          node instanceof TinyElement
            ? node.cloneNode(true)
            : this.ownerDocument.createTextNode(node.textContent),
        );
    return copy;
  }
  *descendants(): Generator<TinyElement> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }
  querySelectorAll(selector: string): TinyElement[] {
    const wanted: Selector[] = parseSelector(selector);
    return [...this.descendants()].filter((one) => matches(one, wanted));
  }
  querySelector(selector: string): TinyElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  matches(selector: string): boolean {
    return matches(this, parseSelector(selector));
  }
  addEventListener(): void {
    // Nobody points at a picture that is being drawn.
  }
  removeEventListener(): void {
    // See addEventListener.
  }
  dispatchEvent(): boolean {
    return true;
  }
}

type TinyStyle = Record<string, unknown> & {
  setProperty(name: string, value: unknown): void;
  removeProperty(name: string): void;
  getPropertyValue(name: string): string;
};

/** A style object that writes the style attribute; camelCase properties work as in a browser. */
function makeStyle(owner: TinyElement): TinyStyle {
  const read = (): Map<string, string> =>
    new Map(
      (owner.getAttribute('style') ?? '')
        .split(';')
        .filter((part) => part.includes(':'))
        .map((part) => {
          const at = part.indexOf(':');
          return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
        }),
    );
  const write = (name: string, value: unknown): void => {
    const all = read();
    if (value === null || value === undefined || value === '') all.delete(name);
    else all.set(name, String(value));
    if (all.size === 0) owner.removeAttribute('style');
    else owner.setAttribute('style', [...all].map(([key, text]) => `${key}: ${text};`).join(' '));
  };
  const methods = {
    setProperty: write,
    removeProperty: (name: string) => write(name, ''),
    getPropertyValue: (name: string) => read().get(name) ?? '',
  };
  const hyphenated = (name: string): string =>
    name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new Proxy(methods as TinyStyle, {
    get: (target, name) =>
      name in target ? target[name as string] : (read().get(hyphenated(String(name))) ?? ''),
    set: (_target, name, value) => {
      if (name === 'cssText') owner.setAttribute('style', String(value));
      else write(hyphenated(String(name)), value);
      return true;
    },
  });
}

export class TinyDocument {
  readonly nodeType = 9;
  readonly documentElement = new TinyElement('html', HTML, this);
  readonly body = this.documentElement.appendChild(new TinyElement('body', HTML, this));
  /** Makes canvases, for marks and legends that draw pixels. */
  makeCanvas: ((owner: TinyDocument) => TinyElement) | undefined;

  /** What stands for `window`: only the kind of event that Plot sends when it has drawn. */
  readonly defaultView = {
    Event: class {
      readonly type: string;
      constructor(type: string) {
        this.type = type;
      }
    },
  };

  createElement(name: string): TinyElement {
    if (name === 'canvas' && this.makeCanvas) return this.makeCanvas(this);
    return new TinyElement(name, HTML, this);
  }
  createElementNS(space: string | null, name: string): TinyElement {
    return new TinyElement(name, space ?? SVG, this);
  }
  createTextNode(text: unknown): TinyText {
    return new TinyText(String(text), this);
  }
  createDocumentFragment(): TinyElement {
    return new TinyElement('#fragment', HTML, this);
  }
  querySelector(selector: string): TinyElement | null {
    return this.documentElement.querySelector(selector);
  }
  querySelectorAll(selector: string): TinyElement[] {
    return this.documentElement.querySelectorAll(selector);
  }
  nodeOf(node: TinyNode | string): TinyNode {
    return node instanceof TinyNode ? node : this.createTextNode(node);
  }
}
