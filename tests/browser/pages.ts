// The pages of a build, found on disk, so that a new page is tested without being named.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Addresses below the base of all pages, such as `lessons/perceptron/`; `''` is the home page. */
export function builtPages(folder = 'dist'): string[] {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort();
}

/** The lessons among them. */
export function builtLessons(folder = 'dist'): string[] {
  return builtPages(folder).filter((page) => /(^|\/)lessons\/[^/]+\/$/.test(page));
}

/** The English ones. */
export const englishLessons = (): string[] =>
  builtLessons().filter((page) => !page.startsWith('zh/'));
