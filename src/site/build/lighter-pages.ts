// After the build: rounds the coordinates of drawings in the pages to a tenth of a unit. Nobody sees the difference,
// and a lesson with many plots loses several kilobytes.
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
          writeFileSync(folder + path, roundPage(html));
        }
      },
    },
  };
}
