// Level curves at the head of a lesson as a picture, kept on disk until a line of the engine or of the drawing changes.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setDataSource } from '../../engine/index.ts';
import { keepFile } from '../../keep-file.ts';
import { levelCurves, pathOf, type Grid } from './contours.ts';
import { thin } from '../../pictures/thin-line.ts';
import { lessonSurface } from './lesson-surfaces.ts';

const width = 1200;
const height = 390;
const levels = 22;
const cache = 'node_modules/.cache/downhill/contours';

/** The picture as SVG, black on nothing: the page gives it its colour. */
export async function lessonContours(slug: string): Promise<string> {
  const file = `${cache}/${slug}-${fingerprint()}.svg`;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    setDataSource(async (name) => readFile(`public/data/${name}`));
    const svg = draw(await lessonSurface(slug));
    await keepFile(file, svg);
    return svg;
  }
}

/** Levels at equal shares of the heights, so that plains and peaks are drawn alike. */
export function draw(grid: Grid): string {
  const sorted = grid.heights.toSorted();
  const curves = Array.from({ length: levels }, (_, i) => {
    const level = sorted[Math.floor(((i + 0.5) / levels) * sorted.length)]!;
    const lines = levelCurves(grid, level).filter((line) => line.length > 5);
    const path = pathOf(
      lines.map((line) => thin(line, 0.04)),
      width / (grid.columns - 1),
      height / (grid.rows - 1),
    );
    return `<path d="${path}" stroke-width="${i % 4 === 1 ? 2 : 1}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none" stroke="#000">${curves.join('')}</svg>`;
}

let known: string | undefined;

function fingerprint(): string {
  if (known) return known;
  const hash = createHash('sha256');
  for (const folder of ['src/engine', 'src/pictures', 'src/site/landscape']) {
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/(?<!\.test)\.ts$/.test(entry)) hash.update(readFileSync(`${folder}/${entry}`));
  }
  return (known = hash.digest('hex').slice(0, 16));
}
