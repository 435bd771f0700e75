// After the build: rounds the coordinates of drawings in the pages to a tenth of a unit. Nobody sees the difference,
// and a lesson with many plots loses several kilobytes. Scripts are told to wait for text, style and typefaces: a page
// is complete without them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { roundPage } from '../../pictures/round-places.ts';

export function lighterPages(): AstroIntegration {
  return {
    name: 'downhill-lighter-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const html = readFileSync(folder + path, 'utf8');
          writeFileSync(folder + path, scriptsLast(roundPage(html)));
        }
      },
    },
  };
}

/** Module scripts in a page never block it, but browsers fetch them before its images and beside its typefaces. */
const scriptsLast = (html: string) =>
  html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
