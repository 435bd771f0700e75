// The perceptron lesson as a reader uses it: training by mouse, finger and keys, placing a line, links, no script.
import { expect, test, type Page } from '@playwright/test';
import { bringHere, dragWithFinger } from './touch.ts';

const LESSON = 'lessons/perceptron/';
const TRAINER = 'embed/perceptron-trainer/';
const figure = (page: Page) => page.locator('#fig-perceptron-trainer');
const reading = (page: Page) => figure(page).locator('[data-reading]');
const points = (page: Page) => figure(page).locator('[data-point]');
const count = (page: Page, name: string) =>
  figure(page).locator('.trainer-count div', { hasText: name }).locator('dd');

async function openTrainer(page: Page, state = '') {
  await page.goto(TRAINER + (state && `#fig.perceptron-trainer=${state}`));
  await expect(figure(page)).toHaveAttribute('data-live', '');
}

/** A place of the picture, in its own units, as a point of the window. */
async function placeOf(page: Page, x: number, y: number) {
  const ground = (await figure(page).locator('.trainer-ground').boundingBox())!;
  return {
    x: ground.x + ((x + 3) / 7) * ground.width,
    y: ground.y + ((4 - y) / 7) * ground.height,
  };
}

test('mistake by mistake it comes to an end, within its bound', async ({ page }) => {
  await openTrainer(page);
  const next = page.getByRole('button', { name: 'Next mistake' });
  for (let presses = 0; presses < 60 && (await next.isEnabled()); presses++) await next.click();
  await expect(reading(page)).toContainText('Finished');
  await expect(count(page, 'On the wrong side')).toHaveText('0');
  const mistakes = Number(await count(page, 'Mistakes').textContent());
  const bound = Number(await count(page, 'Bound').textContent());
  expect(mistakes).toBeGreaterThan(0);
  expect(mistakes).toBeLessThanOrEqual(bound);
});

test('AND is learned and XOR goes round for ever', async ({ page }) => {
  await openTrainer(page, 'preset:and;mistakes:3000');
  await expect(reading(page)).toContainText('Finished: after 18 mistakes');
  await page.getByRole('radio', { name: 'XOR' }).check();
  await expect(count(page, 'Bound')).toContainText('not separable');
  for (let i = 0; i < 9; i++) await page.getByRole('button', { name: 'Next mistake' }).click();
  await expect(reading(page)).toContainText('goes round for ever');
});

test('the learning rate scales the weights and moves no point to the other side', async ({
  page,
}) => {
  await openTrainer(page);
  const total = figure(page).locator('.trainer-total td').first();
  const before = Number((await total.textContent())!.replace('−', '-'));
  const wrong = await count(page, 'On the wrong side').textContent();
  await page.getByLabel('learning rate, typed').fill('2');
  await page.keyboard.press('Enter');
  await expect(total).toHaveText((before * 2).toFixed(2).replace('-', '−'));
  await expect(count(page, 'On the wrong side')).toHaveText(wrong!);
});

test('a click adds a point, a drag moves it, and the tool removes it', async ({ page }) => {
  await openTrainer(page);
  const before = await points(page).count();
  const from = await placeOf(page, -2, 3);
  await page.mouse.click(from.x, from.y);
  await expect(points(page)).toHaveCount(before + 1);
  const added = figure(page).locator(`[data-point="${before}"]`);
  await expect(added).toHaveAttribute('aria-valuenow', '-2');
  const to = await placeOf(page, -1, 2);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  const now = Number(await added.getAttribute('aria-valuenow'));
  expect(Math.abs(now + 1)).toBeLessThan(0.05);
  await page.getByRole('radio', { name: 'removes' }).check();
  const again = await placeOf(page, -1, 2); // choosing may have scrolled
  await page.mouse.click(again.x, again.y);
  await expect(points(page)).toHaveCount(before);
});

