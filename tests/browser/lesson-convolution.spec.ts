// The convolution lesson's figures by mouse, touch and keys.
import { expect, test } from '@playwright/test';
import { bringHere, swipe } from './touch.ts';

const LESSON = 'lessons/convolution/';

test.describe('the kernel on a picture', () => {
  test('follows the pointer and shows the nine products of that place', async ({ page }) => {
    await page.goto(LESSON);
    const figure = page.locator('#fig-kernel-lab');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', '');
    const picture = figure.getByRole('slider', { name: 'picture' });
    const box = (await picture.boundingBox())!;
    await page.mouse.move(box.x + box.width * (20.5 / 28), box.y + box.height * (10.5 / 28));
    await expect(figure.locator('[data-reading]')).toContainText('row 10, column 20');
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(figure.locator('[data-reading]')).toContainText('row 15, column 21');
  });

  test('takes other weights, from a preset or typed, and keeps them in the address', async ({
    page,
  }) => {
    await page.goto(LESSON);
    const figure = page.locator('#fig-kernel-lab');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', '');
    const output = figure.locator('.kernel-view img').last();
    const before = await output.getAttribute('src');
    await figure.getByRole('combobox', { name: 'kernel' }).selectOption({ label: 'blur' });
    await expect(output).not.toHaveAttribute('src', before!);
    await expect(page).toHaveURL(/fig\.kernel-lab=kernel/);
    const blurred = page.url();
    const weight = figure.getByLabel('weight, row 2, column 2');
    await weight.fill('3');
    await weight.press('Tab');
    await expect(figure.getByRole('combobox', { name: 'kernel' })).toHaveValue('own');
    await expect(page).not.toHaveURL(blurred);
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.getByLabel('weight, row 2, column 2')).toHaveValue('3');
  });

  test('reads a picture of the reader’s, and says so when a file is none', async ({ page }) => {
    await page.goto(LESSON);
    const figure = page.locator('#fig-kernel-lab');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', '');
    const file = figure.locator('input[type=file]');
    await file.setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no picture'),
    });
    await expect(figure).toContainText('could not be read');
    const square = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 100 } });
    await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: square });
    await expect(figure.getByRole('combobox', { name: 'picture' })).toHaveValue('own');
  });
});

test('the window stepper: keys choose a window, steppers change the sizes', async ({ page }) => {
  await page.goto(LESSON);
  const figure = page.locator('#fig-window-stepper');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  await expect(figure.locator('[data-reading]')).toContainText('+ 1 = 5');
  await figure.getByRole('button', { name: 'more: stride' }).click();
  await expect(figure.locator('[data-reading]')).toContainText('+ 1 = 3');
  await figure.getByRole('slider', { name: 'Output' }).focus();
  await page.keyboard.press('End');
  await expect(figure.locator('[data-reading]')).toContainText('reads input rows 4, 5, 6');
});

test('by touch: the frame follows the finger, a window and a unit are chosen, the receptive field grows', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL!,
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(LESSON);
  const lab = page.locator('#fig-kernel-lab');
  await lab.scrollIntoViewIfNeeded();
  await expect(lab).toHaveAttribute('data-live', '');
  await swipe(page, lab.getByRole('slider', { name: 'picture' }), [0.2, 0.2], [0.625, 0.875]);
  await expect(lab.locator('[data-reading]')).toContainText('row 24, column 17');

  const stepper = page.locator('#fig-window-stepper');
  await stepper.scrollIntoViewIfNeeded();
  await expect(stepper).toHaveAttribute('data-live', '');
  await swipe(page, stepper.getByRole('slider', { name: 'Output' }), [0.1, 0.1], [0.9, 0.5]);
  await expect(stepper.locator('[data-reading]')).toContainText('Output (2, 4)');

  const figure = page.locator('#fig-receptive-field');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '');
  const picture = figure.getByRole('slider');
  await bringHere(picture);
  await picture.tap({ position: { x: (await picture.boundingBox())!.width - 12, y: 40 } });
  await expect(picture).toHaveAttribute('aria-valuenow', '4');
  await expect(figure.locator('[data-reading]')).toContainText('sees 8 of');
  await figure.getByRole('button', { name: 'Add a convolution' }).tap();
  await expect(figure.locator('[data-reading]')).toContainText('sees 12 of');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test('links restore what the figures showed', async ({ page }) => {
  await page.goto(
    `${LESSON}#fig.window-stepper=stride:2&fig.receptive-field=unit:3&fig.parameter-counter=kernel:5`,
  );
  const stepper = page.locator('#fig-window-stepper');
  await stepper.scrollIntoViewIfNeeded();
  await expect(stepper.locator('[data-reading]')).toContainText('+ 1 = 3');
  const field = page.locator('#fig-receptive-field');
  await field.scrollIntoViewIfNeeded();
  await expect(field.getByRole('slider')).toHaveAttribute('aria-valuenow', '4');
  const counter = page.locator('#fig-parameter-counter');
  await counter.scrollIntoViewIfNeeded();
  await expect(counter).toHaveAttribute('data-live', '');
  await expect(counter).toContainText('1,216');
  await counter.getByRole('slider', { name: 'kernel size' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(counter).not.toContainText('1,216');
});
