// The figures of gradient descent by mouse, touch and keys; their state in the link; the page without script.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { bringHere, dragWithFinger } from './touch.ts';

const PATH = 'lessons/gradient-descent/';

async function figure(page: Page, id: string): Promise<Locator> {
  const found = page.locator(`#fig-${id}`);
  await found.scrollIntoViewIfNeeded();
  await expect(found).toHaveAttribute('data-live', '');
  return found;
}

const reading = (found: Locator) => found.locator('[data-reading]');

async function dragBy(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  await handle.hover();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 6 });
  await page.mouse.up();
}

test.describe.configure({ timeout: 90_000 });

test('the ball diverges beyond 2/λ, and its start moves by mouse and by keys', async ({ page }) => {
  await page.goto(PATH);
  const ball = await figure(page, 'ball-on-curve');
  const rate = ball.getByRole('textbox', { name: /learning rate/ });
  await rate.fill('2.1');
  await rate.press('Enter');
  await expect(reading(ball)).toContainText('climbs out of the bowl');
  await ball.getByRole('button', { name: 'Reset' }).click();
  await expect(reading(ball)).toContainText('After 8 steps');
  const start = ball.getByRole('slider', { name: 'start' });
  const before = await start.getAttribute('aria-valuetext');
  await dragBy(page, start, 120, 0);
  await expect(start).not.toHaveAttribute('aria-valuetext', before!);
  const dragged = await start.getAttribute('aria-valuetext');
  await start.press('ArrowRight');
  await expect(start).not.toHaveAttribute('aria-valuetext', dragged!);
  await start.press('Escape');
  await expect(start).toHaveAttribute('aria-valuetext', before!);
});

test('the two valleys hold the ball on the side where it started', async ({ page }) => {
  await page.goto(`${PATH}#fig.ball-on-curve=curve:valleys;start:1.9;eta:0.1;steps:60`);
  const ball = await figure(page, 'ball-on-curve');
  await expect(reading(ball)).toContainText('The other valley is lower');
  const start = ball.getByRole('slider', { name: 'start' });
  for (let i = 0; i < 6; i++) await start.press('Shift+ArrowLeft');
  await expect(reading(ball)).toContainText('lower of the two valleys');
  await expect.poll(() => page.url()).toContain('curve:valleys');
});

test('the arrow on the map meets the way to the minimum only on a round bowl', async ({ page }) => {
  await page.goto(PATH);
  const map = await figure(page, 'contour-path');
  await expect(reading(map)).toContainText(/differ by \d+°/);
  await map.getByRole('radio', { name: 'round bowl' }).check();
  await expect(reading(map)).toContainText('points straight at the minimum');
  const start = map.getByRole('slider', { name: 'start' });
  const before = await start.getAttribute('aria-valuetext');
  await dragBy(page, start, 60, 40);
  await expect(start).not.toHaveAttribute('aria-valuetext', before!);
  await expect(reading(map)).toContainText('points straight at the minimum');
});

test('the sweep says where descent diverges, and a standardised year needs one step', async ({
  page,
}) => {
  await page.goto(PATH);
  const sweep = await figure(page, 'loss-against-rate');
  const rate = sweep.getByRole('textbox', { name: /learning rate/ });
  await rate.fill('0.65');
  await rate.press('Enter');
  await expect(reading(sweep)).toContainText('it diverges');
  await rate.fill('0.5');
  await rate.press('Enter');
  await sweep.getByRole('radio', { name: 'standardised' }).check();
  await expect(reading(sweep)).toContainText('multiplied by 0.0000');
  await expect(reading(sweep)).toContainText('κ = 1 ');
});

test('the knobs count turns, by keys and by the gradient', async ({ page }) => {
  await page.goto(PATH);
  const knobs = await figure(page, 'four-knobs');
  const first = knobs.getByRole('slider', { name: 'knob a' });
  await first.focus();
  await first.press('ArrowLeft');
  await expect(reading(knobs)).toContainText('After 1 turn you');
  await expect(reading(knobs)).toContainText('went down');
  await knobs.getByRole('button', { name: 'Turn all four by the gradient' }).click();
  await expect(reading(knobs)).toContainText('After 2 turns');
  await knobs.getByRole('switch', { name: 'Show what the knobs do' }).check();
  await expect(knobs.getByRole('img', { name: /yearly temperatures/ })).toBeVisible();
});

test('the schedules race anew when the batch grows', async ({ page }) => {
  await page.goto(PATH);
  const race = await figure(page, 'schedule-race');
  const before = await reading(race).textContent();
  const batch = race.getByRole('textbox', { name: /batch size/ });
  await batch.fill('32');
  await batch.press('Enter');
  await expect(reading(race)).not.toHaveText(before!);
});

test('one jump to the bottom is recognised by the exercise', async ({ page }) => {
  await page.goto(`${PATH}#fig.ball-on-curve=curve:steep;start:-2;eta:0.25;steps:1`);
  await figure(page, 'ball-on-curve');
  const exercise = page.locator('#gd-one-jump, [data-exercise="gd-one-jump"]').first();
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise).toContainText('You may go up to twice that');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test('a finger moves the start of the path, and nothing is wider than the screen', async ({
    page,
  }) => {
    await page.goto(PATH);
    const map = await figure(page, 'contour-path');
    const start = map.getByRole('slider', { name: 'start' });
    const before = await start.getAttribute('aria-valuetext');
    const box = (await start.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(43);
    await dragWithFinger(page, start, { x: 45, y: 0 });
    await expect(start).not.toHaveAttribute('aria-valuetext', before!);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBeLessThanOrEqual(0);
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('the ball, a knob and the marker follow it, and the link keeps them', async ({ page }) => {
    await page.goto(PATH);
    const readings: string[] = [];
    for (const [id, name] of [
      ['ball-on-curve', 'start'],
      ['loss-against-rate', 'learning rate'],
    ] as const) {
      const found = await figure(page, id);
      const handle = found.locator('svg').getByRole('slider', { name });
      const before = await handle.getAttribute('aria-valuetext');
      await dragWithFinger(page, handle, { x: 40, y: 0 });
      await expect(handle).not.toHaveAttribute('aria-valuetext', before!);
    }
    const knobs = await figure(page, 'four-knobs');
    const knob = knobs.getByRole('slider', { name: 'knob b' });
    await bringHere(knob);
    const box = (await knob.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height / 2);
    await expect(reading(knobs)).toContainText('After 1 turn you');
    for (const id of ['ball-on-curve', 'loss-against-rate', 'four-knobs'])
      readings.push((await reading(page.locator(`#fig-${id}`)).textContent())!);
    await expect.poll(() => page.url()).toMatch(/ball-on-curve=.*four-knobs=/);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    for (const [i, id] of ['ball-on-curve', 'loss-against-rate', 'four-knobs'].entries())
      await expect(reading(await figure(page, id))).toHaveText(readings[i]!);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every figure stands there with its first picture and its numbers', async ({ page }) => {
    await page.goto(PATH);
    for (const id of [
      'ball-on-curve',
      'four-knobs',
      'contour-path',
      'loss-against-rate',
      'schedule-race',
    ]) {
      const found = page.locator(`#fig-${id}`);
      await expect(found.locator('svg path').first()).toBeAttached();
      await expect(reading(found)).not.toBeEmpty();
      expect(await found.locator('tbody tr').count()).toBeGreaterThan(0);
    }
  });
});
