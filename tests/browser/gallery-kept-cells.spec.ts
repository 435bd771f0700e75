// What a reader changes in a cell is kept on the device, and travels in a link.
import { expect, test } from '@playwright/test';
import { cellOf, expectKept, GALLERY, outputOf, run, statusOf, write } from './notebook.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(GALLERY);
});

test('changes are kept on the device, and leave with Reset', async ({ page }) => {
  await write(page, 'scratch', 'display("mine")');
  await expectKept(page, ['display("mine")']);
  await page.reload();
  await expect(cellOf(page, 'scratch').locator('.cm-content')).toHaveText('display("mine")');
  await expect(statusOf(page, 'scratch')).toHaveText(/out of date/);
  await expect(outputOf(page, 'scratch')).toHaveText('2');
  await cellOf(page, 'scratch').locator('[data-action=reset]').click();
  await expectKept(page, []);
  await page.reload();
  await expect(cellOf(page, 'scratch').locator('pre')).toBeVisible();
});

test('when the lesson’s cell has changed since, the reader sees the difference and chooses', async ({
  page,
}) => {
  await write(page, 'scratch', 'display("mine")');
  await expectKept(page, ['display("mine")']);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('downhill');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const store = opening.result.transaction('cells', 'readwrite').objectStore('cells');
          const reading = store.getAll();
          reading.onsuccess = () => {
            const [record] = reading.result as { baseHash: string }[];
            const keys = store.getAllKeys();
            keys.onsuccess = () => {
              const changed = { ...record, baseHash: 'older' };
              (store.keyPath ? store.put(changed) : store.put(changed, keys.result[0])).onsuccess =
                () => resolve();
            };
          };
        };
      }),
  );
  await page.reload();
  const notice = cellOf(page, 'scratch').locator('.cell-notice');
  await expect(notice).toContainText('has changed since');
  await notice.getByRole('button', { name: 'Show the difference' }).click();
  await expect(notice.locator('.cm-deletedChunk')).toContainText('const scratch = 1');
  await notice.getByRole('button', { name: 'Take the lesson’s' }).click();
  await expect(cellOf(page, 'scratch').locator('.cm-content')).toContainText('const scratch = 1');
});

test('a shared link shows whose version it is, runs nothing, and leaves the reader’s own work alone', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await write(page, 'scratch', 'display("from a friend")');
  await cellOf(page, 'rate').locator('input[type=range]').fill('0.1');
  await cellOf(page, 'scratch').locator('[data-action=share]').click();
  await expect(statusOf(page, 'scratch')).toHaveText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#cells=[\w-]+$/);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link.split('#')[0]);
  await write(other, 'scratch', 'display("my own")');
  await expectKept(other, ['display("my own")']);
  await other.goto('about:blank');
  await other.goto(link);
  await expect(cellOf(other, 'scratch').locator('.cm-content')).toHaveText(
    'display("from a friend")',
  );
  await expect(cellOf(other, 'scratch').locator('.cell-notice')).toContainText('came with a link');
  await expect(outputOf(other, 'scratch')).toHaveText('2');
  await expect(cellOf(other, 'rate').locator('input[type=range]')).toHaveValue('0.1');
  expect(await other.locator('iframe').count()).toBe(0);
  await run(other, 'scratch');
  await expect(outputOf(other, 'scratch')).toHaveText('from a friend');
  await cellOf(other, 'scratch').getByRole('button', { name: 'Back to my version' }).click();
  await expect(cellOf(other, 'scratch').locator('.cm-content')).toHaveText('display("my own")');
});

test('a broken or foreign link is harmless', async ({ page }) => {
  for (const hash of ['#cells=xxxx', '#cells=', '#cells=q1YqSSxJBAA']) {
    await page.goto('about:blank');
    await page.goto(`${GALLERY}${hash}`);
    await expect(page.locator('.cell-notice')).toContainText('could not be read');
  }
});

test('where the browser refuses to copy, the cell says so, and the link stands in the address bar', async ({
  page,
}) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await write(page, 'scratch', 'display("from a friend")');
  await cellOf(page, 'scratch').locator('[data-action=copy]').click();
  await expect(statusOf(page, 'scratch')).toHaveText('The browser does not allow copying.');
  await cellOf(page, 'scratch').locator('[data-action=share]').click();
  await expect(statusOf(page, 'scratch')).toContainText('take the link from the address bar');
  await expect(statusOf(page, 'scratch')).toHaveText(/out of date|ran in/);
  await expect(page).toHaveURL(/#cells=[\w-]+$/);
});
