// Reads one authored exercise: its attributes by type and its parts by name, with messages that name the line.
import { LessonError } from '../../lessons/lesson-error.ts';
import { valueOf, type Values } from '../../lessons/values.ts';
import { highlight } from '../../notebook/highlight.ts';
import { toHtml } from '../../notebook/tree.ts';
import { Source } from './emit.ts';
import { renderNodes, renderText, type Rendered } from './markdown.ts';
import { freeNames } from './names.ts';
import type { Attribute, Authored } from './parse.ts';

/** What the kinds' builders work with. */
export class Reader {
  readonly authored: Authored;
  /** The exercise that this part belongs to; itself for an exercise. */
  readonly owner: Reader;
  /** HTML of all parts so far, by key; on the owner only. */
  readonly rendered = new Map<string, Rendered>();
  /** Names that functions take from the engine; on the owner only. */
  readonly engineNames = new Set<string>();
  /** Values of the lesson's cells that functions take by `v('name')`; on the owner only. */
  readonly usedValues = new Map<string, number | string | boolean>();
  readonly #engine: ReadonlySet<string> | undefined;
  readonly #values: Values | undefined;

  constructor(
    authored: Authored,
    engine: ReadonlySet<string> | undefined,
    values?: Values,
    owner?: Reader,
  ) {
    this.authored = authored;
    this.owner = owner ?? this;
    this.#engine = engine;
    this.#values = values;
  }

  fail(message: string): never {
    const { file, line, name } = this.authored;
    const id = this.owner.authored.attributes.get('id');
    const title = id?.type === 'text' ? ` "${id.text}"` : '';
    const inside = this.owner === this ? '' : ` in <${this.owner.authored.name}${title}>`;
    throw new LessonError(file, line, `<${name}${inside ? '' : title}>${inside}: ${message}`);
  }

