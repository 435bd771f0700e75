// After the build: rounds the coordinates of drawings in the pages to a tenth of a unit. Nobody sees the difference,
// and a lesson with many plots loses several kilobytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export function lighterPages(): AstroIntegration {
  return {
    name: 'downhill-lighter-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const html = readFileSync(folder + path, 'utf8');
          writeFileSync(folder + path, roundPaths(html));
        }
      },
    },
  };
}

/** Rounds within the attributes that place things in a drawing; numbers below ten stay, since a drawing may count in ones. */
export function roundPaths(html: string): string {
  return html.replace(
    / (?:d|points|transform|[cr]?[xy][12]?|r)="[^"]*\d{2,}\.\d{2,}[^"]*"/g,
    (attribute) =>
      attribute.replace(/\d{2,}\.\d{2,}/g, (number) =>
        String(Math.round(Number(number) * 10) / 10),
      ),
  );
}
