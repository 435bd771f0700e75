// What the site promises on every lesson: it is complete without script. For the other promises see every-page.spec.ts.
import { expect, test } from '@playwright/test';
import { builtLessons } from './pages.ts';

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
