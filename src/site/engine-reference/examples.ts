// Turns the examples of the engine's docstrings into cells that run at build and in the page.
import { runLessonAtBuild } from '../../notebook/build/run-lesson.ts';
import type { CellResult } from '../../notebook/types.ts';
import type { ApiGroup } from './read-api.ts';

export interface ExampleCell {
  readonly id: string;
  readonly code: string;
  readonly result: CellResult;
}

/** The cells of a group's examples by entry id. Throws when an example fails. */
export async function runExamples(
  group: ApiGroup,
  names: ReadonlySet<string>,
  lang: string,
  root: string,
): Promise<Map<string, ExampleCell[]>> {
  const cells = group.entries.flatMap((entry) =>
    entry.examples.map((example, i) => ({
      entry: entry.id,
      id: `${entry.id}-${i + 1}`,
      code: asCell(example, names),
      line: entry.line,
      file: `src/engine/${entry.file}`,
    })),
  );
  const place = { lesson: `engine-${group.id}`, lang, root };
  const results = cells.length ? await runLessonAtBuild(cells, place) : [];
  const byEntry = new Map<string, ExampleCell[]>();
  cells.forEach(({ entry, id, code }, i) => {
    const list = byEntry.get(entry) ?? [];
    list.push({ id, code, result: results[i]! });
    byEntry.set(entry, list);
  });
  return byEntry;
}

/** Imports what the example uses and puts it in a block, so that the names of two examples do not meet. */
export function asCell(example: string, names: ReadonlySet<string>): string {
  const bare = example.replace(/\/\/.*$/gm, '').replace(/\.\s*\w+/g, '');
  const declared = new Set(
    [...bare.matchAll(/\b(?:const|let|class|function)\s+(\w+)/g)].map((match) => match[1]!),
  );
  const words = new Set(bare.match(/\b\w+\b/g) ?? []);
  const used = [...words].filter((word) => names.has(word) && !declared.has(word)).sort();
  const imports = used.length ? `import { ${used.join(', ')} } from 'downhill';\n` : '';
  if (declared.size === 0) return `${imports}${example}`;
  return `${imports}{\n${example.replace(/^(?=.)/gm, '  ')}\n}`;
}
