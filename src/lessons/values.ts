// `{v('loss', '.3f')}` in prose: the value that a cell computed, printed and kept live.
import type { Root } from 'mdast';
import type { MdxTextExpression } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { formatValue } from '../notebook/format.ts';
import { textElement } from './estree.ts';
import { LessonError } from './lesson-error.ts';

export type Values = ReadonlyMap<string, number | string | boolean>;

const REFERENCE = /^\s*v\(\s*'([A-Za-z_$][\w$]*)'\s*(?:,\s*'([^']*)'\s*)?\)\s*$/;

/**
 * Replaces each reference by an `<output>` that holds the value computed at build.
 * @param values what the lesson's cells defined, by name
 */
export function resolveValues(tree: Root, values: Values, file: string): void {
  visit(tree, ['mdxTextExpression', 'mdxFlowExpression'], (node, index, parent) => {
    const expression = node as MdxTextExpression;
    if (!isReference(expression.value) || !parent || index === undefined) return;
    const line = expression.position?.start.line ?? 0;
    const { name, format, text } = readReference(expression.value, values, file, line);
    const attributes = { class: 'value', 'data-value': name, 'data-format': format };
    parent.children[index] = textElement('output', attributes, text) as never;
  });
}

/** True for the source of an expression such as `v('loss')`. */
export const isReference = (code: string): boolean => /^\s*v\s*\(/.test(code);

/** The value's name and how it prints. Throws a LessonError when it is ill-formed or no cell defines it. */
export function readReference(
  code: string,
  values: Values,
  file: string,
  line: number,
): { name: string; format: string; text: string } {
  const match = REFERENCE.exec(code);
  if (!match)
    throw new LessonError(
      file,
      line,
      `a value in prose is {v('name')} or {v('name', '.3f')}, not {${code}}`,
    );
  const [, name = '', format = ''] = match;
  return { name, format, text: formatValue(valueOf(name, values, file, line), format) };
}

/** What a cell of the lesson defined under a name. */
export function valueOf(
  name: string,
  values: Values,
  file: string,
  line: number,
): number | string | boolean {
  const value = values.get(name);
  if (value !== undefined) return value;
  throw new LessonError(
    file,
    line,
    `no cell of this lesson defines a number, text or boolean called "${name}"`,
  );
}
