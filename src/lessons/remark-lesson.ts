// The remark plugin that turns a plain MDX lesson into a page: runs cells, finds components, checks math.
import { dirname, relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { typeCheckCells } from '../notebook/build/type-check.ts';
import { runLessonAtBuild } from '../notebook/build/run-lesson.ts';
import { findComponents } from './components.ts';
import { attribute, esm, flowElement } from './estree.ts';
import { findFences } from './fences.ts';
import { LessonError } from './lesson-error.ts';
import { checkMath, promoteDisplayMath } from './math.ts';
import { checkSymbols } from './symbols.ts';
import { resolveValues } from './values.ts';

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Works on content/en/*.mdx and content/zh/*.mdx, leaves every other file alone. */
export function remarkLesson({ root }: { root: string }) {
  return async (tree: Root, vfile: VFile): Promise<void> => {
    const file = relative(root, vfile.path).replaceAll('\\', '/');
    const [, lang, lesson] = /^content\/(en|zh)\/([^/]+)\.mdx$/.exec(file) ?? [];
    if (!lang || !lesson) return;
    promoteDisplayMath(tree, String(vfile.value));
    checkMath(tree, file);
    const sources = findFences(tree, file).map(({ code }) => code);
    await runCells(tree, file, { root, lang, lesson });
    const used = importComponents(tree, vfile.path, file, { root, lang, lesson });
    checkSymbols(tree, file, sources, used);
  };
}

interface Place {
  readonly root: string;
  readonly lang: string;
  readonly lesson: string;
}

async function runCells(tree: Root, file: string, place: Place): Promise<void> {
  const fences = findFences(tree, file);
  const cells = fences.map(({ id, code, line }) => ({ id, code, line, file }));
  const [mistake] = typeCheckCells(cells);
  if (mistake)
    throw new LessonError(mistake.file, mistake.line, `cell "${mistake.cell}": ${mistake.message}`);
  const results = cells.length ? await runLessonAtBuild(cells, place) : [];
  const values = new Map(results.flatMap((result) => Object.entries(result.values)));
  resolveValues(tree, values, file);
  const replacements = new Map(
    fences.map(({ node, id, code }, index) => [
      node,
      flowElement('Cell', { id, code, result: results[index] }),
    ]),
  );
  visit(tree, 'code', (node, index, parent) => {
    const replacement = replacements.get(node);
    if (replacement && parent && index !== undefined) parent.children[index] = replacement as never;
  });
}

/** Adds an import for each component in use and the page's language and lesson to its attributes; returns their files. */
function importComponents(tree: Root, path: string, file: string, place: Place): string[] {
  const known = findComponents(place.root);
  const used = new Map<string, string>();
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    const element = node as JsxElement;
    const name = element.name;
    if (!name || !/^[A-Z]/.test(name)) return;
    const component = known.get(name);
    if (!component)
      throw new LessonError(
        file,
        element.position?.start.line ?? 0,
        `there is no component <${name}>; known are ${[...known.keys()].sort().join(', ')}`,
      );
    const target = relative(dirname(path), component.file).replaceAll('\\', '/');
    used.set(
      name,
      component.hydrate ? `import { ${name} } from '${target}'` : `import ${name} from '${target}'`,
    );
    add(element, 'lang', place.lang);
    add(element, 'lesson', place.lesson);
    if (component.hydrate) add(element, 'client:approach', null);
  });
  tree.children.unshift(...[...used.values()].map((code) => esm(code) as never));
  return [...used.keys()].map((name) => known.get(name)!.file);
}

function add(element: JsxElement, name: string, value: unknown): void {
  const present = element.attributes.some(
    (item) => item.type === 'mdxJsxAttribute' && (item as MdxJsxAttribute).name === name,
  );
  const hydrated =
    name.startsWith('client:') &&
    element.attributes.some(
      (item) => item.type === 'mdxJsxAttribute' && item.name.startsWith('client:'),
    );
  if (!present && !hydrated) element.attributes.push(attribute(name, value));
}
