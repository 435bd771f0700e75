import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type * as engine from './index.ts';

const entry = fileURLToPath(new URL('index.ts', import.meta.url));

async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: code,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}

async function gzipped(code: string): Promise<number> {
  return gzipSync(await bundled(code), { level: 9 }).length;
}

test('the whole engine with its kernels is at most 40 kB, minified and compressed', async () => {
  expect(await gzipped(`export * from ${JSON.stringify(entry)};`)).toBeLessThanOrEqual(40_000);
});

test('what is not used is left out', async () => {
  const whole = await gzipped(`export * from ${JSON.stringify(entry)};`);
  const part = await gzipped(`export { tensor, noGrad } from ${JSON.stringify(entry)};`);
  expect(part).toBeLessThan(0.8 * whole);
});

test('layers keep their names when the code is minified', async () => {
  const code = await bundled(`export * from ${JSON.stringify(entry)};`);
  const { nn, summary } = (await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )) as typeof engine;
  const { layers } = summary(new nn.Sequential(new nn.Linear(2, 3), new nn.GELU()), [1, 2]);
  expect(layers.map(({ kind }) => kind)).toEqual(['Linear', 'GELU']);
});
