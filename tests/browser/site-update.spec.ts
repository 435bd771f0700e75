// A new edition of the site is offered, taken when the reader likes, and costs no work.
import { expect, test } from '@playwright/test';
import { staticHost, type StaticHost } from './static-host.ts';

test.use({ serviceWorkers: 'allow' });

let edition = 1;
let host: StaticHost;

test.beforeAll(async () => {
  // The service worker's text changes with the edition, as a new build's does.
  host = await staticHost('dist', (path) => (path === '/sw.js' ? `\n// edition ${edition}` : ''));
});
test.afterAll(() => host.close());

test('a new edition is offered, nothing is reloaded unasked, and what was begun is still there after', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto(`${host.origin}/lessons/perceptron/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, {
    timeout: 45_000,
  });
  const card = page.locator('.exercise[data-kind=number]').first();
  const field = card.getByRole('textbox');
  await card.scrollIntoViewIfNeeded();
  await expect(card.locator('xpath=ancestor::astro-island[not(@ssr)]')).toHaveCount(1);
  await field.fill('3/');
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));

  edition = 2;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const notice = page.locator('.update-notice');
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expect(field).toHaveValue('3/');
  expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true);

  await notice.getByRole('button', { name: 'Load it now' }).click();
  await page.waitForFunction(() => !('isTheSamePage' in window));
  await card.scrollIntoViewIfNeeded();
  await expect(field).toHaveValue('3/');
  await expect(notice).toHaveCount(0);
});
