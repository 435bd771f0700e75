import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('index.ts', import.meta.url));

async function gzipped(code: string): Promise<number> {
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
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

test('the whole engine with its kernels is at most 44 kB, minified and compressed', async () => {
  expect(await gzipped(`export * from ${JSON.stringify(entry)};`)).toBeLessThanOrEqual(44_000);
});

test('what is not used is left out', async () => {
  const whole = await gzipped(`export * from ${JSON.stringify(entry)};`);
  const part = await gzipped(`export { tensor, noGrad } from ${JSON.stringify(entry)};`);
  expect(part).toBeLessThan(0.8 * whole);
});
