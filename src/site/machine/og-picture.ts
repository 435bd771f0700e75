// The picture that stands for a page where links are shared: level curves, the title, the mark. Text is drawn as
// outlines of the site's own fonts, so that it looks the same wherever the site is built.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import { keepFile } from '../../keep-file.ts';

const width = 1200;
const height = 630;
// The day theme's paper, ink and accent: a picture knows no custom properties.
const colour = tokens(['paper', 'ink', 'muted', 'accent', 'contour-strong']);

interface Words {
  readonly title: string;
  readonly line: string;
  /** Level curves as an SVG document, as lessonContours makes them. */
  readonly contours: string;
}

export async function ogPicture({ title, line, contours }: Words): Promise<Uint8Array> {
  const display = font('serif-display');
  const sans = font('sans');
  const size = title.length > 34 ? 76 : 96;
  const titleLines = wrap(display, title, size, width - 180);
  const curves = contours.replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const text = [
    ...titleLines.map((words, i) => outline(display, words, size, 90, 400 + i * size * 1.08)),
    outline(sans, line, 30, 92, 400 + titleLines.length * size * 1.08 - 18, colour.muted),
    outline(display, 'Downhill', 40, 136, 96),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="100%" height="100%" fill="${colour.paper}"/>
    <g fill="none" stroke="${colour['contour-strong']}" opacity="0.75">${curves}</g>
    <linearGradient id="fade" x2="0" y2="1"><stop offset="0.25" stop-color="${colour.paper}" stop-opacity="0"/><stop offset="0.52" stop-color="${colour.paper}"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#fade)"/>
    <rect x="78" y="50" width="240" height="68" fill="${colour.paper}"/>
    <circle cx="106" cy="83" r="13" fill="${colour.accent}"/>
    ${text.join('')}
    <rect y="${height - 10}" width="100%" height="10" fill="${colour.accent}"/>
  </svg>`;
  return keptPng(svg);
}

const KEPT = 'node_modules/.cache/downhill/og';

/** Turning a drawing into pixels is the dearest step of a build: done once for each drawing, then read again. */
async function keptPng(svg: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(JSON.stringify(sharp.versions)).update(svg).digest('hex');
  const file = join(KEPT, `${key.slice(0, 20)}.png`);
  try {
    return readFileSync(file);
  } catch {
    const png = await sharp(Buffer.from(svg)).png({ palette: true, quality: 90 }).toBuffer();
    await keepFile(file, png);
    return png;
  }
}

function tokens<const Name extends string>(names: readonly Name[]): Record<Name, string> {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const value = (name: string) => {
    const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+)`).exec(css);
    if (!found) throw new Error(`src/styles/tokens.css: no colour --${name}`);
    return found[1]!;
  };
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, string>;
}

const fonts = new Map<string, Font>();

function font(name: string): Font {
  const known = fonts.get(name);
  if (known) return known;
  const made = create(readFileSync(`src/styles/fonts/${name}.woff2`)) as Font;
  fonts.set(name, made);
  return made;
}

const glyphs = (face: Font, text: string) =>
  [...text].map((letter) => face.glyphForCodePoint(letter.codePointAt(0)!));

const widthOf = (face: Font, text: string, size: number) =>
  (glyphs(face, text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * size) / face.unitsPerEm;

function wrap(face: Font, text: string, size: number, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widthOf(face, longer, size) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function outline(
  face: Font,
  text: string,
  size: number,
  x: number,
  y: number,
  fill = colour.ink,
): string {
  const scale = size / face.unitsPerEm;
  let at = x;
  const paths = glyphs(face, text).map((glyph) => {
    const path = `<path transform="translate(${at.toFixed(1)} ${y.toFixed(1)}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`;
    at += glyph.advanceWidth * scale;
    return path;
  });
  return `<g fill="${fill}">${paths.join('')}</g>`;
}
