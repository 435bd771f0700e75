// A built page in its light form: rounds the coordinates of drawings to a tenth of a unit, leaves out what no browser
// reads, lets scripts wait until the text is there, far pictures and a lesson's fields until their block is laid out.
// Nobody sees the difference, and a lesson with many plots loses several kilobytes.
import { deflatePictures } from '../../pictures/deflate-png.ts';
import { roundPage } from '../../pictures/round-places.ts';
import { firstScript, policyHash } from '../first-script.ts';

/** @param html the whole page */
export function lighterPage(html: string): string {
  const light = aroundCells(roundPage(html), (part) => lighterFormulas(deflatePictures(part)));
  return ownPolicy(fieldsLater(scriptsLater(picturesLater(light))));
}

/** What no browser reads: the last semicolon of a style, the namespace of MathML. Half a kilobyte a lesson on the line. */
const lighterFormulas = (html: string) =>
  html
    .replace(/( style="[^"]*);"/g, '$1"')
    .replaceAll('<math xmlns="http://www.w3.org/1998/Math/MathML"', '<math');

/** The policy names the scripts and styles that may stand in any page of the site; a page needs those that stand in it. */
const ownPolicy = (html: string) => {
  const inside = [...html.matchAll(/<(?:script|style)\b[^>]*>([^]*?)<\/(?:script|style)>/g)];
  const own = new Set(inside.map(([, text]) => `'${policyHash(text!)}'`));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ 'sha256-[^']+'/g, (hash) => (own.has(hash.trim()) ? hash : '')),
  );
};

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
