// Formula, code and figure are one thing: what is pointed at, tapped or focused in one lights up in the others, with its value.
import { expect, test, type Page } from '@playwright/test';

const LESSON = 'lessons/gradient-descent/';

const inFormula = (page: Page) => page.locator('.katex-html [data-id=learningRate]').first();
const inCode = (page: Page) =>
  page.locator('downhill-cell pre .is-symbol', { hasText: /^learningRate$/ }).first();
const inFigure = (page: Page) => page.locator('#fig-ball-on-curve [data-symbol=learningRate]');
const control = (page: Page) => page.locator('downhill-cell [data-symbol=learningRate]');
const bubble = (page: Page) => page.locator('.symbol-value');

async function expectAllLit(page: Page): Promise<void> {
  for (const twin of [inFormula, inCode, inFigure, control])
    await expect(twin(page)).toHaveClass(/is-lit/);
}

async function open(page: Page): Promise<void> {
  await page.goto(LESSON);
  await expect(page.locator('.symbol-key').first()).toBeAttached();
}

test('pointing at a symbol lights its name in the code and its controls, and the other way', async ({
  page,
}) => {
  await open(page);
  await inFormula(page).hover();
  await expectAllLit(page);
  await expect(bubble(page)).toHaveText(/^learningRate = 0\.5 · 0\.\d+ in the figure$/);
  await page.mouse.move(2, 2);
  await expect(page.locator('.is-lit')).toHaveCount(0);
  await expect(bubble(page)).toHaveCount(0);

  await inCode(page).hover();
  await expectAllLit(page);
  await expect(bubble(page)).toContainText('learningRate = 0.5');

  await inFigure(page).locator('.figure-label').hover();
  await expectAllLit(page);
  await expect(bubble(page)).toHaveText('learningRate = 0.3 · 0.5 in the code');
});

test('the keyboard reaches every symbol, and a screen reader hears name and value', async ({
  page,
}) => {
  await open(page);
  const key = page.getByRole('button', { name: /^η: learningRate in the code, now 0\.5/ }).first();
  await key.focus();
  await expect(key).toHaveAccessibleName(/, 0\.\d+ in the figure$/);
  await expectAllLit(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.is-lit')).toHaveCount(0);

  // The symbols of one formula are one stop; arrow keys go on.
  const group = page.locator('.symbol-keys', { has: page.locator('[data-id=bound]') });
  await group.locator('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(group.locator('[data-id=bound]')).toBeFocused();
  await expect(page.locator('.katex-html [data-id=bound]').first()).toHaveClass(/is-lit/);

  // From the figure: the control that has the focus lights the formula, and its value is followed.
  const slider = inFigure(page).locator('input[type=range]');
  await slider.focus();
  await expectAllLit(page);
  await expect(page.locator('#fig-ball-on-curve')).toHaveAttribute('data-live', '');
  await page.keyboard.press('ArrowRight');
  await expect(bubble(page)).toHaveText(/^learningRate = 0\.3\d+ · 0\.5 in the code$/);

  // From the code: the caret of the editor.
  const cell = page.locator('downhill-cell', { has: page.locator('[data-symbol=learningRate]') });
  await cell.locator('pre').focus();
  await page.keyboard.press('Enter');
  await expect(cell.locator('.cm-content')).toBeFocused();
  for (let i = 0; i < 'const l'.length; i++) await page.keyboard.press('ArrowRight');
  await expect(inFormula(page)).toHaveClass(/is-lit/);
  await expect(cell.locator('.cm-lit').first()).toHaveText('learningRate');
});

test('a live value stands in the label of its symbol', async ({ page }) => {
  await open(page);
  const slider = control(page).locator('input[type=range]');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(bubble(page)).not.toContainText('= 0.5');
  const value = await slider.inputValue();
  await expect(
    page.getByRole('button', { name: `η: learningRate in the code, now ${value}` }).first(),
  ).toBeAttached();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap lights a symbol until the next tap elsewhere', async ({ page }) => {
    await open(page);
    await inFormula(page).tap();
    await expectAllLit(page);
    await expect(bubble(page)).toBeVisible();
    const box = (await bubble(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.locator('main p').first().tap();
    await expect(page.locator('.is-lit')).toHaveCount(0);
  });
});
