import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { galleryCells } from '../../../tests/fixtures/notebook-cells.ts';
import { runLessonAtBuild } from '../build/run-lesson.ts';
import { makeNotebookFile } from './notebook-file.ts';
import { makeScript } from './script.ts';
import { treeText } from './tree-text.ts';

async function packRuntime(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/notebook/export/script-runtime.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
    target: 'es2023',
  });
  return gzipSync(outputFiles[0].contents).toString('base64');
}

test('a downloaded script prints with Node what the page shows', async () => {
  const place = { lesson: 'cell-gallery', lang: 'en', root: process.cwd() };
  const cells = galleryCells.map((cell) => ({ ...cell, line: 1, file: 'x.mdx' }));
  const results = await runLessonAtBuild(cells, place);
  const script = makeScript({
    lesson: 'cell-gallery',
    title: 'Cells',
    address: 'https://downhill.example/',
    lang: 'en',
    cells: cells.map((cell) => ({ ...cell, controls: {} })),
    runtime: await packRuntime(),
    dataAddress: 'https://downhill.example/data/',
  });
  const folder = await mkdtemp(join(tmpdir(), 'downhill-'));
  try {
    const file = join(folder, 'lesson.ts');
    await writeFile(file, script);
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    const shown = results.flatMap(({ outputs }) => outputs.map(treeText)).join('\n');
    expect(stdout.trim().replaceAll('\n\n', '\n')).toBe(shown);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test('a notebook file holds prose and cells in order', () => {
  const cell = {
    id: 'a',
    code: "import { tensor } from 'downhill'\ndisplay(tensor([1]))",
    controls: {},
    views: [],
    output: '1',
  };
  const file = JSON.parse(
    makeNotebookFile({
      lesson: 'x',
      lang: 'en',
      address: 'https://downhill.example/',
      parts: [{ prose: '# X' }, { cell }],
      runtime: '',
      dataAddress: '',
    }),
  ) as { cells: { cell_type: string; source: string[] }[] };
  expect(file.cells.map((one) => one.cell_type)).toEqual(['markdown', 'code', 'markdown', 'code']);
  expect(file.cells[3].source.join('')).toBe(
    'cell("a", [], {});\nvar { tensor } = downhill;\ndisplay(tensor([1]))\nfinish();',
  );
});
