// Every cell of every lesson gives the same in Node, where the page was made, and in this browser.
import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { lateOrNot } from './notebook.ts';

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

/** What a reader reads. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, '\n');
/** All but the numbers of a drawing. */
const formOf = (html: string) => lateOrNot(html).replaceAll(/[-\d.e]+/g, '0');
const numbersOf = (html: string) =>
  [...html.replaceAll(/base64,[^"]*/g, '').matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(Number);
const distance = (a: number[], b: number[]) =>
  Math.max(0, ...a.map((value, i) => Math.abs(value - b[i]!)));

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
    await expect(page.locator('downhill-cell .out-failure')).toHaveCount(0);
    const here = await outputs(page);
    expect(Object.keys(here)).toEqual(Object.keys(made));
    for (const [cell, pieces] of Object.entries(made)) {
      expect(here[cell]!.map(wordsOf), cell).toEqual(pieces.map(wordsOf));
      expect(here[cell]!.map(formOf), cell).toEqual(pieces.map(formOf));
      const far = pieces.map((piece, i) => distance(numbersOf(piece), numbersOf(here[cell]![i]!)));
      // Native powers differ in their last bit; a picture of rounding errors shows that by a few pixels.
      expect(Math.max(0, ...far), cell).toBeLessThan(4);
    }
  });
