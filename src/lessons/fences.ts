// Finds the runnable fences (```ts run id=name) of a lesson and reads their info strings.
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { LessonError } from './lesson-error.ts';

/** A runnable fence before it ran. `line` is the line, in the lesson's file, of the code's first line. */
export interface Fence {
  readonly node: Code;
  readonly id: string;
  readonly code: string;
  readonly line: number;
}

/**
 * All runnable fences in order of appearance. Throws a LessonError for a missing or doubled id.
 * @param tree the lesson's syntax tree
 * @param file the lesson's path, for messages
 */
export function findFences(tree: Root, file: string): Fence[] {
  const fences: Fence[] = [];
  visit(tree, 'code', (node) => {
    const words = (node.meta ?? '').split(/\s+/).filter(Boolean);
    if (!words.includes('run')) return;
    const line = (node.position?.start.line ?? 0) + 1;
    if (node.lang !== 'ts')
      throw new LessonError(
        file,
        line - 1,
        `a runnable cell is \`\`\`ts run, not \`\`\`${node.lang ?? ''} run`,
      );
    const id = words.find((word) => word.startsWith('id='))?.slice(3);
    if (!id || !/^[a-z][a-z0-9-]*$/.test(id))
      throw new LessonError(
        file,
        line - 1,
        'a runnable cell needs a name of its own, in lower case with hyphens: ```ts run id=first-step',
      );
    if (fences.some((fence) => fence.id === id))
      throw new LessonError(file, line - 1, `two cells are called "${id}"; rename one`);
    const unknown = words.find((word) => word !== 'run' && !word.startsWith('id='));
    if (unknown)
      throw new LessonError(
        file,
        line - 1,
        `cell "${id}": "${unknown}" means nothing after \`\`\`ts run`,
      );
    fences.push({ node, id, code: node.value, line });
  });
  return fences;
}