test('points are added, chosen, moved, turned and deleted with keys alone', async ({ page }) => {
  await openTrainer(page, 'preset:and');
  await page.getByRole('button', { name: 'Add a point' }).focus();
  await page.keyboard.press('Enter');
  await expect(points(page)).toHaveCount(5);
  await figure(page).locator('[data-point][tabindex="0"]').focus();
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('data-point', '4');
  const before = Number(await focused.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  expect(Number(await focused.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAttribute('aria-label', /class −1/);
  await page.keyboard.press('PageDown');
  await expect(page.locator(':focus')).toHaveAttribute('data-point', '0');
  await page.keyboard.press('PageUp');
  await expect(page.locator(':focus')).toHaveAttribute('data-point', '4');
  await page.keyboard.press('Delete');
  await expect(points(page)).toHaveCount(4);
  await page.keyboard.press('a');
  await expect(points(page)).toHaveCount(5);
});

test('the point that has the focus is the one that keys move', async ({ page }) => {
  await openTrainer(page, 'preset:and');
  const last = figure(page).locator('[data-point="3"]');
  await last.focus(); // as a screen reader does, past the tab order
  const before = Number(await last.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowLeft');
  expect(Number(await last.getAttribute('aria-valuenow'))).toBeLessThan(before);
});

test('arrow keys on the tip of w turn the line', async ({ page }) => {
  await page.goto(LESSON);
  const boundary = page.locator('#fig-boundary-by-hand');
  await boundary.scrollIntoViewIfNeeded();
  await expect(boundary).toHaveAttribute('data-live', '');
  const tip = boundary.getByRole('slider', { name: /Tip of w/ });
  await expect(tip).toHaveAttribute('aria-valuetext', '20°');
  await tip.press('ArrowLeft');
  await expect(tip).toHaveAttribute('aria-valuetext', '21°');
  await tip.press('Shift+ArrowDown');
  await expect(tip).toHaveAttribute('aria-valuetext', '11°');
});

test('real penguins cannot be moved', async ({ page }) => {
  await openTrainer(page, 'preset:adelie-gentoo');
  await figure(page).locator('[data-point="0"]').focus();
  const before = await page.locator(':focus').getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(figure(page).locator('[data-point="0"]')).toHaveAttribute('aria-valuetext', before!);
  await expect(points(page)).toHaveCount(274);
});

test('own points and the steps taken come back with the link', async ({ page }) => {
  await openTrainer(page, 'preset:or;points:0,0,-1~1,1,1~0,1,1;mistakes:2');
  await expect(points(page)).toHaveCount(3);
  await expect(count(page, 'Mistakes')).toHaveText('2');
});

const templates = (page: Page) => page.locator('#fig-digit-templates');

async function openTemplates(page: Page, state = ''): Promise<void> {
  await page.goto(state ? `${LESSON}#fig.digit-templates=${state}` : LESSON);
  await templates(page).scrollIntoViewIfNeeded();
  await expect(templates(page)).toHaveAttribute('data-live', '');
}

/** The middle of one pixel of the picture, on the screen. */
async function pixelAt(page: Page, column: number, row: number) {
  const box = (await templates(page).locator('.pixel-pen').boundingBox())!;
  return {
    x: box.x + ((column + 0.5) * box.width) / 8,
    y: box.y + ((row + 0.5) * box.height) / 8,
  };
}

test('ink put on a digit changes its scores, and the link brings it back', async ({ page }) => {
  await openTemplates(page);
  const reading = templates(page).locator('[data-reading]');
  await expect(reading).toContainText('read correctly');
  const before = await templates(page).locator('.template-sum').textContent();
  await templates(page).locator('.pixel-pen').hover();
  const [from, to] = [await pixelAt(page, 3, 3), await pixelAt(page, 3, 5)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await expect(reading).toContainText('You changed 3 pixels of a 0');
  await expect(templates(page).locator('.template-sum')).not.toHaveText(before!);
  // The address follows once the stroke has rested; a slow stroke may have left an earlier one.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
  await expect.poll(() => page.url()).toContain('ink:');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await templates(page).scrollIntoViewIfNeeded();
  await expect(templates(page)).toHaveAttribute('data-live', '', { timeout: 20_000 });
  await expect(reading).toContainText('You changed 3 pixels of a 0');
  await templates(page).getByRole('button', { name: 'As it was written' }).click();
  await expect(reading).toContainText('read correctly');
});

test('the pixels and the classes answer to keys', async ({ page }) => {
  await openTemplates(page);
  const pen = templates(page).getByRole('slider', { name: 'Pixels of the picture' });
  await pen.focus();
  await expect(pen).toHaveAttribute('aria-valuetext', /^row 4, column 4/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(pen).toHaveAttribute('aria-valuetext', 'row 5, column 5: ink 16 of 16');
  await expect(templates(page).locator('[data-reading]')).toContainText('You changed 1 pixel');
  await page.keyboard.press('Escape');
  await expect(templates(page).locator('[data-reading]')).toContainText('read correctly');
  await templates(page).getByRole('radio', { name: /^0/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(templates(page).getByRole('img', { name: 'Template 1' })).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap adds a point and the page does not overflow', async ({ page }) => {
    await openTrainer(page);
    const before = await points(page).count();
    const { x, y } = await placeOf(page, -2, 3);
    await page.touchscreen.tap(x, y);
    await expect(points(page)).toHaveCount(before + 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });

  test('a finger draws on the digit and does not scroll the page', async ({ page }) => {
    await openTemplates(page);
    await bringHere(templates(page).locator('.pixel-pen'));
    const scrolled = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', row?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: row === undefined ? [] : [await pixelAt(page, 3, row)],
      });
    await touch('touchStart', 3);
    await touch('touchMove', 4);
    await touch('touchMove', 5);
    await touch('touchEnd');
    await expect(templates(page).locator('[data-reading]')).toContainText('You changed 3 pixels');
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  test('a finger moves and turns the line between the penguins', async ({ page }) => {
    await page.goto(LESSON);
    const boundary = page.locator('#fig-boundary-by-hand');
    await boundary.locator('svg.plot').first().scrollIntoViewIfNeeded();
    await expect(boundary).toHaveAttribute('data-live', '');
    for (const name of [/Knob of the line/, /Tip of w/]) {
      const handle = boundary.getByRole('slider', { name });
      const before = await handle.getAttribute('aria-valuetext');
      await dragWithFinger(page, handle, { x: 0, y: 40 });
      await expect(handle).not.toHaveAttribute('aria-valuetext', before!);
    }
  });

  test('a point follows the finger', async ({ page }) => {
    await openTrainer(page);
    const point = figure(page).locator('[data-point="1"]');
    const before = Number(await point.getAttribute('aria-valuenow'));
    await dragWithFinger(page, point.locator('.plot-stone, .plot-ring'), { x: -40, y: 0 });
    await expect
      .poll(async () => Number(await point.getAttribute('aria-valuenow')))
      .toBeLessThan(before - 0.4);
  });
});

test.describe('moving pictures', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  test('Run goes on by itself, Pause holds it', async ({ page }) => {
    await openTrainer(page, 'preset:xor;mistakes:30');
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(async () => {
      expect(Number(await count(page, 'Mistakes').textContent())).toBeGreaterThan(40);
    }).toPass();
    await page.getByRole('button', { name: 'Pause' }).click();
    const held = await count(page, 'Mistakes').textContent();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    await expect(count(page, 'Mistakes')).toHaveText(held!);
  });
});

test('with reduced motion there are steps and no Run', async ({ page }) => {
  await openTrainer(page);
  await expect(page.getByRole('button', { name: 'Next mistake' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
});

test('a reader who parts the penguins is told so, and finds it done after a reload', async ({
  page,
}) => {
  await page.goto(`${LESSON}#fig.boundary-by-hand=x:-0.1;angle:315`);
  const boundary = page.locator('#fig-boundary-by-hand');
  await boundary.scrollIntoViewIfNeeded();
  await expect(boundary.locator('[data-reading]')).toContainText('on their own side');
  const exercise = page
    .locator('[data-exercise="perceptron-place-line"], #perceptron-place-line')
    .first();
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('That is what separable means');
  await expect(exercise).toContainText('Done');
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise).toContainText('That is what separable means');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the lesson is whole: figures, outputs, questions', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.locator('#fig-perceptron-trainer .plot-stone').first()).toBeVisible();
    await expect(page.locator('#fig-perceptron-trainer [data-reading]')).toContainText('Mistake 4');
    await expect(page.getByText('Write the update for many classes')).toBeVisible();
    expect(await page.locator('.out-image img').count()).toBeGreaterThanOrEqual(10);
  });
});
