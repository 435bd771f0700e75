// The same site below /course/: every address that a page uses stays below it and answers.
import { expect, test } from '@playwright/test';
import { visitOnce } from './offline.ts';
import { builtLessons } from './pages.ts';

const some = ['', 'zh/', ...builtLessons('dist-sub/course').slice(0, 2)];

for (const address of some) {
  test(`/course/${address} finds everything it asks for below /course/`, async ({ page }) => {
    const problems: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
      const url = new URL(response.url());
      if (url.protocol.startsWith('http') && !url.pathname.startsWith('/course/'))
        problems.push(`outside: ${url.pathname}`);
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const own = [...new Set(links.map((link) => link.split('#')[0]!))].filter(
      (link) => new URL(link).origin === new URL(page.url()).origin,
    );
    for (const link of own) {
      expect(new URL(link).pathname, `link on ${address}`).toMatch(/^\/course\//);
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
    expect(problems).toEqual([]);
  });
}

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the site below /course/ is kept there, and read without a network', async ({
    page,
    context,
  }) => {
    test.setTimeout(90_000);
    await visitOnce(page);
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(
        ({ scope }) => new URL(scope).pathname,
      ),
    );
    expect(scopes).toEqual(['/course/']);
    await context.setOffline(true);
    await page.goto(builtLessons('dist-sub/course')[0]!);
    await expect(page.locator('h1')).toBeVisible();
  });
});
