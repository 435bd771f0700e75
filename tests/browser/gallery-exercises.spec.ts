// Exercises in a real browser, on the gallery of all kinds and states.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { card } from './exercise-card.ts';
import { dragWithFinger } from './touch.ts';

const address = 'dev/exercises/';

/** A card that is alive. */
const check = (found: Locator) => found.getByRole('button', { name: /^(Check|Reveal|Run)/ });

async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let tries = 0; tries < 300; tries++) {
      const waiting = document.querySelector('astro-island[ssr]:has(.exercise)');
      if (!waiting) return;
      waiting.querySelector('.exercise')?.scrollIntoView({ block: 'center' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await page.waitForLoadState('networkidle');
}

test.beforeEach(async ({ page }) => {
  await page.goto(address);
});

test('a wrong choice is explained, a right one too, and both outlast a reload', async ({
  page,
}) => {
  let choice = await card(page, 'gallery-normal');
  await choice.getByLabel('Along the boundary').check();
  await check(choice).click();
  await expect(choice).toContainText('Not yet.');
  await expect(choice).toContainText('perpendicular');
  await expect(choice).toContainText('Tried');
  await page.reload();
  choice = await card(page, 'gallery-normal');
  await expect(choice.getByLabel('Along the boundary')).toBeChecked();
  await expect(choice).toContainText('Not yet.');
  await choice.getByLabel('Across it').check();
  await check(choice).click();
  await expect(choice).toContainText('Right.');
  await expect(choice).toContainText('Done');
  await page.reload();
  choice = await card(page, 'gallery-normal');
  await expect(choice).toContainText('Done');
});

test('a number is answered by keyboard alone', async ({ page }) => {
  const number = await card(page, 'gallery-bound');
  const field = number.getByLabel('Your answer');
  await field.focus();
  await page.keyboard.type('1/4');
  await page.keyboard.press('Enter');
  await expect(number).toContainText('lands on the minimum in one step');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Tab'); // Check again
  await page.keyboard.press('Tab'); // Hint
  await page.keyboard.press('Enter');
  await expect(number).toContainText('One step multiplies');
  await field.fill('what');
  await field.press('Enter');
  await expect(number).toContainText('I cannot read that as a number');
  await field.fill('0,5');
  await field.press('Enter');
  await expect(number).toContainText('Right.');
  await expect(number).toContainText('Done, with help');
});

test('the solution asks for a guess first, and is marked as seen', async ({ page }) => {
  const number = await card(page, 'gallery-bound');
  await number.getByRole('button', { name: 'Show the solution' }).click();
  await expect(number).toContainText('Guess first?');
  await number.getByRole('button', { name: 'Show it anyway' }).click();
  await expect(number.locator('.exercise-solution')).toContainText('0.5');
  await expect(number).toContainText('Solution seen');
});

test('a formula is set while it is typed, and any equal form is right', async ({ page }) => {
  const formula = await card(page, 'gallery-slope');
  const field = formula.getByLabel('Your answer');
  await field.fill('2(b+wx-y)x');
  await expect(formula.locator('output .katex')).toBeVisible();
  await field.press('Enter');
  await expect(formula).toContainText('Right.');
  await field.fill('2(wx + b - y)');
  await field.press('Enter');
  await expect(formula).toContainText('inner derivative is missing');
  await field.fill('2 q');
  await field.press('Enter');
  await expect(formula).toContainText('“q” is not one of the names here');
});

test('a shape in any spelling is read', async ({ page }) => {
  const shape = await card(page, 'gallery-shape');
  const field = shape.getByLabel('Your answer');
  await field.fill('[10, 32]');
  await field.press('Enter');
  await expect(shape).toContainText('each of the 32 samples stays a row');
  await field.fill('32 x 10');
  await field.press('Enter');
  await expect(shape).toContainText('Right.');
});

test('steps are put in order with keys, and by dragging', async ({ page }) => {
  const order = await card(page, 'gallery-loop');
  const steps = order.locator('.exercise-step');
  const wanted = ['Compute the prediction', 'Compute the loss', 'backward', 'optimiser'];
  for (const [place, text] of wanted.entries()) {
    const row = order.locator('li', { hasText: text });
    for (let i = 0; i < 4; i++) {
      const at = (await steps.allTextContents()).findIndex((item) => item.includes(text));
      if (at <= place) break;
      await row.getByRole('button', { name: /Move up/ }).focus();
      await page.keyboard.press('ArrowUp');
    }
  }
  await check(order).click();
  await expect(order).toContainText('Right.');
  const grip = order.locator('.exercise-grip').first();
  const last = order.locator('li').last();
  const [from, to] = [(await grip.boundingBox())!, (await last.boundingBox())!];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + to.height - 5, { steps: 12 });
  await page.mouse.up();
  await expect(steps.last()).toContainText('Compute the prediction');
  await check(order).click();
  await expect(order).toContainText('first there must be a prediction');
});

test('pairs are matched with keys', async ({ page }) => {
  const match = await card(page, 'gallery-ranges');
  const partners = match.getByRole('group', { name: 'Partners' });
  for (const range of ['(0,1)', '(−1,1)', '[0,∞)']) {
    const partner = partners.locator('button', { hasText: range });
    await partner.focus();
    await page.keyboard.press('Enter');
    await expect(partner).toHaveAttribute('data-taken');
  }
  await check(match).click();
  await expect(match).toContainText('Two squeeze, one cuts.');
});

test('a prediction is made with keys before the truth shows', async ({ page }) => {
  const predict = await card(page, 'gallery-parameters');
  await expect(predict).not.toContainText('13002');
  await predict.getByRole('slider').focus();
  await page.keyboard.press('End');
  await check(predict).click();
  await expect(predict).toContainText('Your guess is too high');
  await expect(predict).toContainText('two hidden layers of 32');
  await expect(predict.locator('.exercise-truth')).toHaveText('13002');
});

test('a curve is sketched with the mouse and the truth drawn over it', async ({ page }) => {
  const sketch = await card(page, 'gallery-derivative');
  const box = (await sketch.locator('svg.exercise-sketch').boundingBox())!;
  const at = (x: number, y: number) =>
    [box.x + (box.width * x) / 380, box.y + (box.height * y) / 240] as const;
  // ReLU itself, the known mistake: flat at 0, then rising.
  await page.mouse.move(...at(42, 157.5));
  await page.mouse.down();
  await page.mouse.move(...at(205, 157.5), { steps: 10 });
  await page.mouse.move(...at(369, 12), { steps: 10 });
  await page.mouse.up();
  await check(sketch).click();
  await expect(sketch).toContainText('You drew ReLU itself');
  await expect(sketch.locator('.sketch-truth')).toBeVisible();
});

test('a curve is sketched with the arrow keys', async ({ page }) => {
  const sketch = await card(page, 'gallery-derivative');
  await sketch.locator('svg.exercise-sketch').focus();
  await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  await check(sketch).click();
  await expect(sketch).toContainText('Right.');
});

test('an exercise in a figure is judged by the figure’s own state', async ({ page }) => {
  const act = await card(page, 'gallery-act');
  await check(act).click();
  await expect(act).toContainText('The figure does not show it yet.');
  const dial = page.locator('#gallery-dial input');
  await dial.fill('1');
  await check(act).click();
  await expect(act).toContainText('Right on the edge');
  await dial.fill('1.2');
  await check(act).click();
  await expect(act).toContainText('Right.');
});

test('the wrong line is found with keys', async ({ page }) => {
  const bug = await card(page, 'gallery-bug');
  await bug.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await check(bug).click();
  await expect(bug).toContainText('this test is right');
  await bug.getByRole('radio').nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(bug).toContainText('Right.');
});

test('a program is edited and run with its tests by keyboard alone', async ({ page }) => {
  test.setTimeout(90_000);
  const code = await card(page, 'gallery-code');
  await check(code).click();
  await expect(code).toContainText('1 of 3 tests pass.', { timeout: 20_000 });
  await expect(code.locator('tr[data-passed="false"]').first()).toContainText('[1, -2, 3, -4, 7]');
  await code.getByRole('button', { name: 'Edit the program' }).focus();
  await page.keyboard.press('Enter');
  const editor = code.getByRole('textbox');
  await expect(editor).toBeFocused();
  const write = async (text: string) => {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Control+Enter');
  };
  await write('function relu(values: number[]) { return values.map(Math.abs); }');
  await expect(code).toContainText('You kept the size of the negative numbers', {
    timeout: 20_000,
  });
  await write('function relu(values: number[]) {\n  return values.mop();\n}');
  await expect(code).toContainText('0 of 3 tests pass.', { timeout: 20_000 });
  await write('function relu(values: number[] {');
  await expect(code).toContainText('The program', { timeout: 20_000 });
  await write('function relu(values: number[]) { for (;;); }');
  await expect(code).toContainText('stopped after 4 seconds', { timeout: 30_000 });
  await write('const relu = (values: number[]) => values.map((v) => Math.max(v, 0));');
  await expect(code).toContainText('Right.', { timeout: 20_000 });
  await expect(code).toContainText('Done');
  await page.reload();
  const again = await card(page, 'gallery-code');
  await expect(again).toContainText('Done');
  await expect(again).toContainText('const relu = (values');
});

test('a wrong program is there after a reload, and what became of it is said', async ({ page }) => {
  const code = await card(page, 'gallery-code');
  await check(code).click();
  await expect(code).toContainText('1 of 3 tests pass.', { timeout: 20_000 });
  await page.reload();
  const again = await card(page, 'gallery-code');
  await expect(again).toContainText('It did not pass all tests: run them to see which.');
  await check(again).click();
  await expect(again).toContainText('1 of 3 tests pass.', { timeout: 20_000 });
  await expect(again).not.toContainText('Your program of last time');
});

test('an answer that was begun and not handed in is there after a reload', async ({ page }) => {
  await (await card(page, 'gallery-bound')).getByLabel('Your answer').fill('1/');
  const order = await card(page, 'gallery-loop');
  await order.getByRole('button', { name: /down/i }).first().click();
  const steps = await order.locator('.exercise-step').allTextContents();
  await page.reload();
  const again = await card(page, 'gallery-bound');
  await expect(again.getByLabel('Your answer')).toHaveValue('1/');
  await expect(again).not.toContainText('Tried');
  await expect((await card(page, 'gallery-loop')).locator('.exercise-step')).toHaveText(steps);
});

test('the browser is asked to keep the work at the first answer, not before, and once', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted = globalThis as typeof globalThis & { asked: number };
    counted.asked = 0;
    navigator.storage.persist = () => Promise.resolve(++counted.asked > 0);
  });
  const asked = () =>
    page.evaluate(() => (globalThis as typeof globalThis & { asked: number }).asked);
  await page.reload();
  const choice = await card(page, 'gallery-normal');
  await choice.getByLabel('Along the boundary').check();
  expect(await asked()).toBe(0);
  for (const label of ['Along the boundary', 'Across it']) {
    await choice.getByLabel(label).check();
    await check(choice).click();
    await expect(choice).toContainText(/Not yet\.|Right\./);
  }
  expect(await asked()).toBe(1);
});

