// After the build: rounds the coordinates of drawings in the pages to a tenth of a unit. Nobody sees the difference,
// and a lesson with many plots loses several kilobytes. Scripts wait until the text is there, far pictures and a
// lesson's fields until their block is laid out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { deflatePictures } from '../../pictures/deflate-png.ts';
import { roundPage } from '../../pictures/round-places.ts';
import { firstScript } from '../first-script.ts';

export function lighterPages(): AstroIntegration {
  return {
    name: 'downhill-lighter-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const html = readFileSync(folder + path, 'utf8');
          const light = aroundCells(roundPage(html), deflatePictures);
          writeFileSync(folder + path, fieldsLater(scriptsLater(picturesLater(light))));
        }
      },
    },
  };
}

/** Module scripts never block a page, but browsers fetch them, and all they import, before its images and typefaces. */
const scriptsLater = (html: string) =>
  html.includes(firstScript)
    ? html.replaceAll('<script type="module" src=', '<script type="late" src=')
    : html;

/** The bytes that a cell shows stay as its code made them: run again, it gives the same. */
const aroundCells = (html: string, change: (part: string) => string) =>
  html
    .split(/(<downhill-cell[^]*?<\/downhill-cell>)/)
    .map((part, i) => (i % 2 ? part : change(part)))
    .join('');

/** Even a picture that stands in the page itself is made ready at once, a hundred of them in 35 ms, unless it may wait. */
const picturesLater = (html: string) =>
  html.replace(/<img (?=[^>]*src="data:)/g, '<img loading="lazy" ');

/**
 * Browsers look through a page for fields they could fill in, and lay out at once all blocks that hold some, near or
 * far. Buttons they leave alone; lay-out.ts makes them fields again.
 */
const fieldsLater = (html: string) =>
  html.includes('<article data-lesson=')
    ? html.replace(/<input[^>]* type="text"/g, (field) =>
        field.replace('type="text"', 'type="button" data-field'),
      )
    : html;
