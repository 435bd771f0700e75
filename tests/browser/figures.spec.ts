// What every figure can do, tried on two of them: keys, links, embedding, no script, phones, accessibility.
import { expect, test, type Page } from '@playwright/test';

const EMBED = 'embed/boundary-by-hand/';
const figure = (page: Page) => page.locator('#fig-boundary-by-hand');
const reading = (page: Page) => figure(page).locator('[data-reading]');
const knob = (page: Page) => page.getByRole('slider', { name: 'Knob of the line: moves it' });

async function openLive(page: Page, address = EMBED) {
  await page.goto(address);
  await expect(figure(page)).toHaveAttribute('data-live', '');
}

test('arrow keys move a handle, Shift moves it ten times as far, Escape puts it back', async ({
  page,
}) => {
  await openLive(page);
  await knob(page).focus();
  const start = await knob(page).getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  const small = Number(await knob(page).getAttribute('aria-valuenow'));
  await page.keyboard.press('Shift+ArrowRight');
  const large = Number(await knob(page).getAttribute('aria-valuenow'));
  expect(large - small).toBeCloseTo(0.5, 5);
  await page.keyboard.press('Escape');
  await expect(knob(page)).toHaveAttribute('aria-valuetext', start!);
});

test('a handle is dragged with the mouse and a double click puts it back', async ({ page }) => {
  await openLive(page);
  const start = await knob(page).getAttribute('aria-valuetext');
  const box = (await knob(page).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 70, y - 50, { steps: 5 });
  await page.mouse.up();
  await expect(knob(page)).not.toHaveAttribute('aria-valuetext', start!);
  await page.mouse.dblclick(x + 70, y - 50);
  await expect(knob(page)).toHaveAttribute('aria-valuetext', start!);
});

test('the state stands in the address, and the address brings it back', async ({ page }) => {
  await openLive(page);
  await page.getByLabel('direction (°), typed').fill('295');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#fig\.boundary-by-hand=angle:295$/);
  const seen = await reading(page).textContent();
  await page.reload();
  await expect(reading(page)).toHaveText(seen!);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).not.toHaveURL(/angle/);
});

test('a link that was tampered with does no harm', async ({ page }) => {
  await openLive(page, `${EMBED}#fig.boundary-by-hand=angle:1e999;x:99;preset:dodo;%E0%A4%A`);
  await expect(knob(page)).toHaveAttribute('aria-valuenow', '3');
  await expect(reading(page)).toContainText('penguins');
});

test('the link of one figure carries its state and not another’s', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLive(page, `${EMBED}#fig.other=a:1`);
  await page.getByLabel('direction (°), typed').fill('100');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link to this state copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#fig.boundary-by-hand=angle:100');
  expect(link).not.toContain('other');
});

test('a typed number that is none leaves the value as it was', async ({ page }) => {
  await openLive(page);
  const field = page.getByLabel('bias, typed');
  const before = await field.inputValue();
  await field.fill('a lot');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(before);
});

test('the numbers behind the picture can be read as a table', async ({ page }) => {
  await openLive(page);
  await figure(page).getByText('Data as a table').click();
  const table = figure(page).getByRole('table');
  await expect(table).toBeVisible();
  const [wrong] = /^\d+/.exec((await reading(page).textContent())!)!;
  await expect(table.locator('tbody tr')).toHaveCount(Number(wrong));
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the picture, the question and the reading are there, the dead controls are not', async ({
    page,
  }) => {
    await page.goto(EMBED);
    await expect(page.getByText('Where would you draw the line?')).toBeVisible();
    expect(await figure(page).locator('.plot-stone').count()).toBeGreaterThan(100);
    await expect(reading(page)).toContainText('wrong side');
    await expect(page.getByRole('button', { name: 'Reset' })).toBeHidden();
    await expect(page.getByRole('radio').first()).toBeHidden();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('nothing is wider than the page and every target is 44 px high', async ({ page }) => {
    await openLive(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    for (const target of await figure(page)
      .locator('button:visible, .figure-option, summary')
      .all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    const reach = (await figure(page).locator('.plot-reach').first().boundingBox())!;
    expect(Math.min(reach.width, reach.height)).toBeGreaterThanOrEqual(43.9);
  });
});

test('a figure alone speaks Chinese below /zh/', async ({ page }) => {
  await openLive(page, `zh/${EMBED}`);
  await expect(page.getByText('你会把线画在哪里？')).toBeVisible();
});
