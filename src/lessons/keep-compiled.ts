// Lessons as they were compiled, kept from build to build: after an edit, one lesson's types are checked, its cells run
// and its formulas set.
import { join, relative } from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { exerciseSources } from '../exercises/collect/lessons.ts';
import { keptOrMade } from '../keep-file.ts';
import { keyOf, settingsFolder } from '../notebook/build/source-hash.ts';

type Processor = ReturnType<typeof unified>;

/** What decides a compiled lesson besides its text: files and folders below the project's root. */
export const compilerSources: readonly string[] = [
  ...exerciseSources,
  'components',
  'astro.config.mjs',
];

/**
 * The same processor, which compiles a lesson of content/ once for each state of all that goes into it.
 * @param root the project's root folder, absolute
 */
export function keepCompiled(processor: Processor, root: string): Processor {
  return {
    ...processor,
    async createMdxRenderer(shared, options) {
      const renderer = await processor.createMdxRenderer!(shared, options);
      return {
        async process(text, path, frontMatter) {
          const compile = () => renderer.process(text, path, frontMatter);
          const file = relative(root, path).replaceAll('\\', '/');
          const [, lang, lesson] = /^content\/(en|zh)\/([^/]+)\.mdx$/.exec(file) ?? [];
          if (!lesson) return compile();
          const inputs = [shared, options, path, text, frontMatter];
          const key = await keyOf(root, compilerSources, ...inputs);
          const folder = join(root, 'node_modules/.cache/downhill/lessons', settingsFolder());
          return keptOrMade(join(folder, `${lesson}-${lang}`), key, compile);
        },
      };
    },
  };
}
