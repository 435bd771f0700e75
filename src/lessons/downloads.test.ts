// Every lesson as the file that a reader takes along: run by Node alone it prints what the page shows.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLessonAtBuild } from '../notebook/build/run-lesson.ts';
import { makeScript, orderCells } from '../notebook/export/script.ts';
import { treeText } from '../notebook/export/tree-text.ts';
import { findFences } from './fences.ts';
import { parseLesson } from './parse-lesson.ts';

const lessons = readdirSync('content/en')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replace('.mdx', ''));
const root = process.cwd();

let runtime: string;
let folder: string;
let data: Server;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/notebook/export/script-runtime.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
    keepNames: true,
    target: 'es2023',
  });
  runtime = gzipSync(outputFiles[0]!.contents).toString('base64');
  folder = await mkdtemp(join(tmpdir(), 'downhill-'));
  data = createServer((request, response) => {
    void readFile(join(root, 'public/data', basename(request.url!))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => data.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  data.close();
  await rm(folder, { recursive: true });
});

test.concurrent.for(lessons)(
  'the cells of “%s”, downloaded, print with Node what the page shows',
  { timeout: 300_000 },
  async (lesson, { expect }) => {
    const file = `content/en/${lesson}.mdx`;
    const fences = findFences(parseLesson(readFileSync(file, 'utf8')), file);
    const cells = fences.map(({ id, code, line }) => ({ id, code, line, file, controls: {} }));
    const results = await runLessonAtBuild(cells, { lesson, lang: 'en', root });
    const script = makeScript({
      lesson,
      title: lesson,
      address: `https://downhill.example/lessons/${lesson}/`,
      lang: 'en',
      cells,
      runtime,
      dataAddress: `http://127.0.0.1:${(data.address() as AddressInfo).port}/`,
    });
    const path = join(folder, `${lesson}.ts`);
    await writeFile(path, script);
    const { stdout } = await promisify(execFile)(process.execPath, [path], {
      maxBuffer: 20_000_000,
    });
    const shown = orderCells(cells, 'en').ordered.flatMap(({ id }) =>
      results.find((result) => result.id === id)!.outputs.map(treeText),
    );
    expect(linesOf(stdout)).toEqual(linesOf(shown.join('\n')));
  },
);

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

test('there are lessons to try', () => {
  expect(lessons.length).toBeGreaterThan(5);
});
