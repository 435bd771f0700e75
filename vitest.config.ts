// Unit tests: everything that needs no browser.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { courseFolders, galleryFolders } from './src/exercises/collect/lessons.ts';
import { exerciseModules } from './src/exercises/collect/vite.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  plugins: [exerciseModules(root, [...courseFolders, ...galleryFolders])],
  resolve: { alias: { downhill: fileURLToPath(new URL('src/engine/index.ts', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{src,components,tools}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