test('a word of the glossary inside a question shows its card', async ({ page }) => {
  const number = await card(page, 'gallery-bound');
  await number.locator('a.term').hover();
  await expect(page.locator('#card')).toContainText('learning rate');
  await expect(number.locator('a.term')).toHaveAttribute('href', /glossary\/#learning-rate$/);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a step is dragged with a finger, and the page stays where it is', async ({ page }) => {
    const order = await card(page, 'gallery-loop');
    const steps = order.locator('.exercise-steps > li');
    const [moved] = await steps.allTextContents();
    const grip = (row: number) => steps.nth(row).locator('.exercise-grip');
    const [from, to] = [await grip(0).boundingBox(), await grip(2).boundingBox()];
    const scrolled = await dragWithFinger(page, grip(0), { x: 0, y: to!.y - from!.y });
    await expect(steps.nth(2)).toHaveText(moved);
    await expect(order.locator('[data-dragged]')).toHaveCount(0);
    expect(scrolled).toBe(0);
  });
});

test('two tabs agree, and an answer in one shows in the other', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(address);
  const there = await card(other, 'gallery-normal');
  const here = await card(page, 'gallery-normal');
  await here.getByLabel('Across it').check();
  await check(here).click();
  await expect(here).toContainText('Right.');
  await expect(there).toContainText('Right.');
  await expect(there.getByLabel('Across it')).toBeChecked();
});

