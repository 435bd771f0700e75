import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { expect, test, vi } from 'vitest';
import { exerciseSources } from '../exercises/collect/lessons.ts';
import { buildSettings, cellSources } from '../notebook/build/source-hash.ts';
import { compilerSources, keepCompiled } from './keep-compiled.ts';

/** A project in a folder of its own, whose compiler counts what it compiles. */
async function project() {
  const root = mkdtempSync(join(tmpdir(), 'compiled-'));
  const compiled: string[] = [];
  const count = () => (_: unknown, file: { path: string }) => {
    compiled.push(relative(root, file.path));
  };
  const processor = keepCompiled(unified({ remarkPlugins: [count] }), root);
  const renderer = await processor.createMdxRenderer!({}, { optimize: false });
  const compile = (file: string, text: string, frontMatter = {}) =>
    renderer.process(text, join(root, file), frontMatter);
  return { root, compiled, compile };
}

test('after an edit of one lesson, that lesson alone is compiled again', async () => {
  const { compiled, compile } = await project();
  await compile('content/en/a.mdx', 'One.');
  const before = await compile('content/en/b.mdx', 'Two.');
  expect(compiled.splice(0)).toEqual(['content/en/a.mdx', 'content/en/b.mdx']);
  expect((await compile('content/en/a.mdx', 'One, edited.')).code).toContain('edited');
  expect(await compile('content/en/b.mdx', 'Two.')).toEqual(before);
  expect(compiled).toEqual(['content/en/a.mdx']);
});

test('a lesson is compiled again when its front matter or a source of the compiler changed', async () => {
  const { root, compiled, compile } = await project();
  await compile('content/en/a.mdx', 'One.');
  await compile('content/en/a.mdx', 'One.', { title: 'A' });
  expect(compiled).toHaveLength(2);
  for (const file of ['src/engine/tensor.ts', 'components/prose/Aside.astro', 'astro.config.mjs']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '// one');
    await compile('content/en/a.mdx', 'One.', { title: 'A' });
    writeFileSync(join(root, file), '// two');
    await compile('content/en/a.mdx', 'One.', { title: 'A' });
  }
  expect(compiled).toHaveLength(8);
});

test('builds for two places on a host keep their lessons apart', async () => {
  const { compiled, compile } = await project();
  for (const base of ['/', '/course/', '/', '/course/']) {
    vi.stubEnv('BASE_PATH', base);
    await compile('content/en/a.mdx', 'One.');
  }
  vi.unstubAllEnvs();
  expect(compiled).toHaveLength(2);
});

test('other MDX files are compiled each time', async () => {
  const { compiled, compile } = await project();
  for (let i = 0; i < 2; i++) await compile('src/pages/a.mdx', 'One.');
  expect(compiled).toHaveLength(2);
});

const root = process.cwd();

/** All files that a file imports by relative paths, and those that they import. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(join(root, file))) return found;
  found.add(file);
  const imports = /(?:\bfrom|\bimport\(?)\s*['"](\.[^'"]+)['"]/g;
  for (const [, path] of readFileSync(join(root, file), 'utf8').matchAll(imports))
    importsOf(join(dirname(file), path!), found);
  return found;
}

test.each([
  ['the results of cells', cellSources, ['src/notebook/build/worker.ts']],
  ['exercises', exerciseSources, ['src/exercises/collect/lessons.ts']],
  [
    'a compiled lesson',
    compilerSources,
    [
      'src/lessons/remark-lesson.ts',
      'src/lessons/glue-punctuation.ts',
      'src/lessons/heading-anchors.ts',
      'src/exercises/collect/remark.ts',
    ],
  ],
])(
  'every source and setting that decides %s is one of those whose change is noticed',
  (_, watched, entries) => {
    const all = new Set(entries.flatMap((entry) => [...importsOf(entry)]));
    expect(all.size).toBeGreaterThan(20);
    const isWatched = (file: string) =>
      watched.some((source) => file === source || file.startsWith(`${source}/`));
    expect([...all].filter((file) => !isWatched(file))).toEqual([]);
    const read = [...all].flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/process\.env\.(\w+)/g),
    ]);
    expect(read.map(([, name]) => name).filter((name) => !buildSettings.includes(name!))).toEqual(
      [],
    );
  },
);
