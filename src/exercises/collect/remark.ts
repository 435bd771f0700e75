// The remark plugin that puts each exercise's outline in the place of what the author wrote.
import { relative } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attribute, esm } from '../../lessons/estree.ts';
import { collectExercises, exerciseNames } from './collect.ts';
import { courseFolders, type Folder } from './lessons.ts';
import type { JsxElement } from './parse.ts';

/** Must run before the plugin that imports the components by name. */
export function remarkExercises({
  root,
  folders = courseFolders,
}: {
  root: string;
  folders?: readonly Folder[];
}) {
  return (tree: Root, vfile: VFile): void => {
    const file = relative(root, vfile.path).replaceAll('\\', '/');
    const folder = folders.find(({ path }) => file.startsWith(`${path}/`));
    if (!folder) return;
    const { lang } = folder;
    const lesson = file.slice(folder.path.length + 1).replace(/\.mdx$/, '');
    const exercises = collectExercises(String(vfile.value), { file, lang, lesson });
    if (!exercises.length) return;
    let next = 0;
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      const element = node as JsxElement;
      if (!element.name || !exerciseNames.has(element.name)) return;
      const { id, version, outline, hints } = exercises[next++];
      element.attributes = Object.entries({ id, version, outline, hints }).map(([name, value]) =>
        attribute(name, value),
      );
      element.children = [];
      return 'skip';
    });
    tree.children.unshift(esm(`import 'virtual:downhill/exercises/${lang}/${lesson}/register'`));
  };
}
