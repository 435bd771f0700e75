// What a page costs before its reader does anything, really fetched; and that nothing done before the rest arrives is lost.
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { englishLessons } from './pages.ts';

const SCRIPT_KB = 35;
const PAGE_KB = 100;

/** Sums what the page fetches, compressed, until nothing more comes. */
async function weigh(page: Page, address: string): Promise<{ script: number; all: number }> {
  const bodies: Promise<{ kind: string; size: number }>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const kind = /\.m?js$/.test(path) ? 'script' : response.request().resourceType();
    bodies.push(
      response.body().then(
        (body) => ({ kind, size: gzipSync(body).length }),
        () => ({ kind: 'none', size: 0 }),
      ),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const sum = (kinds: readonly string[], all: readonly { kind: string; size: number }[]) =>
    all.filter(({ kind }) => kinds.includes(kind)).reduce((total, { size }) => total + size, 0);
  const all = await Promise.all(bodies);
  return {
    script: sum(['script'], all),
    all: sum(['script', 'document', 'stylesheet'], all),
  };
}

test('before a reader does anything, every lesson stays within its bytes', async ({ browser }) => {
  test.slow();
  for (const address of ['', ...englishLessons()]) {
    const page = await browser.newPage();
    const { script, all } = await weigh(page, address);
    expect.soft(script / 1000, `script of /${address} in kB`).toBeLessThan(SCRIPT_KB);
    expect.soft(all / 1000, `HTML, CSS and script of /${address} in kB`).toBeLessThan(PAGE_KB);
    await page.close();
  }
});

/** Holds an island's script back until it is released. */
async function holdBack(page: Page, name: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(new RegExp(`/_astro/${name}\\.`), async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('keys pressed on a figure whose script is still on its way are not lost', async ({ page }) => {
  const release = await holdBack(page, 'BallOnCurve');
  await page.goto('lessons/gradient-descent/');
  const figure = page.locator('#fig-ball-on-curve');
  const start = figure.getByRole('slider', { name: 'start' });
  const place = async () => Number(await start.getAttribute('aria-valuenow'));
  const before = await place();
  await start.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  expect(await place()).toBe(before);
  await expect(figure).not.toHaveAttribute('data-live');
  release();
  await expect(figure).toHaveAttribute('data-live', '');
  await expect.poll(place).toBeGreaterThan(before);
  const step = ((await place()) - before) / 3;
  await page.keyboard.press('ArrowRight');
  expect((await place()) - before).toBeCloseTo(4 * step, 3);
});

test('a drag that ends before the script is there moves what was dragged', async ({ page }) => {
  const release = await holdBack(page, 'BallOnCurve');
  await page.goto('lessons/gradient-descent/');
  const start = page.locator('#fig-ball-on-curve').getByRole('slider', { name: 'start' });
  const place = async () => Number(await start.getAttribute('aria-valuenow'));
  await start.scrollIntoViewIfNeeded();
  const box = (await start.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const first = await place();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  release();
  await expect.poll(place).toBeGreaterThan(first);
});

test('an answer given before the exercise’s script is there is marked', async ({ page }) => {
  const release = await holdBack(page, 'Choice');
  await page.goto('lessons/perceptron/');
  const exercise = page.locator('section.exercise[data-kind=choice]').first();
  await exercise.getByRole('radio').first().check();
  await exercise.getByRole('button', { name: 'Check' }).click();
  await expect(exercise.locator('.exercise-verdict')).toHaveCount(0);
  release();
  await expect(exercise.locator('.exercise-verdict')).toBeVisible();
  await expect(exercise.getByRole('radio').first()).toBeChecked();
});

test('an answer typed and entered before the exercise’s script is there is marked', async ({
  page,
}) => {
  const release = await holdBack(page, 'NumberAnswer');
  await page.goto('lessons/gradient-descent/');
  const exercise = page.locator('section.exercise[data-kind=number]').first();
  const field = exercise.getByRole('textbox');
  await exercise.scrollIntoViewIfNeeded();
  await field.fill('123456');
  await field.press('Enter');
  await expect(exercise.locator('.exercise-verdict')).toHaveCount(0);
  release();
  await expect(exercise.locator('.exercise-verdict')).toBeVisible();
  await expect(field).toHaveValue('123456');
});

test('a file chosen before the script that reads it is there is read', async ({ page }) => {
  await page.goto('review/');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await (await saving).path();
  const release = await holdBack(page, 'review');
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Read a file').setInputFiles(file);
  release();
  await expect(page.getByText(/Read: \d+ entries/)).toBeVisible();
});
