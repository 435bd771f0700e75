// The site on a phone: by finger, and with far blocks laid out only when the reader comes near.
import { devices, expect, test, type Page } from '@playwright/test';
import { size } from '../../src/site/landscape/drawing.ts';
import { englishLessons } from './pages.ts';
import { dragWithFinger } from './touch.ts';

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
test.use(phone);

const lesson = englishLessons()[0]!;

test('the ball of the home page is taken by a finger, and a tap puts it elsewhere', async ({
  page,
}) => {
  await page.goto('');
  const reading = page.locator('.landscape .reading');
  await page.getByRole('button', { name: 'Roll again' }).tap();
  await expect(reading).toHaveText(/deepest valley: one wave a year/);
  const frequency = page.locator('[data-value=x]');
  const before = Number(await frequency.textContent());
  const ball = page.locator('.ball');
  const box = (await ball.boundingBox())!;
  const scrolled = await dragWithFinger(page, ball, { x: -90, y: 30 });
  expect(scrolled, 'the ball holds the finger').toBe(0);
  // Let go, it rolls at once (little motion): what moved is where it began.
  await expect(reading).not.toHaveText(/In your hand/);
  const begin = page.locator('.landscape .from');
  const map = (await page.locator('[data-landscape]').boundingBox())!;
  const at = Number(await begin.getAttribute('cx')) / size.width;
  expect(at * map.width + map.x).toBeLessThan(box.x + box.width / 2 - 60);
  expect(before).toBeCloseTo(1, 1);

  const beside = page.locator('[data-landscape]');
  await beside.tap({ position: { x: map.width * 0.3, y: map.height * 0.5 } });
  const tapped = Number(await begin.getAttribute('cx')) / size.width;
  expect(tapped).toBeCloseTo(0.3, 1);
});

const skipped = (page: Page) =>
  page
    .locator('.prose > *, .prose > astro-island > *')
    .evaluateAll(
      (blocks) =>
        blocks.filter((block) => getComputedStyle(block).contentVisibility === 'auto').length,
    );

test('far blocks wait, near ones are free once the reader moves, and a jump lands on its heading', async ({
  page,
}) => {
  await page.goto(lesson);
  await expect(page.locator('html')).not.toHaveAttribute('data-first');
  const atFirst = await skipped(page);
  expect(atFirst).toBeGreaterThan(40);

  const menu = page.locator('downhill-cell').nth(3).locator('details');
  await menu.scrollIntoViewIfNeeded();
  await menu.locator('summary').tap();
  await expect(menu.locator('.cell-menu')).toBeVisible();
  const cell = page.locator('downhill-cell').nth(3);
  await expect(cell).toHaveCSS('content-visibility', 'visible');
  expect(await skipped(page)).toBeLessThan(atFirst);

  await page.locator('[popovertarget=section-nav]').tap();
  const link = page.locator('.section-nav a').last();
  const id = (await link.getAttribute('href'))!.slice(1);
  await link.tap();
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  expect(await skipped(page)).toBe(0);
});

test('a phone paints the first screen before it lays out what lies below', async ({ page }) => {
  await page.addInitScript(() => {
    const steps: string[] = [];
    Object.assign(window, { steps });
    new MutationObserver(() => {
      const waiting = document.querySelectorAll('.prose [data-later]').length;
      steps.push(waiting > 0 ? 'first screen' : 'all');
    }).observe(document, { attributeFilter: ['data-later'], subtree: true });
  });
  await page.goto(lesson);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { steps: string[] }).steps))
    .toEqual(['first screen', 'all']);
  const below = page.locator('.prose > p:nth-child(n + 6):not([data-laid])').first();
  await expect(below).toHaveCSS('content-visibility', 'auto');
  await below.evaluate((block) => block.toggleAttribute('data-later', true));
  await expect(below).toHaveCSS('content-visibility', 'hidden');
  const contours = page.locator('.lesson-contours');
  await expect(contours).not.toHaveCSS('mask-image', 'none');
  await page.evaluate(() => (document.documentElement.dataset.first = ''));
  await expect(contours).toHaveCSS('mask-image', 'none');
});

test('until the reader moves, fields to type in are no fields, and look the same', async ({
  page,
}) => {
  await page.goto('lessons/gradient-descent/');
  const boxes = () =>
    page.locator('.figure-typed, .exercise-field input').evaluateAll((fields) =>
      fields.map((field) => {
        field.closest('.prose > *')!.toggleAttribute('data-laid', true);
        const { width, height } = field.getBoundingClientRect();
        return { width, height, text: getComputedStyle(field).font };
      }),
    );
  const before = await boxes();
  expect(before.length).toBeGreaterThan(10);
  await expect(page.locator('.prose input[type=text]')).toHaveCount(0);

  const field = page.locator('.figure-typed').last();
  await field.scrollIntoViewIfNeeded();
  await expect(field).toHaveAttribute('type', 'text');
  await field.tap();
  await expect(field).toBeFocused();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLInputElement>('input[data-field]'))
      one.type = 'text';
  });
  expect(await boxes()).toEqual(before);
});

test('a page that opens in its middle is whole at once', async ({ page }) => {
  await page.goto(lesson);
  const id = (await page.locator('.prose h2').last().getAttribute('id'))!;
  await page.goto(`${lesson}?again#${id}`);
  expect(await skipped(page)).toBe(0);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  const scrolled = () => page.evaluate(() => scrollY);
  const landed = await scrolled();
  await page.mouse.wheel(0, 300);
  await expect.poll(scrolled).toBe(landed + 300);
  await page.reload();
  expect(await skipped(page)).toBe(0);
  await expect.poll(scrolled).toBe(landed + 300);
});

test('without script nothing waits', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}${lesson}`);
  await expect(page.locator('downhill-cell').last()).toHaveCSS('content-visibility', 'visible');
  await context.close();
});
