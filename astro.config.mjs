// The site's build: where it lives, how lessons become pages, what the pages may load.
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { exercises } from './src/exercises/collect/integration.ts';
import { remarkExercises } from './src/exercises/collect/remark.ts';
import { checkLessons } from './src/lessons/check-lessons.ts';
import { keepCompiled } from './src/lessons/keep-compiled.ts';
import { headingAnchors } from './src/lessons/heading-anchors.ts';
import { gluePunctuation } from './src/lessons/glue-punctuation.ts';
import { katexOptions } from './src/lessons/math.ts';
import { islands } from './src/islands/integration.ts';
import { lighterPages } from './src/site/build/lighter-pages.ts';
import { searchIndex } from './src/site/build/search-index.ts';
import { serviceWorker } from './src/site/build/service-worker.ts';
import { reloadLessons } from './src/lessons/reload-lessons.ts';
import { remarkLesson } from './src/lessons/remark-lesson.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://downhill.example',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  i18n: { locales: ['en', 'zh'], defaultLocale: 'en' },
  integrations: [
    checkLessons(root),
    exercises(root),
    mdx(),
    // Babel reads only what holds JSX.
    preact({ include: ['**/*.tsx'] }),
    islands(),
    sitemap({
      filter: (page) => !/\/(dev|embed)\//.test(page),
      i18n: { defaultLocale: 'en', locales: { en: 'en', zh: 'zh-Hans' } },
    }),
    lighterPages(),
    searchIndex(root),
    serviceWorker(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: keepCompiled(
      unified({
        remarkPlugins: [remarkMath, [remarkExercises, { root }], [remarkLesson, { root }]],
        rehypePlugins: [
          [rehypeKatex, katexOptions],
          gluePunctuation,
          rehypeHeadingIds,
          headingAnchors,
        ],
      }),
      root,
    ),
  },
  security: {
    csp: {
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: {
        resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
      },
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "frame-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "object-src 'none'",
      ],
    },
  },
  vite: {
    define: { 'import.meta.env.DOWNHILL_EDITION': JSON.stringify(Date.now().toString(36)) },
    // Fonts stay files: inlined, they would weigh on every first view.
    build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
    // Errors and summaries name classes: they must not be shortened.
    worker: { rolldownOptions: { output: { keepNames: true } } },
    plugins: [reloadLessons()],
  },
});
