// The lesson on backpropagation: each figure by mouse, finger and keys, its state in the address, and the page without script.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { dragWithFinger } from './touch.ts';

test.describe.configure({ timeout: 90_000 }); // a long lesson on a busy machine

const LESSON = 'lessons/backpropagation/';

/** A figure whose script runs. Islands wake when they come into view. */
async function figure(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`#fig-${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found).toHaveAttribute('data-live', '');
  return found;
}

const reading = (found: Locator): Locator => found.locator('[data-reading]');

test('the stepper goes line by line, by button, by list and by keys', async ({ page }) => {
  await page.goto(LESSON);
  const stepper = await figure(page, 'stepper-chain');
  const now = stepper.locator('.bp-code .is-now');
  await expect(now).toContainText('dw2 = a1 * dz2');
  await stepper.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(now).toContainText('db2 = dz2');
  await stepper.getByRole('button', { name: 'Back' }).click();
  await expect(now).toContainText('dw2 = a1 * dz2');
  await stepper.locator('.bp-code li').first().click();
  await expect(reading(stepper)).toContainText('Forward: z₁ = 0.66');
  const line = stepper.getByRole('slider', { name: 'Line' });
  await line.focus();
  await page.keyboard.press('End');
  await expect(now).toContainText('dx = w1 * dz1');
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toContain('fig.stepper-chain=line:15');
  await stepper.getByRole('button', { name: 'From the start' }).click();
  await expect(reading(stepper)).toContainText('Nothing is computed yet');
});

test('a weight of the stepper changes by keys, by mouse and back by double click', async ({
  page,
}) => {
  await page.goto(LESSON);
  const stepper = await figure(page, 'stepper-chain');
  const pill = stepper.locator('[data-pill="w2"]');
  await pill.focus();
  await page.keyboard.press('ArrowRight');
  await expect(pill).toHaveAttribute('aria-valuenow', '-1.15');
  const box = (await pill.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 45, y, { steps: 3 });
  await page.mouse.up();
  await expect(pill).toHaveAttribute('aria-valuenow', '-0.65');
  await pill.dblclick();
  await expect(pill).toHaveAttribute('aria-valuenow', '-1.2');
});

test('the pills of a net that was chosen in the page take the focus', async ({ page }) => {
  await page.goto(LESSON);
  const stepper = await figure(page, 'stepper-chain');
  await stepper.getByRole('radio', { name: '2–2–1' }).check({ force: true });
  const pill = stepper.locator('[data-pill="w8"]');
  await pill.focus();
  await page.keyboard.press('ArrowRight');
  await expect(pill).toHaveAttribute('aria-valuenow', '-1.35');
});

test('links to states of the figures show these states', async ({ page }) => {
  await page.goto(
    `${LESSON}#fig.stepper-paths=net:paths4;activation:tanh;line:30&fig.sensitivity=penguin:50;parameter:3;nudge:0`,
  );
  const bars = await figure(page, 'sensitivity');
  await expect(reading(bars)).toContainText('∂L/∂W1[1,4]');
  await expect(bars.getByRole('slider', { name: 'Penguin', exact: true })).toHaveValue('50');
  const stepper = await figure(page, 'stepper-paths');
  await expect(stepper.getByRole('radio', { name: 'tanh' })).toBeChecked();
  await expect(stepper.locator('.bp-code li.is-done')).toHaveCount(29);
});

test('pointing at a term of the formula lights its edge and its piece of the code', async ({
  page,
}) => {
  await page.goto(LESSON);
  const stepper = await figure(page, 'stepper-paths');
  await stepper.locator('.bp-formula [data-edge="x>z2"]').first().hover();
  await expect(stepper.locator('.bp-code .is-pointed')).toHaveText(/w2 \* dz2/);
  await expect(stepper.locator('.bp-edges g.is-lit[data-edge="x>z2"]')).toBeVisible();
});