test('an answer to an earlier version stays, and is said to be one', async ({ page }) => {
  const earlier = await card(page, 'gallery-bound-earlier');
  await expect(earlier).toContainText('This question has changed');
  await expect(earlier.getByLabel('Your answer')).toHaveValue('0.25');
  await expect(earlier).not.toContainText('Not yet.');
});

test('with storage blocked the answer is marked and the reader told', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.reload();
  const choice = await card(page, 'gallery-normal');
  await choice.getByLabel('Across it').check();
  await check(choice).click();
  await expect(choice).toContainText('Right.');
  await expect(choice).toContainText('does not let the site store anything');
});

for (const [name, colorScheme, size, states] of [
  ['a wide window, light', 'light', { width: 1440, height: 900 }, ['', '-right', '-seen']],
  ['a phone, dark', 'dark', { width: 390, height: 844 }, ['-wrong', '-earlier']],
] as const)
  test(`axe finds nothing in any state, on ${name}`, async ({ page }) => {
    test.setTimeout(120_000); // sixty cards
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await showAll(page);
    // What sighted readers see of formulas is hidden from others, and is most of the page.
    const audit = axe(page).exclude('.katex-html');
    const ids = await page.locator('.exercise').evaluateAll((cards) => cards.map(({ id }) => id));
    for (const id of ids)
      if (states.some((state) => id.replace(/^gallery-[a-z]+/, '') === state))
        audit.include(`section[id="${id}"]`);
    const { violations } = await audit.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('every question and its choices can be read', async ({ page }) => {
    for (const text of ['Which way does', 'Along the boundary', 'Compute the loss', 'sigmoid'])
      await expect(page.getByText(text).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0);
  });
});
