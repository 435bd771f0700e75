// The site around the lessons: finding one's way by mouse, touch and keys, in both languages and both themes.
import { expect, test } from '@playwright/test';
import { englishLessons } from './pages.ts';

const lesson = englishLessons()[0]!;

test('the ball of the home page rolls to the deepest valley, and rolls again from where it is put', async ({
  page,
}) => {
  await page.goto('');
  const reading = page.locator('.landscape .reading');
  await page.getByRole('button', { name: 'Roll again' }).click();
  await expect(reading).toHaveText(/deepest valley: one wave a year/);
  await expect(page.locator('[data-value=x]')).toHaveText(/^1\.0/);
  const ball = page.locator('.ball');
  await ball.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(reading).toHaveText(/In your hand/);
  await page.keyboard.press('Enter');
  await expect(reading).toHaveText(/not the deepest|off the map|deepest valley/);
});

test('the ball can be taken by mouse', async ({ page }) => {
  await page.goto('');
  const box = (await page.locator('[data-landscape]').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
  await page.mouse.down();
  await expect(page.locator('.landscape .reading')).toHaveText(/In your hand/);
  await expect(page.locator('[data-value=x]')).toHaveText('0.68');
  const ball = (await page.locator('.ball').boundingBox())!;
  expect(ball.x + ball.width / 2 - box.x).toBeCloseTo(box.width * 0.3, 0);
  expect(ball.y + ball.height / 2 - box.y).toBeCloseTo(box.height * 0.4, 0);
  await page.mouse.up();
  await expect(page.locator('.landscape .reading')).not.toHaveText(/In your hand/);
});

test('search opens by a key, finds terms in both languages, and Enter leads there', async ({
  page,
}) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('momentum');
  await expect(page.locator('#search-results li').first()).toContainText('momentum');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/glossary\/#momentum$/);
  await page.goto('zh/');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('梯度');
  await expect(page.locator('#search-results li').first()).toContainText('梯度');
  await page.keyboard.press('Escape');
  await expect(page.locator('#search')).not.toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('学习率');
  await expect(page.locator('#search-results li').first()).toContainText('学习率');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/zh\/(glossary\/#learning-rate|lessons\/|engine\/)/);
});

test('shortcuts of a single key can be seen and switched off', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('?');
  await page.getByLabel('Shortcuts of a single key').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.locator('#search')).not.toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.locator('#search')).toBeVisible();
});

test('a term of the glossary shows its card on focus and on hover, and Escape closes it', async ({
  page,
}) => {
  await page.goto(lesson);
  const term = page.locator('a.term').first();
  await page.keyboard.press('Tab'); // from now on focus is by keys
  await term.focus();
  const card = page.locator('#card');
  await expect(card).toBeVisible();
  await expect(term).toHaveAttribute('aria-describedby', 'card');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page
    .locator('h1')
    .focus()
    .catch(() => undefined);
  await term.hover();
  await expect(card).toBeVisible();
});

test('the theme follows the system, can be set, and holds on the next page before the first paint', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.locator('.theme-switch').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.goto('glossary/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await paper()).toBe(light);
});

test('the language switch keeps the place, and both pages name each other', async ({ page }) => {
  await page.goto('glossary/');
  await expect(page.locator('link[hreflang="zh-Hans"]')).toHaveAttribute(
    'href',
    /\/zh\/glossary\/$/,
  );
  await page.locator('a[hreflang="zh-Hans"]').click();
  await expect(page).toHaveURL(/\/zh\/glossary\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.locator('h1')).toHaveText('术语表');
});

test('the present section is marked while one reads', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(lesson);
  const links = page.locator('.section-nav a');
  const target = links.nth(2);
  await target.click();
  await expect(target).toHaveAttribute('aria-current', 'location');
});

test('the home page leads back to the section that was read last, in another tab too', async ({
  context,
  page,
}) => {
  const home = await context.newPage();
  await home.goto('');
  await page.goto(lesson);
  const heading = page.locator('.prose h2').nth(2);
  await heading.evaluate((h) => h.scrollIntoView());
  const section = await heading.getAttribute('id');
  const goOn = home.locator('[data-continue] a');
  await expect(goOn).toHaveAttribute('href', new RegExp(`/${lesson}#${section}$`));
  await goOn.click();
  await expect(home.locator('.prose h2').nth(2)).toBeInViewport();
});

test('a link to a figure’s state leads to that figure, in that state', async ({ page }) => {
  await page.goto('lessons/perceptron/#fig.boundary-by-hand=angle:100');
  const figure = page.locator('#fig-boundary-by-hand');
  await expect(figure).toBeInViewport();
  await expect(figure).toHaveAttribute('data-live', '');
  await expect(page.getByLabel('direction (°), typed')).toHaveValue('100');
});

test('on a phone the course and the sections are one tap away, without script too', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    baseURL: baseURL!,
  });
  const page = await context.newPage();
  await page.goto(lesson);
  await expect(page.locator('.course-nav')).toBeHidden();
  await page.locator('[popovertarget=course-nav]').click();
  await expect(page.locator('.course-nav a').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[popovertarget=section-nav]').click();
  await expect(page.locator('.section-nav a').first()).toBeVisible();
  await context.close();
});

for (const width of [390, 1440])
  test(`nothing moves while a page loads, ${width} pixels wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      const seen = window as typeof window & { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shifts: Record<string, number> = {};
    for (const path of ['', ...englishLessons()]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const shift = await page.evaluate(() => (window as typeof window & { shift: number }).shift);
      if (shift >= 0.01) shifts[path] = shift;
    }
    expect(shifts).toEqual({});
  });

test('no page scrolls sideways at 320 pixels, nor at 200 % zoom of a wide window', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const paths = ['', lesson, 'glossary/', 'sources/', 'engine/', 'engine/tensor/', 'about/'];
  for (const path of [...paths, 'review/', '404.html', 'zh/', `zh/${lesson}`, 'zh/glossary/']) {
    await page.goto(path);
    for (const width of [320, 720]) {
      await page.setViewportSize({ width, height: 640 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, `/${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('on paper a lesson has its answers at the end, numbered as its questions, and on the screen not', async ({
  page,
}) => {
  await page.goto(lesson);
  const answers = page.locator('.printed-answers');
  await expect(answers).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(answers).toBeVisible();
  const questions = page.locator('.prose .exercise');
  await expect(answers.locator('> ol > li')).toHaveCount(await questions.count());
  await expect(page.locator('.course-nav, .site-header, .exercise-check').first()).toBeHidden();
});

test('the number of a line has room for its digits, on the screen and on paper', async ({
  page,
}) => {
  await page.goto(lesson);
  const tenth = page.locator('.cell-line:nth-child(10)').first();
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const { room, digits } = await tenth.evaluate((line) => {
      const number = getComputedStyle(line, '::before');
      const ruler = document.createElement('span');
      ruler.append('10');
      line.append(ruler);
      const digits = ruler.getBoundingClientRect().width;
      ruler.remove();
      return { room: Number.parseFloat(number.width), digits };
    });
    expect(digits, media).toBeGreaterThan(8);
    expect(room, media).toBeGreaterThanOrEqual(digits);
  }
});

test('an address that leads nowhere helps on', async ({ page }) => {
  await page.goto('404.html');
  await expect(page.locator('h1')).toHaveText('No path leads here');
  await expect(page.locator('main a').first()).toBeVisible();
});
