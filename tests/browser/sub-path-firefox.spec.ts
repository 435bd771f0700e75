// One lesson in Firefox: its cells run in the sandbox and show what the page was made with. Skipped where there is no Firefox.
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';

const candidates = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
const LESSON = 'lessons/perceptron/';

test('the cells of a lesson give the same in Firefox, and one that runs away is ended', async ({
  baseURL,
}) => {
  if (executablePath === undefined)
    console.log(
      'Firefox was not found: the test in Firefox is skipped. Set FIREFOX_PATH to run it.',
    );
  test.skip(executablePath === undefined, 'no Firefox on this machine');
  test.setTimeout(240_000);
  const browser = await launch({
    browser: 'firefox',
    executablePath: executablePath!,
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.goto(new URL(LESSON, baseURL).href);
    const texts = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('downhill-cell')].map((cell) => [
          cell.dataset.cell,
          [...cell.querySelectorAll('.cell-output > *')].map((one) => one.textContent),
        ]),
      );
    const made = await texts();
    expect(made.length).toBeGreaterThan(0);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[data-action=run-all]')!.click(),
    );
    await page.waitForFunction(
      () => [...document.querySelectorAll('.cell-output')].every((one) => one.ariaBusy === 'false'),
      { timeout: 200_000 },
    );
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.out-failure')].map((one) => one.textContent),
      ),
    ).toEqual([]);
    expect(await texts()).toEqual(made);

    // A runaway cell can be stopped here too.
    await page.evaluate(() => {
      document.documentElement.dataset.cellPatience = '2';
      document.querySelector<HTMLElement>('downhill-cell pre')!.focus();
    });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.cell-editor')?.shadowRoot?.querySelector('.cm-content'),
    );
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.type('while (true) ;');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    const failure = await page.waitForSelector('downhill-cell .out-failure', { timeout: 30_000 });
    expect(await failure!.evaluate((one) => one.textContent)).toContain('gave no sign of life');
    // The page and its other cells still work.
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('downhill-cell [data-action=reset]')!.click(),
    );
    await page.waitForFunction(() => !document.querySelector('downhill-cell .out-failure'), {
      timeout: 30_000,
    });
    await page.waitForFunction(
      (text) => document.querySelector('downhill-cell .cell-output > *')?.textContent === text,
      { timeout: 60_000 },
      made[0]![1]![0],
    );
  } finally {
    await browser.close();
  }
});
