// After the build: writes each page in its light form.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { lighterPage } from './lighter-page.ts';

export function lighterPages(): AstroIntegration {
  return {
    name: 'downhill-lighter-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          writeFileSync(folder + path, lighterPage(readFileSync(folder + path, 'utf8')));
        }
      },
    },
  };
}
