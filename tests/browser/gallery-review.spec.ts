// The review page and the reader's work as a file, in a real browser.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { card } from './exercise-card.ts';

const day = 86_400_000;

/** Answers two questions of the gallery, one right and one wrong. */
async function answerTwo(page: Page): Promise<void> {
  await page.goto('dev/exercises/');
  const number = await card(page, 'gallery-bound');
  await number.getByLabel('Your answer').fill('0.5');
  await number.getByLabel('Your answer').press('Enter');
  await expect(number).toContainText('Right.');
  const shape = await card(page, 'gallery-shape');
  await shape.getByLabel('Your answer').fill('(10, 32)');
  await shape.getByLabel('Your answer').press('Enter');
  await expect(shape).toContainText('Not yet.');
  // Both are stored.
  await expect(number).toContainText('Done');
  await expect(shape).toContainText('Tried');
}

test('a new reader is told how questions get here', async ({ page }) => {
  await page.goto('review/');
  await expect(page.getByText('Nothing to review yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export for Anki' })).toBeDisabled();
});

test('questions come back when they are due, with other numbers, and go away when answered', async ({
  page,
}) => {
  await answerTwo(page);
  await page.goto('review/');
  await expect(page.getByText('Nothing is due now.')).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 40 * day);
  await page.goto('');
  await expect(page.locator('[data-due] a')).toHaveText(/2/);
  await page.locator('[data-due] a').click();
  await expect(page.getByText('2 questions are due')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  for (const left of ['2 left', 'the last one']) {
    await expect(page.getByText(left)).toBeVisible();
    const card = page.locator('.exercise');
    const kind = await card.getAttribute('data-kind');
    const field = card.getByLabel('Your answer');
    if (kind === 'number') {
      const [, lambda] = /λ=(\d)/.exec((await card.textContent())!.replaceAll(' ', ''))!;
      await field.fill(`2/${lambda}`);
    } else {
      const [, rows] = /is \((\d+), 784/.exec((await card.textContent())!)!;
      await field.fill(`(${rows}, 10)`);
    }
    await field.press('Enter');
    await expect(card).toContainText('Right.');
    await expect(page.getByText('Comes back')).toBeVisible();
    await page.getByRole('button', { name: 'Next question' }).click();
  }
  await expect(page.getByText('Done: 2 of 2 right at the first try.')).toBeVisible();
  await page.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText('Nothing is due now.')).toBeVisible();
});

test('the review asks nothing of the network once its page is here', async ({ page }) => {
  await answerTwo(page);
  await page.goto('review/');
  await expect(page.getByText('Nothing is due now.')).toBeVisible();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin)) foreign.push(request.url());
  });
  await page.getByRole('button', { name: 'Practise ahead of time' }).click();
  await expect(page.locator('.exercise')).toBeVisible();
  expect(foreign).toEqual([]);
});

test('one’s work goes out as a file and in again in another browser', async ({ page, browser }) => {
  await answerTwo(page);
  await page.goto('review/');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const path = (await (await saving).path())!;
  const file = JSON.parse(await readFile(path, 'utf8')) as { answers: { id: string }[] };
  expect(file.answers.map(({ id }) => id).sort()).toEqual(['gallery-bound', 'gallery-shape']);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Read a file').setInputFiles(path);
  await expect(other.getByText(/Read: \d+ entries/)).toBeVisible();
  await expect(other.getByText('Nothing is due now.')).toBeVisible();
  await other.goto(page.url().replace('review/', 'dev/exercises/'));
  const number = other.locator('section[id="gallery-bound"]');
  await number.scrollIntoViewIfNeeded();
  await expect(number.getByLabel('Your answer')).toHaveValue('0.5');
  await context.close();
});

test('a damaged file changes nothing and says why', async ({ page }) => {
  await answerTwo(page);
  await page.goto('review/');
  const read = (text: string) =>
    page.getByLabel('Read a file').setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await read('{"format"');
  await expect(page.getByText('not readable as JSON')).toBeVisible();
  await read('{"format":"other"}');
  await expect(page.getByText('not a file of Downhill’s')).toBeVisible();
  await read(
    '{"format":"downhill-progress","version":1,"answers":[{"id":7}],"cells":[],"positions":[],"cards":[]}',
  );
  await expect(page.getByText('damaged at “answers”, entry 1')).toBeVisible();
  await expect(page.getByText('Nothing is due now.')).toBeVisible();
});

test('the answered questions go to Anki, formulas in its own form', async ({ page }) => {
  await answerTwo(page);
  await page.goto('review/');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export for Anki' }).click();
  const text = await readFile((await (await saving).path())!, 'utf8');
  const [separator, html, ...lines] = text.trim().split('\n');
  expect([separator, html]).toEqual(['#separator:tab', '#html:true']);
  const notes = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  expect(notes.map(([guid]) => guid).sort()).toEqual([
    'downhill-en-gallery-bound',
    'downhill-en-gallery-shape',
  ]);
  const bound = notes.find(([guid]) => guid.endsWith('bound'))!;
  expect(bound).toHaveLength(4);
  expect(bound[1]).toContain('\\(\\eta\\)');
  expect(bound[1]).not.toContain('katex');
  expect(bound[2]).toContain('0.5');
});

for (const [name, size] of [
  ['a wide window', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`axe finds nothing on the review page, on ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto('review/');
    await expect(page.getByText('Nothing to review yet.')).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      size.width,
    );
  });
