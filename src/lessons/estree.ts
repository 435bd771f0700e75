// Small makers of MDX syntax nodes: imports, JSX elements and attributes with parsed expressions.
import { parse } from 'acorn';
import type { Program } from 'estree';
import type { MdxjsEsm } from 'mdast-util-mdx';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

function program(code: string): Program {
  return parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Program;
}

/** An `import` or other module statement at the top of a lesson. */
export function esm(code: string): MdxjsEsm {
  return { type: 'mdxjsEsm', value: code, data: { estree: program(code) } };
}

/** `name="value"`, or `name={json}` for anything that is not a string; `null` gives a bare `name`. */
export function attribute(name: string, value: unknown): MdxJsxAttribute {
  if (value === null || typeof value === 'string')
    return { type: 'mdxJsxAttribute', name, value: value as string | null };
  const code = `(${JSON.stringify(value)})`;
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: code,
      data: { estree: program(code) },
    },
  };
}

/** A JSX element of its own line, such as a cell. */
export function flowElement(name: string, attributes: Record<string, unknown>): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    children: [],
  };
}

/** A JSX element inside a line, with text in it. */
export function textElement(
  name: string,
  attributes: Record<string, unknown>,
  text: string,
): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    children: [{ type: 'text', value: text }],
  };
}
