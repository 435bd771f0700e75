// What the tests of reading without a network begin with.
import type { Page } from '@playwright/test';

/** The first visit: opens the home page and waits until all pages of its language are kept. Takes some seconds. */
export async function visitOnce(page: Page): Promise<void> {
  await page.goto('');
  await page.waitForFunction(
    () => Object.keys(localStorage).some((key) => key.startsWith('downhill:kept')),
    undefined,
    { timeout: 60_000 },
  );
}
