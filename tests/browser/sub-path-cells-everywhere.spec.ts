// Every cell of every lesson gives the same in Node, where the page was made, and in this browser.
import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

const lessons = readdirSync('content/en')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replace('.mdx', ''));

const outputs = (page: Page) =>
  page
    .locator('downhill-cell')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [
          (cell as HTMLElement).dataset.cell!,
          [...cell.querySelectorAll('.cell-output > *')].map((one) => one.innerHTML),
        ]),
      ),
    );

for (const lesson of lessons)
  test(`the cells of “${lesson}” give the same in Node and here`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(`lessons/${lesson}/`);
    const cells = page.locator('downhill-cell');
    test.skip((await cells.count()) === 0, 'no cells');
    const made = await outputs(page);
    await cells.first().locator('summary').click();
    await cells.first().locator('[data-action=run-all]').click();
    await expect(cells.last().locator('.cell-output')).toHaveAttribute('aria-busy', /./, {
      timeout: 20_000,
    });
    await expect(page.locator('downhill-cell.is-waiting')).toHaveCount(0, { timeout: 280_000 });
    await expect(page.locator('.out-failure')).toHaveCount(0);
    expect(await outputs(page)).toEqual(made);
  });
