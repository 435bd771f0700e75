// A new edition of the site is offered, taken when the reader likes, and costs no work.
import { expect, test, type Page } from '@playwright/test';
import { staticHost, type StaticHost } from './static-host.ts';

test.use({ serviceWorkers: 'allow' });

let edition = 1;
let host: StaticHost;

test.beforeAll(async () => {
  // The service worker's text changes with the edition, as a new build's does.
  host = await staticHost('dist', (path) => (path === '/sw.js' ? `\n// edition ${edition}` : ''));
});
test.afterAll(() => host.close());

/** The script that tells of new editions comes when the page has come to rest. */
const untilListening = (page: Page) =>
  page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some(({ name }) => /\/offline\.[\w-]+\.js$/.test(name)),
  );

test('a new edition is offered, nothing is reloaded unasked, and what was begun is still there after', async ({
  page,
  context,
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
  const other = await context.newPage();
  await other.goto(`${host.origin}/lessons/cnn/`);
  await other.waitForFunction(() => navigator.serviceWorker.controller);
  await other.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await untilListening(other);

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

  // The other tab is told too, and stays until its reader says so.
  await other.bringToFront();
  await expect(other.locator('.update-notice')).toBeVisible();
  expect(await other.evaluate(() => 'isTheSamePage' in window)).toBe(true);
  await other.locator('.update-notice').getByRole('button', { name: 'Load it now' }).click();
  await other.waitForFunction(() => !('isTheSamePage' in window));
});

test('a page whose files the server has replaced offers the new edition', async ({ page }) => {
  await page.goto(`${host.origin}/lessons/cnn/`);
  await untilListening(page);
  const notice = page.locator('.update-notice');
  const fail = () =>
    Promise.all([
      page.waitForResponse(page.url()),
      page.evaluate(() => dispatchEvent(new Event('vite:preloadError'))),
    ]);
  await fail();
  await expect(notice, 'the server has the same edition').toHaveCount(0);
  await page.evaluate(() => (document.documentElement.dataset.edition = 'an earlier one'));
  await fail();
  await expect(notice).toBeVisible();
});
