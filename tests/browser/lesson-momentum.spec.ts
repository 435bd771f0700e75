// The figures of the lesson on momentum by mouse, finger and keys; the live race on the digits; the page without script.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { dragWithFinger } from './touch.ts';

const PATH = 'lessons/momentum/';

test.describe.configure({ timeout: 90_000 });

async function figure(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`#fig-${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found).toHaveAttribute('data-live', '');
  return found;
}

const reading = (found: Locator) => found.locator('[data-reading]');

async function type(found: Locator, name: RegExp, text: string): Promise<void> {
  const field = found.getByRole('textbox', { name });
  await field.fill(text);
  await field.press('Enter');
}

test('mini-batch noise falls with the batch size and is gone with the whole set', async ({
  page,
}) => {
  await page.goto(PATH);
  const cloud = await figure(page, 'batch-noise');
  const before = await reading(cloud).textContent();
  await type(cloud, /batch size/, '64');
  await expect(reading(cloud)).not.toHaveText(before!);
  await type(cloud, /batch size/, '144');
  await expect(reading(cloud)).toContainText('no noise is left');
});

test('a ball with more momentum coasts across the flat stretch, and the exercise sees it', async ({
  page,
}) => {
  await page.goto(PATH);
  const ball = await figure(page, 'coasting');
  await expect(reading(ball)).toContainText('stays there');
  const flat = ball.getByRole('slider', { name: 'flat stretch' });
  for (let i = 0; i < 2; i++) await flat.press('Shift+ArrowRight');
  await expect(flat).toHaveAttribute('aria-valuetext', '6.0');
  await type(ball, /momentum/, '0.95');
  await type(ball, /steps/, '200');
  await expect(reading(ball)).toContainText('It escaped');
  const exercise = page.locator('#mo-escape, [data-exercise="mo-escape"]').first();
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('acts twice');
});

test('the map of rates follows a drag, keys and its buttons, and knows the border', async ({
  page,
}) => {
  await page.goto(PATH);
  const map = await figure(page, 'rate-map');
  const point = map.getByRole('slider', { name: 'learning rate and momentum' });
  const before = await point.getAttribute('aria-valuetext');
  await point.hover();
  const box = (await point.boundingBox())!;
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y - 20, { steps: 5 });
  await page.mouse.up();
  await expect(point).not.toHaveAttribute('aria-valuetext', before!);
  await map.getByRole('button', { name: 'Best without momentum' }).click();
  await expect(reading(map)).toContainText('0.9355'); // (κ − 1)/(κ + 1) at κ = 30
  await point.press('ArrowRight');
  await expect(reading(map)).toContainText('The steep direction');
  await map.getByRole('button', { name: 'Best of all' }).click();
  await expect(reading(map)).toContainText('0.691'); // (√κ − 1)/(√κ + 1)
  await type(map, /learning rate/, '4');
  await expect(reading(map)).toContainText('too far to the right');
});

test('the race puts optimisers in and out, and loses plain descent at a large rate', async ({
  page,
}) => {
  await page.goto(PATH);
  const race = await figure(page, 'optimiser-race');
  await race.getByRole('radio', { name: 'plateau' }).check();
  await expect(reading(race)).toContainText(/momentum|Adam/);
  await race.getByRole('radio', { name: 'ravine' }).check();
  await type(race, /all rates times/, '3');
  await expect(reading(race)).toContainText('Left for good: SGD');
  await race.getByRole('switch', { name: 'SGD' }).uncheck();
  await expect(reading(race)).not.toContainText('SGD');
  await expect.poll(() => page.url()).toContain('sgd:0');
});

test('five optimisers learn the digits live, and the same settings give what the page showed', async ({
  page,
}) => {
  await page.goto(PATH);
  const digits = await figure(page, 'digits-race');
  const baked = (await reading(digits).textContent())!;
  expect(baked).toContain('After 10 epochs');
  await digits.getByRole('button', { name: 'Train all five' }).click();
  await expect(reading(digits)).toContainText('Training');
  await expect(reading(digits)).toContainText('After 10 epochs', { timeout: 60_000 });
  await expect(reading(digits)).toHaveText(baked);
  await digits.getByRole('radio', { name: '128' }).check();
  await expect(reading(digits)).toContainText('The settings have changed');
});

test('the ball can be sent down again from the start, step by step', async ({ page }) => {
  await page.goto(PATH);
  const ball = await figure(page, 'coasting');
  await expect(ball.getByRole('button', { name: 'Step', exact: true })).toBeDisabled();
  await ball.getByRole('button', { name: 'From the start' }).click();
  await expect(reading(ball)).toContainText('has reached 0 %');
  await ball.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(reading(ball)).toContainText('has reached 10 %'); // 1 − μ of the terminal velocity
});

test('links to states of the figures show these states', async ({ page }) => {
  await page.goto(
    `${PATH}#fig.rate-map=eta:2;mu:0;kappa:10&fig.optimiser-race=landscape:saddle;x:-1;y:0.5;steps:200&fig.batch-noise=batchSize:144`,
  );
  await expect(reading(await figure(page, 'batch-noise'))).toContainText('no noise is left');
  await expect(reading(await figure(page, 'rate-map'))).toContainText('On the border');
  const race = await figure(page, 'optimiser-race');
  await expect(race.getByRole('radio', { name: 'saddle' })).toBeChecked();
  await expect(reading(race)).toContainText('After 200 steps');
});

test('with a finger, on a phone, handles follow and the page stands still', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(PATH);
  for (const [id, name] of [
    ['coasting', 'flat stretch'],
    ['rate-map', 'learning rate and momentum'],
    ['optimiser-race', 'start'],
  ] as const) {
    const found = await figure(page, id);
    const handle = found.getByRole('slider', { name, exact: true });
    const before = await handle.getAttribute('aria-valuetext');
    expect(await dragWithFinger(page, handle, { x: 40, y: -40 })).toBe(0);
    await expect(handle).not.toHaveAttribute('aria-valuetext', before!);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure stands there with its first picture and its numbers', async ({ page }) => {
    await page.goto(PATH);
    for (const id of ['batch-noise', 'coasting', 'rate-map', 'optimiser-race', 'digits-race']) {
      const found = page.locator(`#fig-${id}`);
      await expect(found.locator('svg path').first()).toBeAttached();
      await expect(reading(found)).not.toBeEmpty();
      expect(await found.locator('tbody tr').count()).toBeGreaterThan(0);
    }
  });
});
