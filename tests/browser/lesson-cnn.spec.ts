// The CNN lesson's figures: look inside, draw, train in the page, open mistakes.
import { expect, test } from '@playwright/test';

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

test('a net is trained in the page, from the first file on, and can be stopped', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(LESSON);
  const figure = page.locator('#fig-cnn-trainer');
  await figure.scrollIntoViewIfNeeded();
  const status = figure.locator('[data-status]');
  await expect(status).toContainText('parameters; on this device about', { timeout: 30_000 });
  await figure.getByRole('button', { name: 'less: epochs' }).click();
  await figure.getByRole('button', { name: 'Train from scratch' }).click();
  await expect(status).toContainText('Epoch 1 of 1', { timeout: 30_000 });
  // The page stays usable meanwhile.
  await figure.getByRole('button', { name: 'sandal', exact: true }).click();
  const train = figure.getByRole('button', { name: 'Train from scratch' });
  await expect(train).toBeVisible({ timeout: 90_000 });
  const reading = await figure.locator('[data-reading]').innerText();
  const accuracy = Number(/gets ([\d.]+) %/.exec(reading)?.[1]);
  expect(accuracy).toBeGreaterThan(75);
  await train.click();
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(train).toBeVisible();
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
