// KaTeX for lessons: the settings, and a check that stops the build at a broken formula.
import katex, { type KatexOptions } from 'katex';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { LessonError } from './lesson-error.ts';

/** `\id{learningRate}{\eta}` ties a symbol to the identifier of the code beside it. */
export const katexOptions: KatexOptions = {
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: (context: { command: string }) => context.command === '\\htmlData',
  macros: { '\\id': '\\htmlData{id=#1}{#2}' },
};

/** Throws a LessonError that names the line of the first formula KaTeX cannot set. */
export function checkMath(tree: Root, file: string): void {
  visit(tree, ['math', 'inlineMath'], (node) => {
    const { value, position } = node as unknown as {
      value: string;
      position?: { start: { line: number } };
    };
    try {
      katex.renderToString(value, { ...katexOptions, macros: { ...katexOptions.macros } });
    } catch (error) {
      const reason =
        error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : '';
      throw new LessonError(
        file,
        position?.start.line ?? 0,
        `broken formula $${value.trim()}$: ${reason}`,
      );
    }
  });
}
