// After the first visit the site can be read, and its cells run, without a network.
import { expect, test } from '@playwright/test';
import { tryFirstCell } from './notebook.ts';
import { visitOnce } from './offline.ts';
import { englishLessons } from './pages.ts';

test.use({ serviceWorkers: 'allow' });

const lesson = englishLessons()[0]!;

test('a lesson never opened before can be read offline, and its cells run', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  await visitOnce(page);
  await context.setOffline(true);
  await page.goto(lesson);
  await expect(page.locator('h1')).toBeVisible();
  await tryFirstCell(page);
  const frame = page.locator('iframe[src*="sandbox/offline/"]');
  await expect(frame).toHaveCount(1);
  // Sandboxed by the service worker's header: its origin is opaque, so the page cannot look inside.
  await expect
    .poll(() => frame.evaluate((element) => (element as HTMLIFrameElement).contentDocument))
    .toBeNull();
  // An answer is marked and kept, and the review, whose page was never opened, can ask for it again.
  const question = page.locator('.exercise[data-kind=number]').first();
  await question.scrollIntoViewIfNeeded();
  await expect(question.getByRole('button', { name: 'Check' })).toBeEnabled();
  await question.getByRole('textbox').fill('-12345');
  await question.getByRole('textbox').press('Enter');
  await expect(question).toContainText('Not yet.');
  await page.goto('review/');
  await page.getByRole('button', { name: 'Practise ahead of time' }).click();
  await expect(page.locator('.exercise[data-kind=number]')).toBeVisible();
});
