// `{v('loss', '.3f')}` in prose: the value that a cell computed, printed and kept live.
import type { Root } from 'mdast';
import type { MdxTextExpression } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { formatValue } from '../notebook/format.ts';
import { textElement } from './estree.ts';
import { LessonError } from './lesson-error.ts';

const REFERENCE = /^\s*v\(\s*'([A-Za-z_$][\w$]*)'\s*(?:,\s*'([^']*)'\s*)?\)\s*$/;

/**
 * Replaces each reference by an `<output>` that holds the value computed at build.
 * @param values what the lesson's cells defined, by name
 */
export function resolveValues(
  tree: Root,
  values: ReadonlyMap<string, number | string | boolean>,
  file: string,
): void {
  visit(tree, ['mdxTextExpression', 'mdxFlowExpression'], (node, index, parent) => {
    const expression = node as MdxTextExpression;
    if (!/^\s*v\s*\(/.test(expression.value) || !parent || index === undefined) return;
    const line = expression.position?.start.line ?? 0;
    const match = REFERENCE.exec(expression.value);
    if (!match)
      throw new LessonError(
        file,
        line,
        `a value in prose is {v('name')} or {v('name', '.3f')}, not {${expression.value}}`,
      );
    const [, name, format] = match;
    const value = values.get(name!);
    if (value === undefined)
      throw new LessonError(
        file,
        line,
        `no cell of this lesson defines a number, text or boolean called "${name}"`,
      );
    const attributes = { class: 'value', 'data-value': name, 'data-format': format ?? '' };
    parent.children[index] = textElement('output', attributes, formatValue(value, format)) as never;
  });
}
