// The ResNet lesson's figures: nets of a chosen depth trained in the page, blocks taken out, a block put together.
import { expect, test, type Page } from '@playwright/test';

const LESSON = 'lessons/resnet/';

async function open(page: Page, name: string, hash = '') {
  await page.goto(`${LESSON}${hash}`);
  const figure = page.locator(`#fig-${name}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', '', { timeout: 20_000 });
  return { figure, reading: figure.locator('[data-reading]') };
}

test('the depth is dialled by keys and by typing, and what came with the page follows', async ({
  page,
}) => {
  const { figure, reading } = await open(page, 'depth-race');
  await expect(reading).toContainText('With 32 layers');
  await figure.getByRole('slider', { name: 'layers' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(reading).toContainText('With 38 layers');
  const typed = figure.getByRole('textbox', { name: 'layers' });
  await typed.fill('21');
  await typed.press('Enter');
  await expect(reading).toContainText('With 20 layers');
  await expect(typed).toHaveValue('20');
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(reading).toContainText('With 32 layers');
});

test('both nets are trained here, without frames, with the result that came with the page', async ({
  page,
}) => {
  test.setTimeout(120_000);
  // A hidden tab draws no frames: nothing may wait for one.
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  const { figure, reading } = await open(page, 'depth-race', '#fig.depth-race=depth:8');
  const status = figure.locator('[data-status]');
  await expect(status).toContainText('of 8 layers takes about', { timeout: 30_000 });
  await expect(reading).toContainText('With 8 layers');
  const known = await reading.innerText();
  await figure.getByRole('button', { name: 'Train both here' }).click();
  await expect(status).toContainText('% done', { timeout: 30_000 });
  // The page stays usable meanwhile.
  await figure.getByText('Data as a table').click();
  await expect(figure.getByText('trained in this browser')).toBeVisible();
  await expect(figure.getByRole('button', { name: 'Train both here' })).toBeVisible({
    timeout: 90_000,
  });
  await expect(reading).toHaveText(known);
  await expect(figure.locator('tbody tr')).toHaveCount(22);
});

test('training can be stopped at any time, and keeps what it has', async ({ page }) => {
  test.setTimeout(90_000);
  const { figure, reading } = await open(page, 'depth-race', '#fig.depth-race=depth:44;seed:5');
  await expect(reading).toContainText('Nobody has trained');
  await figure.getByRole('button', { name: 'Train both here' }).click();
  await expect(reading).toContainText('Training error so far', { timeout: 60_000 });
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(figure.getByRole('button', { name: 'Train both here' })).toBeVisible();
});

test('without SIMD the training works, and says that it is slower', async ({ page }) => {
  test.setTimeout(90_000);
  await page.route('**/race.worker*.js', async (route) => {
    const response = await route.fetch();
    const body = `WebAssembly.validate = () => false;\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  const { figure } = await open(page, 'depth-race', '#fig.depth-race=depth:8');
  const status = figure.locator('[data-status]');
  await expect(status).toContainText('no SIMD', { timeout: 60_000 });
  await figure.getByRole('button', { name: 'Train both here' }).click();
  await expect(status).toContainText('% done', { timeout: 60_000 });
  await figure.getByRole('button', { name: 'Stop' }).click();
  await expect(figure.getByRole('button', { name: 'Train both here' })).toBeVisible();
});

test('blocks are taken out by pointer and keys, and the address tells which', async ({ page }) => {
  const { figure, reading } = await open(page, 'block-breaker');
  await expect(reading).toContainText('Without block 5');
  const first = figure.getByRole('button', { name: /^Block 1:/ });
  await first.click();
  await expect(reading).toContainText('Without blocks 1, 5');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(reading).toContainText('Without block 5');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(reading).toContainText('Without blocks 2, 5');
  await expect.poll(() => page.url()).toContain('fig.block-breaker=gone:18');
  await figure.getByRole('button', { name: 'Put all back' }).click();
  await expect(reading).toContainText('Whole');
});

test('a block works once its shortcut fits', async ({ page }) => {
  const { figure, reading } = await open(page, 'block-builder');
  await expect(reading).toContainText('cannot be added');
  await figure.getByRole('radio', { name: 'projection (B)' }).check({ force: true });
  await expect(reading).toContainText('The sum works');
  await expect(reading).toContainText('13,952 parameters in the body, 576 in the shortcut');
  await page.keyboard.press('ArrowLeft');
  await expect(reading).toContainText('13,952 parameters in the body, 0 in the shortcut');
});

test('on a phone nothing is wider than the page, and blocks can be tapped', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  for (const name of ['depth-race', 'block-builder', 'block-breaker']) {
    const { figure } = await open(page, name);
    const box = (await figure.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
  }
  const figure = page.locator('#fig-block-breaker');
  await figure.getByRole('button', { name: /^Block 9:/ }).tap();
  await expect(figure.locator('[data-reading]')).toContainText('Without blocks 5, 9');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await context.close();
});

test('without script the figures and their readings stand in the page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(LESSON);
  await expect(page.locator('#fig-depth-race [data-reading]')).toContainText('With 32 layers');
  await expect(page.locator('#fig-depth-race .resnet-residual.plot-line').first()).toBeVisible();
  await expect(page.locator('#fig-block-breaker [data-reading]')).toContainText('Without block 5');
  await expect(page.locator('#fig-block-builder [data-reading]')).toContainText('cannot be added');
  await context.close();
});
