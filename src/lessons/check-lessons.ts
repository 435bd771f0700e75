// An Astro integration that checks all lessons before anything is built.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkFrontMatter } from './front-matter.ts';

/** Paths of all lessons, relative to the root: `content/en/lines.mdx`, … */
export function lessonFiles(root: string): string[] {
  return ['en', 'zh'].flatMap((lang) => {
    try {
      return readdirSync(join(root, 'content', lang))
        .filter((name) => name.endsWith('.mdx'))
        .sort()
        .map((name) => `content/${lang}/${name}`);
    } catch {
      return []; // nothing written in this language yet
    }
  });
}

/** Stops the build, or the author's server at its start, at the first mistake. */
export function checkLessons(root: string): AstroIntegration {
  return {
    name: 'downhill:check-lessons',
    hooks: {
      'astro:config:setup': () => {
        for (const file of lessonFiles(root)) checkFrontMatter(join(root, file), file);
      },
    },
  };
}
