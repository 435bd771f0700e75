// What the site promises on every page: complete without script, nothing from elsewhere, no error in the console.
import { expect, test } from '@playwright/test';
import { builtLessons, builtPages } from './pages.ts';

test.describe('every page', () => {
  for (const page of builtPages()) {
    test(`/${page} loads from this origin alone, without an error or a breach of its policy`, async ({
      page: tab,
      baseURL,
    }) => {
      const problems: string[] = [];
      const origin = new URL(baseURL!).origin;
      tab.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin)
          problems.push(`request to ${url}`);
      });
      tab.on('response', (response) => {
        if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
      });
      tab.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      tab.on('pageerror', (error) => problems.push(error.message));
      await tab.goto(page);
      // Show the whole page once; each figure comes to life on its own page below /embed/.
      await tab.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
          scrollTo(0, y);
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      });
      await tab.waitForLoadState('networkidle');
      expect(problems).toEqual([]);
      const policy = tab.locator('meta[http-equiv="content-security-policy" i]');
      await expect(policy).toHaveAttribute('content', /default-src '(self|none)'/);
    });
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const lesson of builtLessons()) {
    test(`/${lesson} has its text, formulas, outputs, figures and questions`, async ({ page }) => {
      await page.goto(lesson);
      await expect(page.locator('h1')).toBeVisible();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(3000);
      for (const kind of ['.katex', '[data-cell]', 'figure.figure'])
        expect(await page.locator(kind).count(), kind).toBeGreaterThan(0);
      for (const cell of await page.locator('[data-cell]').all())
        await expect(cell.locator('pre, code').first()).toBeVisible();
      for (const figure of await page.locator('figure.figure').all())
        await expect(figure.locator('.figure-title')).toBeVisible();
    });
  }
});