test('a bar chosen by finger or keys shows its own slope, and a nudge keeps what the tangent promises', async ({
  page,
}) => {
  await page.goto(LESSON);
  const bars = await figure(page, 'sensitivity');
  await bars.locator('[data-bar="4"]').click({ force: true });
  await expect(reading(bars)).toContainText('∂L/∂W1[2,1]');
  await bars.getByRole('slider', { name: 'Chosen weight or bias' }).press('ArrowRight');
  await expect(reading(bars)).toContainText('∂L/∂W1[2,2]');
  const handle = bars.getByRole('slider', { name: 'Nudge' });
  await handle.press('Escape');
  await expect(reading(bars)).toContainText('Drag the handle');
  await handle.press('ArrowRight');
  const text = (await reading(bars).textContent())!.replaceAll('−', '-');
  const [, promised, actual] = /changes by (\S+); it changes by (\S+)\.$/.exec(text)!;
  expect(Number(actual)).toBeCloseTo(Number(promised), 3);
});

test('serving one digit makes the net forget others, serving all does not', async ({ page }) => {
  await page.goto(`${LESSON}#fig.wishes=steps:20`);
  const wishes = await figure(page, 'wishes');
  const right = async () =>
    Number(/reads (\d+) of the 100/.exec((await reading(wishes).textContent())!)![1]);
  const before = 83;
  await expect(reading(wishes)).toContainText('read as 9: right');
  expect(await right()).toBeLessThan(before);
  await wishes.getByRole('radio', { name: 'all 100' }).check();
  await expect(reading(wishes)).toContainText('for all pictures');
  expect(await right()).toBeGreaterThan(before);
  const outputs = wishes.getByRole('slider', { name: 'Chosen output' });
  await outputs.press('Home');
  await expect(wishes.locator('.bp-list tbody tr')).toHaveCount(11);
});

test('the cost of a gradient is measured in this tab and can be stopped', async ({ page }) => {
  await page.goto(LESSON);
  const cost = await figure(page, 'gradient-cost');
  await cost.getByRole('button', { name: 'Measure on this device' }).click();
  await expect(cost.locator('circle.plot-dot').first()).toBeVisible({ timeout: 20_000 });
  await cost.getByRole('button', { name: 'Stop' }).click();
  await expect(cost.getByRole('button', { name: 'Measure again' })).toBeVisible();
  await cost.getByRole('slider', { name: 'Width' }).press('Home');
  await expect(reading(cost)).toContainText('Measured here, 43 parameters');
});

test('with a finger, on a phone, a drag across the bars chooses and the page is no wider than the screen', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(LESSON);
  const bars = await figure(page, 'sensitivity');
  await bars.locator('.bp-bars').tap({ position: { x: 60, y: 100 } });
  await expect(reading(bars)).toContainText('∂L/∂W1');
  const stepper = await figure(page, 'stepper-chain');
  await stepper.locator('[data-pill="b1"]').tap();
  await expect(stepper.getByRole('slider', { name: 'bias', exact: true })).toBeVisible();
  const pill = stepper.locator('[data-pill="w2"]');
  expect(await dragWithFinger(page, pill, { x: 45, y: 6 })).toBe(0);
  await expect(pill).toHaveAttribute('aria-valuenow', '-0.7');
  await stepper.locator('.bp-slope').first().tap();
  await expect(stepper.locator('.bp-code .is-pointed')).toHaveCount(1);
  const nudge = bars.getByRole('slider', { name: 'Nudge' });
  expect(await dragWithFinger(page, nudge, { x: 40, y: 12 })).toBe(0);
  await expect(nudge).not.toHaveAttribute('aria-valuenow', '0.4');
  const wishes = await figure(page, 'wishes');
  await wishes.locator('[data-output="3"]').tap({ force: true });
  await expect(wishes.locator('.bp-list')).toContainText('Output 3 has three kinds of wishes');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});

test('without script the figures show their first picture and the cells their output', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(LESSON);
  await expect(page.locator('#fig-sensitivity .bp-bar')).toHaveCount(27);
  await expect(page.locator('#fig-stepper-chain .bp-formula')).toContainText('−0.186');
  await expect(page.locator('#fig-wishes .bp-wish').first()).toBeVisible();
  await expect(page.getByText('agrees: true')).toBeVisible();
  await context.close();
});
