// The components of the text, each in each state, photographed at three widths in both themes.
import { expect, test } from '@playwright/test';
import { axe } from './axe.ts';

/** What must be there, by its selector: one line a state. */
const states = [
  '.side-note',
  'a.term[data-card="term:gradient"]',
  'span.term[data-missing]',
  'a.cite[data-card]',
  'span.cite[data-missing]',
  '.definition',
  '.theorem:has(.of)',
  '.theorem:not(:has(.of))',
  '.theorem.wide',
  'details.proof[open]',
  'details.proof:not([open])',
  '.key-idea',
  '.common-error:has(.of)',
  '.common-error.wide',
  '.worked-example',
  '.history:has(.year)',
  '.history:not(:has(.year))',
  '.aside:has(.block-title)',
  '.aside.wide',
  'figure.picture:not(.wide) img[alt]',
  'figure.picture.wide figcaption',
  '.wide > pre',
  'blockquote',
  'table',
  '.recap',
  '.lesson-sources a',
];

for (const lang of ['', 'zh/'])
  test(`every component of the text is there in every state, /${lang}`, async ({ page }) => {
    await page.goto(`${lang}dev/prose/`);
    for (const state of states)
      await expect(page.locator(`.prose ${state}`).first(), state).toBeVisible();
    // A theorem, a lemma, a proposition and a corollary are called differently.
    const labels = await page
      .locator('.theorem .block-label')
      .evaluateAll((found) => found.map((label) => label.firstChild?.textContent?.trim()));
    expect(new Set(labels).size).toBe(4);
    const numbers = await page
      .locator('figure.picture figcaption')
      .evaluateAll((captions) => captions.map((it) => getComputedStyle(it, '::before').content));
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(number).toContain('counter');
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing is too wide, and axe finds nothing, ${colorScheme}`, async ({ page }, info) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme });
    for (const lang of ['', 'zh/']) {
      await page.goto(`${lang}dev/prose/`);
      for (const width of [320, 390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess, `/${lang} at ${width}`).toBeLessThanOrEqual(0);
        const name = `prose-${lang ? 'zh' : 'en'}-${width}-${colorScheme}`;
        const path = info.outputPath(`${name}.png`);
        await page.screenshot({ path, fullPage: true });
        await info.attach(name, { path, contentType: 'image/png' });
      }
      const { violations } = await axe(page).exclude('.katex-html').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    }
  });
