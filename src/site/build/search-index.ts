// After the build: makes the search index over lessons, glossary and engine reference, in both languages.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'js-yaml';
import * as pagefind from 'pagefind';
import { site } from '../../i18n/site.ts';
import type { Lang } from '../href.ts';
import { glossarySchema } from '../reference-schema.ts';
import { plainText } from '../markdown.ts';

const languages: readonly Lang[] = ['en', 'zh'];

export function searchIndex(root: string): AstroIntegration {
  return {
    name: 'downhill-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({
          excludeSelectors: ['.katex', 'pre'],
        });
        if (!index) throw new Error(`Search index: ${errors.join('; ')}`);
        const path = fileURLToPath(dir);
        const { page_count: pages } = await index.addDirectory({ path });
        const terms = await addGlossary(index, root);
        const { errors: faults, files } = await index.getFiles();
        await pagefind.close();
        if (faults.length || !files.length) throw new Error(`Search index: ${faults.join('; ')}`);
        // Pagefind's own writing may still be under way when it says that it is done, and is cut off.
        for (const { path: name, content } of files) {
          if (/ui|highlight/.test(name)) continue; // we bring our own dialog
          const file = `${path}pagefind/${name}`;
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        logger.info(`${pages} pages and ${terms} terms`);
      },
    },
  };
}

/** Each term is a place of its own, with the forms it may be asked by. */
async function addGlossary(index: pagefind.PagefindIndex, root: string): Promise<number> {
  const folder = `${root}content/glossary`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  for (const file of files) {
    const entry = glossarySchema.parse(load(readFileSync(`${folder}/${file}`, 'utf8')));
    for (const lang of languages) {
      const { term, forms, text } = entry[lang];
      const other = entry[lang === 'en' ? 'zh' : 'en'];
      const { errors } = await index.addCustomRecord({
        url: `${lang === 'zh' ? '/zh' : ''}/glossary/#${file.replace('.yaml', '')}`,
        language: lang === 'zh' ? 'zh-hans' : 'en',
        content: [term, ...forms, plainText(text.replace(/\$[^$]*\$/g, '')), other.term].join('. '),
        meta: { title: term, page: site[lang].glossary },
      });
      if (errors.length) throw new Error(`Search index, ${file}: ${errors.join('; ')}`);
    }
  }
  return files.length;
}
