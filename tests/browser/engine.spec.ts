// The engine in real browsers: the same seed gives the same bits as in Node, down to the last one.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { fingerprints } from '../fixtures/same-bits.ts';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);

/** The fixture and the engine as one script that leaves the result in `fingerprints`. */
async function script(): Promise<string> {
  const fixture = fileURLToPath(new URL('../fixtures/same-bits.ts', import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `import { fingerprints } from ${JSON.stringify(fixture)}; globalThis.fingerprints = fingerprints();`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    keepNames: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0].text;
}

const result = () =>
  (globalThis as unknown as { fingerprints: Record<string, string> }).fingerprints;

test('Chromium computes the same bits as Node', async ({ page }) => {
  await page.addScriptTag({ content: await script() });
  expect(await page.evaluate(result)).toEqual(fingerprints());
});

test('Firefox computes the same bits as Node', async () => {
  test.skip(FIREFOX === undefined, 'Firefox is not installed');
  test.setTimeout(120_000);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await script() });
    expect(await page.evaluate(result)).toEqual(fingerprints());
  } finally {
    await browser.close();
  }
});
