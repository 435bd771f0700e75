// KaTeX for lessons: the settings, and a check that stops the build at a broken formula.
import katex, { type KatexOptions } from 'katex';
import type { Paragraph, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
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

/** Makes `$$ … $$` that stands alone in its paragraph a formula of its own line, as an author means it. */
export function promoteDisplayMath(tree: Root, source: string): void {
  visit(tree, 'paragraph', (paragraph: Paragraph, index, parent) => {
    const [only, ...rest] = paragraph.children;
    if (only?.type !== ('inlineMath' as string) || rest.length || !parent || index === undefined)
      return;
    const { value, position } = only as unknown as InlineMath;
    if (!source.startsWith('$$', position?.start.offset)) return;
    const display: Math = {
      type: 'math',
      value: value.trim(),
      position: paragraph.position,
      data: {
        hName: 'pre',
        hChildren: [
          {
            type: 'element',
            tagName: 'code',
            properties: { className: ['language-math', 'math-display'] },
            children: [{ type: 'text', value: value.trim() }],
          },
        ],
      },
    };
    parent.children[index] = display as never;
  });
}
