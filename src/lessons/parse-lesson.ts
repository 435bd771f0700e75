// Reads a lesson's MDX into a syntax tree, as the build does, for checks that run outside the build.
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Front matter is blanked, so that lines keep their numbers. */
export function parseLesson(source: string): Root {
  const blanked = source.replace(/^---\n[\s\S]*?\n---/, (match) => match.replace(/[^\n]/g, ''));
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(remarkMath)
    .parse(blanked) as Root;
}
