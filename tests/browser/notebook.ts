// How the browser tests handle cells.
import { expect, type Locator, type Page } from '@playwright/test';

export const GALLERY = 'dev/cells/';

export const cellOf = (page: Page, id: string): Locator => page.locator(`#cell-${id}`);
export const statusOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.cell-status');
export const outputOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.cell-output');
export const failureOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.out-failure');

/** Replaces the text of a cell through its editor. */
export async function write(page: Page, id: string, code: string): Promise<void> {
  const cell = cellOf(page, id);
  const editor = cell.locator('.cm-content');
  if ((await editor.count()) === 0)
    await cell.locator('pre').click({ position: { x: 120, y: 20 } });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

export async function run(page: Page, id: string): Promise<void> {
  await cellOf(page, id).locator('[data-action=run]').click();
}

/** Waits until the cell has ended, well or badly. */
export async function settled(page: Page, id: string, timeout = 15_000): Promise<void> {
  await expect(cellOf(page, id)).not.toHaveClass(/is-waiting/, { timeout });
}

export async function runAndSettle(page: Page, id: string): Promise<void> {
  await run(page, id);
  await expect(outputOf(page, id)).toHaveAttribute('aria-busy', 'false', { timeout: 15_000 });
  await settled(page, id);
}

/** Runs a text in the cell called scratch. */
export async function tryCode(page: Page, code: string): Promise<void> {
  await write(page, 'scratch', code);
  await runAndSettle(page, 'scratch');
}

export async function menu(page: Page, id: string, action: string): Promise<void> {
  await cellOf(page, id).locator('summary').click();
  await cellOf(page, id).locator(`[data-action=${action}]`).click();
}

/** The page still works: a cell that has nothing to do with the others runs. */
export async function expectAlive(page: Page): Promise<void> {
  await runAndSettle(page, 'data');
  await expect(statusOf(page, 'data')).toHaveText(/^ran in/);
  await expect(outputOf(page, 'data')).toContainText('(4, 1)');
}
