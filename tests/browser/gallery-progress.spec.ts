// Work that is never lost: full or damaged storage, a newer edition in another tab, files from two browsers.
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { card } from './exercise-card.ts';

const address = 'dev/exercises/';

async function answer(page: Page, text: string): Promise<Locator> {
  const found = await card(page, 'gallery-bound');
  await found.getByLabel('Your answer').fill(text);
  await found.getByLabel('Your answer').press('Enter');
  await expect(found).toContainText(/Right\.|Not yet\./);
  return found;
}

test('with storage full the answer stays on the page and the reader is told', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(address);
  const found = await answer(page, '0.25');
  await expect(found).toContainText('Not yet.');
  await expect(found).toContainText('storage is full');
  await expect(found.getByLabel('Your answer')).toHaveValue('0.25');
  await expect(found).toContainText('Tried');
});

test('a damaged entry is left out and told, the others stay, and it can be answered anew', async ({
  page,
}) => {
  await page.goto(address);
  await answer(page, '0.5');
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('downhill');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('answers', 'readwrite');
          writing.objectStore('answers').put({ id: 7, nonsense: true }, 'gallery-shape');
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await page.reload();
  const shape = await card(page, 'gallery-shape');
  await shape.getByLabel('Your answer').fill('(32, 10)');
  await shape.getByLabel('Your answer').press('Enter');
  await expect(shape).toContainText('Right.');
  await expect(shape).toContainText('could not be read');
  await page.reload();
  await shape.scrollIntoViewIfNeeded();
  await expect(shape.getByLabel('Your answer')).toHaveValue('(32, 10)');
  const kept = page.locator('section[id="gallery-bound"]');
  await kept.scrollIntoViewIfNeeded();
  await expect(kept.getByLabel('Your answer')).toHaveValue('0.5');
});

test('a store of a newer edition is left alone and the reader told', async ({ page }) => {
  await page.goto('');
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('downhill', 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore('of-the-future');
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
  await page.goto(address);
  const found = await answer(page, '0.5');
  await expect(found).toContainText('newer');
});

test('a file of another browser is merged: the newest answer wins, attempts add up', async ({
  page,
  browser,
}) => {
  const save = async (from: Page) => {
    const saving = from.waitForEvent('download');
    await from.getByRole('button', { name: 'Save as a file' }).click();
    return (await (await saving).path())!;
  };
  await page.goto(address);
  await answer(page, '0.25');
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(page.url());
  await answer(other, '4');
  await answer(other, '0.5');
  await page.goto('review/');
  const older = await save(page);
  await other.goto(page.url());
  await other.getByLabel('Read a file').setInputFiles(older);
  await expect(other.getByText(/Read: \d+ entries/)).toBeVisible();
  const merged = JSON.parse(await readFile(await save(other), 'utf8')) as {
    answers: { answer: string; correct: boolean; attempts: Record<string, number> }[];
  };
  const [bound] = merged.answers;
  expect(bound).toMatchObject({ answer: '0.5', correct: true });
  expect(Object.values(bound.attempts).sort()).toEqual([1, 2]);
  await context.close();
});
