// The CNN lesson's figures: look inside, draw, train in the page, open mistakes.
import { expect, test } from '@playwright/test';
import { swipe } from './touch.ts';

const LESSON = 'lessons/cnn/';

test('another picture gets another answer, by pointer and by keys', async ({ page }) => {
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  const reading = figure.locator('[data-reading]');
  await figure.getByRole('button', { name: 'bag', exact: true }).click();
  await expect(reading).toContainText('“bag”');
  await figure.getByRole('button', { name: 'trousers', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(reading).toContainText('“trousers”');
  await figure.getByRole('button', { name: 'Blank sheet' }).click();
  const pad = figure.getByRole('application');
  await pad.focus();
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
  await expect(reading).not.toContainText('“trousers”');
});

test('a net is trained in the page: stopped, resumed, with the tab hidden meanwhile', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  const status = figure.locator('[data-status]');
  await expect(status).toContainText('2 epochs take about', { timeout: 30_000 });
  await figure.getByRole('button', { name: 'more: epochs' }).click();
  await figure.getByRole('button', { name: 'Train from scratch' }).click();
  await expect(status).toContainText(/Epoch \d of 3/, { timeout: 30_000 });
  // The last test is kept, and said to be of an earlier moment.
  await expect(figure.locator('.cnn-caption')).toContainText('the network has changed since');
  // The page stays usable meanwhile.
  await figure.getByRole('button', { name: 'sandal', exact: true }).click();
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(status).toContainText('Stopped after step', { timeout: 30_000 });
  await figure.getByRole('button', { name: 'Resume' }).click();
  const other = await context.newPage();
  await other.bringToFront();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(figure.getByRole('button', { name: 'Train from scratch' })).toBeVisible({
    timeout: 90_000,
  });
  const reading = await figure.locator('[data-reading]').innerText();
  expect(Number(/gets ([\d.]+) %/.exec(reading)?.[1])).toBeGreaterThan(83);
  await expect(figure.locator('.cnn-curves')).toContainText('test ');
});

test('the layers can be changed; what they cost is said; the link keeps them', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  const cost = figure.locator('[data-cost]');
  await expect(cost).toContainText('9,098 parameters, 290,080 multiplications');
  await figure.getByRole('button', { name: 'Add a convolution' }).click();
  await figure.getByRole('combobox', { name: 'kernels of convolution 3' }).selectOption('4');
  await figure.getByRole('combobox', { name: 'kernel size of convolution 3' }).selectOption('1');
  await figure.getByRole('combobox', { name: 'pooling after convolution 1' }).selectOption('2');
  await figure.getByRole('combobox', { name: 'hidden dense layer' }).selectOption('32');
  // 80 + 1,168 + 68 + (4 · 3 · 3 + 1) · 32 + 33 · 10
  await expect(cost).toContainText('2,830 parameters');
  // Going on with the old net would not be the net on show.
  await expect(figure.getByRole('button', { name: 'Train on' })).toHaveCount(0);
  await expect(page).toHaveURL(/hidden:32/);
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expect(cost).toContainText('2,830 parameters');
  await figure.getByRole('button', { name: 'Train from scratch' }).click();
  await expect(figure.locator('.cnn-row')).toHaveCount(5, { timeout: 30_000 }); // kernels, three rows of maps, answer
  await figure.getByRole('button', { name: 'Stop' }).click();
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Save weights' }).click();
  const path = await (await download).path();
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(cost).toContainText('9,098 parameters');
  await expect(figure.locator('.cnn-row')).toHaveCount(4);
  await figure.locator('input[accept=".safetensors"]').setInputFiles(path);
  await expect(cost).toContainText('2,830 parameters');
  await expect(figure.locator('.cnn-row')).toHaveCount(5);
});

test('a picture is drawn by touch, or dropped from a folder', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await figure.getByRole('button', { name: 'Blank sheet' }).tap();
  const pad = figure.getByRole('application');
  const ink = pad.locator('img');
  const blank = await ink.getAttribute('src');
  expect(await swipe(page, pad, [0.3, 0.2], [0.6, 0.8])).toBe(0);
  await expect(ink).not.toHaveAttribute('src', blank!);
  const drawn = await ink.getAttribute('src');
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(60, 40);
    const paint = canvas.getContext('2d')!;
    paint.fillRect(0, 0, 60, 40); // black all round: dark and light are swapped
    paint.fillStyle = 'white';
    paint.fillRect(20, 10, 20, 20);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'a.png', { type: 'image/png' }));
    document
      .querySelector('#fig-cnn-trainer .cnn')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await expect(figure.locator('[data-note]')).toContainText('Dark and light were swapped');
  await expect(ink).not.toHaveAttribute('src', drawn!);
  await context.close();
});

test('a count of the confusion matrix opens the pictures behind it', async ({ page }) => {
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  const cell = figure.getByRole('button', { name: /taken for/ }).first();
  const count = Number(await cell.innerText());
  await cell.click();
  await expect(figure.locator('.cnn-mistakes img')).toHaveCount(Math.min(count, 40));
});

test('weights go out as a file and come back; a wrong file changes nothing', async ({ page }) => {
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Save weights' }).click();
  const path = await (await download).path();
  const before = await figure.locator('[data-reading]').innerText();
  const input = figure.locator('input[accept=".safetensors"]');
  await input.setInputFiles({
    name: 'a.safetensors',
    mimeType: '',
    buffer: Buffer.from('nonsense'),
  });
  await expect(figure).toContainText('does not hold weights');
  expect(await figure.locator('[data-reading]').innerText()).toBe(before);
  await input.setInputFiles(path);
  await expect(figure).toContainText('Weights loaded.');
});

test('the shifted pictures: the slider moves picture and reading', async ({ page }) => {
  await page.goto(LESSON);
  const figure = page.locator('#fig-shifted-pictures');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  await figure.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('[data-reading]')).toContainText('3 pixels to the right');
});
