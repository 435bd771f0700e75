// An exercise of the gallery, in sight and alive.
import { expect, type Locator, type Page } from '@playwright/test';

export async function card(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`section[id="${id}"]`);
  await found.scrollIntoViewIfNeeded();
  await expect(page.locator(`astro-island:has(section[id="${id}"])`)).not.toHaveAttribute('ssr');
  return found;
}