  /** Parts of one name, each with a reader of its own. */
  parts(name: string): Reader[] {
    return this.authored.parts
      .filter((part) => part.name === name)
      .map((part) => new Reader(part, this.#engine, this.#values, this.owner));
  }

  /** The same without its code fences, which are programs and not text. */
  withoutCode(): Reader {
    const body = this.authored.body.filter(({ type }) => type !== 'code');
    return new Reader({ ...this.authored, body }, this.#engine, this.#values, this.owner);
  }

  /** Stops at a part or an attribute that this kind does not know. */
  allow(parts: readonly string[], attributes: readonly string[]): void {
    for (const part of this.authored.parts)
      if (!parts.includes(part.name))
        new Reader(part, this.#engine, this.#values, this.owner).fail(
          `is not known here; known parts are ${parts.map((name) => `<${name}>`).join(', ')}`,
        );
    for (const name of this.authored.attributes.keys())
      if (!attributes.includes(name))
        this.fail(`does not know "${name}"; known are ${attributes.join(', ')}`);
  }

  has(name: string): boolean {
    return this.authored.attributes.has(name);
  }

  text(name: string): string | undefined {
    const attribute = this.authored.attributes.get(name);
    if (!attribute) return undefined;
    if (attribute.type === 'text') return attribute.text;
    const value = this.value(name);
    if (typeof value !== 'string') this.fail(`"${name}" must be a text, such as ${name}="…"`);
    return value;
  }

  needText(name: string): string {
    return this.text(name) ?? this.fail(`needs ${name}="…"`);
  }

  flag(name: string): boolean {
    const attribute = this.authored.attributes.get(name);
    return attribute !== undefined && (attribute.type === 'bare' || this.value(name) === true);
  }

  number(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.value(name);
    if (typeof value !== 'number' || !Number.isFinite(value))
      this.fail(`"${name}" must be a number, such as ${name}={3}`);
    return value;
  }

  needNumber(name: string): number {
    return this.number(name) ?? this.fail(`needs ${name}={…}, a number`);
  }

  /** Two numbers, the first the smaller. */
  needRange(name: string): [number, number] {
    const value = this.has(name) ? this.value(name) : undefined;
    if (!isRange(value)) this.fail(`needs ${name}={[from, to]}, from below to`);
    return value;
  }

  /** The value of an attribute that stands for itself: data, no parameters in it. */
  value(name: string): unknown {
    const attribute = this.authored.attributes.get(name);
    if (!attribute || attribute.type === 'bare') return attribute ? true : undefined;
    if (attribute.type === 'text') return attribute.text;
    try {
      return new Function(`return (${attribute.code}\n)`)() as unknown;
    } catch (error) {
      return this.fail(`"${name}" cannot be evaluated: ${(error as Error).message}`);
    }
  }

  /** The attribute as a function of the parameters, in source form. */
  computed(name: string): Source {
    const attribute = this.authored.attributes.get(name) ?? this.fail(`needs ${name}={…}`);
    if (attribute.type === 'bare') this.fail(`needs ${name}={…}`);
    const code = attribute.type === 'text' ? JSON.stringify(attribute.text) : attribute.code.trim();
    return isFunction(attribute) ? this.#checked(code, name) : this.overVars(code, name);
  }

  /** An attribute that must be a function, in source form. */
  needFunction(name: string, form: string): Source {
    const attribute = this.authored.attributes.get(name);
    if (!attribute || attribute.type !== 'code' || !isFunction(attribute))
      this.fail(`needs ${name}={${form}}`);
    return this.#checked(attribute.code.trim(), name);
  }

  /** An expression in which the parameters are visible by name. */
  overVars(code: string, where: string): Source {
    const names = Object.keys(this.vars());
    this.#check(code, where, new Set(names));
    return new Source(`({ ${names.join(', ')} }) => (${code})`);
  }

  vars(): Record<string, unknown> {
    const { owner } = this;
    if (!owner.has('vars')) return {};
    const value = owner.value('vars');
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      owner.fail('"vars" must be an object, such as vars={{ lambda: [4, 1, 2] }}');
    for (const [name, values] of Object.entries(value as object))
      if (Array.isArray(values) && !values.length) owner.fail(`"vars": ${name} has no values`);
    return value as Record<string, unknown>;
  }

  /** Renders the Markdown of this part, or its attribute `attribute`, under a key. */
  render(key: string, attribute?: string, inline = false): string {
    const { file, line, body } = this.authored;
    const place = { file, line, values: this.#values };
    const text = attribute === undefined ? undefined : this.text(attribute);
    if (text === undefined && !body.length)
      this.fail(attribute ? `needs text, or ${attribute}="…"` : 'needs text');
    const rendered =
      text === undefined ? renderNodes(body, place, inline) : renderText(text, place, inline);
    for (const hole of rendered.holes) this.overVars(hole, `{${hole}}`);
    this.owner.rendered.set(key, rendered);
    return key;
  }

  /** Colours a program; each line becomes a part of its own, `<key>-1`, `<key>-2`, …. */
  renderProgram(key: string, code: string): void {
    highlight(code).forEach(({ children = [] }, index) => {
      const html = children.map(toHtml).join('').replace(/\n$/, '');
      this.owner.rendered.set(`${key}-${index + 1}`, { html, holes: [] });
    });
  }

  #checked(code: string, where: string): Source {
    this.#check(code, where, new Set());
    return new Source(`(${code})`);
  }

  /** Notes what `v('name')` stands for in a key, a text or a parameter's condition. */
  #useValues(code: string): void {
    const { file, line } = this.authored;
    for (const [, name = ''] of code.matchAll(/\bv\(\s*'([^']*)'\s*\)/g))
      if (this.#values) this.owner.usedValues.set(name, valueOf(name, this.#values, file, line));
  }

  #check(code: string, where: string, known: ReadonlySet<string>): void {
    let names: string[];
    try {
      names = freeNames(code);
    } catch (error) {
      return this.fail(`${where} is not a JavaScript expression: ${(error as Error).message}`);
    }
    for (const name of names) {
      if (known.has(name)) continue;
      if (name === 'v') {
        this.#useValues(code);
        continue;
      }
      if (this.#engine && !this.#engine.has(name))
        this.fail(
          `${where} uses "${name}", which is neither a parameter of this exercise nor exported by the engine`,
        );
      this.owner.engineNames.add(name);
    }
  }
}

function isFunction(attribute: Attribute): boolean {
  return (
    attribute.type === 'code' &&
    ['ArrowFunctionExpression', 'FunctionExpression'].includes(attribute.expression.type)
  );
}

function isRange(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((item) => typeof item === 'number' && Number.isFinite(item)) &&
    value[0] < value[1]
  );
}
