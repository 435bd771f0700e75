// What PUBLISHING.md recommends to hosts, tried: headers, the page for addresses that lead nowhere, embedding.
import { expect, test } from '@playwright/test';
import { tryFirstCell } from './notebook.ts';
import { staticHost, type StaticHost } from './static-host.ts';

let host: StaticHost;
test.beforeAll(async () => {
  host = await staticHost('dist-sub');
});
test.afterAll(() => host.close());

test('with the recommended headers a cell runs and nothing is refused', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${host.origin}/course/lessons/perceptron/`);
  await tryFirstCell(page);
  expect(problems).toEqual([]);
});

test('an address that leads nowhere shows the page that helps, in the site’s own look', async ({
  page,
}) => {
  const response = await page.goto(`${host.origin}/course/lessons/no-such-lesson/`);
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('No path leads here');
  await page.locator('main a').first().click();
  await expect(page).toHaveURL(/\/course\//);
  await expect(page.locator('h1')).not.toHaveText('No path leads here');
});

test('another site can show a figure, and nothing but a figure', async ({ page }) => {
  const frames = ['embed/boundary-by-hand/', 'lessons/perceptron/']
    .map(
      (path) =>
        `<iframe name="${path.split('/')[0]}" src="${host.origin}/course/${path}"></iframe>`,
    )
    .join('');
  const other = await staticHost('dist-sub', (path) => (path === '/guest' ? frames : ''));
  await page.goto(`${other.origin}/guest`);
  await expect(page.frameLocator('[name=embed]').locator('figure.figure')).toBeVisible();
  await expect(page.frameLocator('[name=lessons]').locator('article')).toHaveCount(0);
  other.close();
});
