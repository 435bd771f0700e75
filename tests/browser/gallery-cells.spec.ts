// Cells as a reader uses them: run, edit, follow, stop, reset, download.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { axe } from './axe.ts';
import {
  cellOf,
  expectAlive,
  expectKept,
  expectNotebookFile,
  failureOf,
  lateOrNot,
  GALLERY,
  menu,
  outputOf,
  run,
  runAndSettle,
  settled,
  statusOf,
  tryCode,
  write,
} from './notebook.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(GALLERY);
});

test('running a cell gives again what stands on the page, and says how long it took', async ({
  page,
}) => {
  const shown = async (id: string) => {
    const all = await outputOf(page, id).locator('.out').all();
    return Promise.all(all.map(async (one) => lateOrNot(await one.innerHTML())));
  };
  for (const id of ['data', 'train', 'plot', 'kinds', 'controls']) {
    const before = await shown(id);
    await runAndSettle(page, id);
    await expect(statusOf(page, id)).toHaveText(/^ran in/);
    expect(await shown(id)).toEqual(before);
  }
});

test('nothing on the page moves when a run starts or ends', async ({ page }) => {
  const places = () =>
    page
      .locator('downhill-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top + scrollY));
  const before = await places();
  await run(page, 'train');
  for (let i = 0; i < 10; i++) expect(await places()).toEqual(before);
  await settled(page, 'train');
  expect(await places()).toEqual(before);
});

test('a reader edits, sees that the cell is edited, and resets it', async ({ page }) => {
  await write(page, 'scratch', 'const scratch = 20\ndisplay(scratch + 1)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(outputOf(page, 'scratch')).toHaveText('21');
  await expect(cellOf(page, 'scratch').locator('.cell-edited')).toBeVisible();
  await cellOf(page, 'scratch').locator('[data-action=reset]').click();
  await expect(outputOf(page, 'scratch')).toHaveText('2');
  await expect(cellOf(page, 'scratch').locator('.cell-edited')).toBeHidden();
});

test('opening the editor moves no letter', async ({ page }) => {
  const code = cellOf(page, 'train').locator('.cell-code');
  const place = (selector: string) =>
    code.locator(selector).evaluate((one) => {
      const { top, left } = one.getBoundingClientRect();
      return [top + scrollY, left];
    });
  const height = (await code.boundingBox())!.height;
  const [top] = await place('.cell-line:nth-child(5)');
  await code.locator('pre').click({ position: { x: 200, y: 60 } });
  await expect(code.locator('.cm-content')).toBeFocused();
  expect((await code.boundingBox())!.height).toBe(height);
  const [after] = await place('.cm-line:nth-child(5)');
  expect(Math.abs(after! - top!)).toBeLessThan(1);
});

test('what follows from an edited cell is called out of date, then follows', async ({ page }) => {
  await runAndSettle(page, 'plot');
  await write(
    page,
    'data',
    (await cellOf(page, 'data').locator('.cm-content, pre').first().innerText()).replace(
      'mul(2)',
      'mul(3)',
    ),
  );
  await expect(statusOf(page, 'train')).toHaveText(/out of date/);
  await run(page, 'data');
  await expect(statusOf(page, 'train')).toHaveText(/ran in .* · follows|ran in/);
  await expect(statusOf(page, 'plot')).toHaveText(/ran in/);
  await expect(outputOf(page, 'data')).toContainText('13');
});

test('moving a slider runs what depends on it, and the prose follows', async ({ page }) => {
  const prose = page.locator('output[data-value=lastLoss]');
  const before = await prose.textContent();
  const slider = cellOf(page, 'rate').locator('input[type=range]');
  await slider.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await expect(statusOf(page, 'train')).toHaveText(/follows learningRate/);
  await expect(prose).not.toHaveText(before!);
  await expect(cellOf(page, 'rate').locator('.control-value').first()).toHaveText('0.01');
  await expect(slider).toBeFocused();
});

test('number, toggle, choice and button make values too', async ({ page }) => {
  const cell = cellOf(page, 'controls');
  await cell.locator('input[type=number]').fill('5');
  await expect(outputOf(page, 'controls').locator('.out').last()).toHaveText('xxxxx0');
  await cell.locator('[data-control=presses] button').click();
  await expect(outputOf(page, 'controls').locator('.out').last()).toHaveText('xxxxx1');
  await cell.locator('input[type=checkbox]').uncheck();
  await expect(outputOf(page, 'controls').locator('.out').last()).toHaveText('hidden');
  await cellOf(page, 'rate').locator('select').selectOption('50');
  await expect(outputOf(page, 'train')).toContainText('50 of 50');
});

test('the console shows text with its line', async ({ page }) => {
  await tryCode(page, "const a = 1\n\nconsole.log('here', a, { b: [2] })");
  await expect(outputOf(page, 'scratch').locator('.out-console')).toHaveText(
    'here 1 { b: [2] }line 3',
  );
});

test('a mistake marks its line and says how to mend it; the text is kept', async ({ page }) => {
  const mistakes: [string, RegExp, RegExp | undefined, number][] = [
    ['const a = 1\nconst b = (a +', /cannot be read/, undefined, 2],
    ["const a = 1\n\nthrow 'no reason'", /threw “no reason”/, undefined, 0],
    ["await Promise.reject(new Error('late'))", /late/, undefined, 1],
    ['const lenght = 1\nconsole.log(lengt)', /“lengt” is not defined/, /Did you mean “lenght”/, 2],
    ['const z = zeros(2)', /“zeros” is not defined/, /import \{ zeros \} from 'downhill'/, 1],
    [
      "import { zeros } from 'downhill'\nzeros(2, 3).matmul(zeros(4, 5))",
      /\(2, 3\).*\(4, 5\)/,
      /inner sizes/,
      2,
    ],
    [
      "import { nn } from 'downhill'\nconst m = nn.Linear(1, 2)",
      /constructor/,
      /new nn\.Linear/,
      2,
    ],
    [
      "import { zeros } from 'downhill'\nzeros(2).relú()",
      /not a function/,
      /Did you mean “relu”/,
      2,
    ],
    ['const n = 1\nn = 2', /constant/i, /let/, 2],
    ['const f = () => f()\nf()', /call stack/i, /without end/, 1],
    ['let nothing\nnothing.size', /undefined/, /has no value/, 2],
    [
      "import { tensor } from 'downhill'\nconst q = tensor([1], { requiresGrad: true })\nconst l = q.mul(q).sum()\nl.backward()\nl.backward()",
      /./,
      /again before each backward/,
      5,
    ],
  ];
  for (const [code, message, mend, line] of mistakes) {
    await tryCode(page, code);
    await expect(failureOf(page, 'scratch'), code).toHaveText(message);
    if (mend) await expect(failureOf(page, 'scratch').locator('.out-mend'), code).toHaveText(mend);
    if (line)
      await expect(
        cellOf(page, 'scratch')
          .locator('.cm-line')
          .nth(line - 1),
        code,
      ).toHaveClass(/cm-wrong/);
    expect(
      (await cellOf(page, 'scratch').locator('.cm-content').innerText())
        .replaceAll('\n\n', '\n')
        .trim(),
    ).toContain(code.split('\n')[0]);
  }
  await expectAlive(page);
});

test('names that are doubly defined, circular or foreign are named', async ({ page }) => {
  await tryCode(page, 'const learningRate = 3');
  await expect(failureOf(page, 'scratch')).toContainText(
    '“learningRate” is defined more than once: in rate, scratch',
  );
  await tryCode(page, 'epochs = 3');
  await expect(failureOf(page, 'scratch')).toContainText('belongs to cell rate');
});

test('everything works from the keyboard, and Escape then Tab leaves the editor', async ({
  page,
}) => {
  await cellOf(page, 'scratch').locator('pre').focus();
  await page.keyboard.press('Enter');
  const content = cellOf(page, 'scratch').locator('.cm-content');
  await expect(content).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('display(7 * 6)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(outputOf(page, 'scratch')).toHaveText('42');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(content).not.toBeFocused();
  await expect(cellOf(page, 'scratch').locator('[data-action=run]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(statusOf(page, 'scratch')).toHaveText(/^ran in/);
});

test('all cells are run, and all are put back', async ({ page }) => {
  const before = await outputOf(page, 'data').innerHTML();
  await write(page, 'scratch', 'display("mine")');
  await write(
    page,
    'data',
    "import { tensor } from 'downhill'\n\nconst x = tensor([[1]])\nconst y = x",
  );
  await menu(page, 'scratch', 'run-all');
  await expect(outputOf(page, 'scratch')).toHaveText('mine');
  await expect(outputOf(page, 'data')).toBeEmpty();
  await expect(page.locator('downhill-cell.is-waiting')).toHaveCount(0);
  await menu(page, 'scratch', 'reset-all');
  await expect(page.locator('downhill-cell.is-edited')).toHaveCount(0);
  await expect(outputOf(page, 'scratch')).toHaveText('2');
  await expect.poll(() => outputOf(page, 'data').innerHTML()).toBe(before);
  await expectKept(page, []);
  await page.reload();
  await expect(cellOf(page, 'data').locator('pre')).toBeVisible();
});

test('a gradient is checked against central differences', async ({ page }) => {
  await runAndSettle(page, 'gradient');
  await menu(page, 'gradient', 'gradient');
  const table = outputOf(page, 'gradient').locator('.out-gradient');
  await expect(table).toContainText('Every gradient agrees');
  await expect(table.locator('tbody tr')).toHaveCount(2);
  await expect(table.locator('tbody')).toContainText('w');
});

test('the downloaded script prints with Node what the page shows', async ({ page }, info) => {
  const waiting = page.waitForEvent('download');
  await menu(page, 'scratch', 'download-ts');
  const file = info.outputPath('lesson.ts');
  await (await waiting).saveAs(file);
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  expect(stdout).toContain('Tensor (4, 1) float32');
  expect(stdout).toContain(
    await outputOf(page, 'train').locator('.out-curve figcaption').innerText(),
  );
  expect(stdout.trim().split('\n').at(-1)).toBe('2');
});

test('the downloaded notebook holds the prose, the cells and their outputs', async ({
  page,
}, info) => {
  const waiting = page.waitForEvent('download');
  await menu(page, 'scratch', 'download-ipynb');
  const file = info.outputPath('lesson.ipynb');
  await (await waiting).saveAs(file);
  const { cells } = expectNotebookFile(await readFile(file, 'utf8'));
  expect(cells.filter((cell) => cell.cell_type === 'code')).toHaveLength(9);
  expect(
    cells.some(
      (cell) => cell.cell_type === 'markdown' && cell.source.join('').includes('learning rate'),
    ),
  ).toBe(true);
});

test('completion, documentation and type errors come on request and are remembered', async ({
  page,
}) => {
  test.slow();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await write(page, 'scratch', 'const s: string = x');
  expect(fetched.some((url) => url.includes('language-worker'))).toBe(false);
  await menu(page, 'scratch', 'assistance');
  await expect(cellOf(page, 'scratch').locator('.cm-lintRange-error')).toHaveText('s', {
    timeout: 25_000,
  });
  await write(page, 'scratch', 'const s = x.');
  await page.keyboard.press('Control+Space');
  await expect(cellOf(page, 'scratch').locator('.cm-tooltip-autocomplete')).toContainText('matmul');
  await page.keyboard.press('Escape');
  await write(page, 'scratch', 'const s = x.matmul(x)');
  await cellOf(page, 'scratch').locator('.tok-call, .tok-property').last().hover();
  await expect(cellOf(page, 'scratch').locator('.cm-tooltip-hover')).toContainText('matmul');
  await page.reload();
  await menu(page, 'scratch', 'copy').catch(() => undefined);
  await expect(cellOf(page, 'scratch').locator('[data-action=assistance]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a symbol in a formula lights its twins and shows the present value', async ({ page }) => {
  // Symbols are tied when the page has come to rest.
  await expect(page.locator('pre .is-symbol').first()).toBeAttached();
  await page.locator('p [data-id=learningRate]').hover();
  await expect(page.locator('.symbol-value')).toHaveText('learningRate = 0.05');
  await expect(cellOf(page, 'train').locator('pre .is-lit')).toHaveText('learningRate');
  await expect(cellOf(page, 'rate').locator('.control.is-lit')).toHaveCount(1);
  await cellOf(page, 'train').locator('pre .is-symbol').hover();
  await expect(page.locator('p [data-id=learningRate]')).toHaveClass(/is-lit/);
});

test('a long training shows how far it is, and Stop ends it', async ({ page }) => {
  await tryCodeWithoutWaiting(
    page,
    'for await (const i of progress(1e7)) report({ loss: 1 / (i + 1) })',
  );
  await expect(outputOf(page, 'scratch')).toContainText(/of 10000000 · about .* left/);
  await expect(outputOf(page, 'scratch').locator('.out-curve')).toBeVisible();
  await cellOf(page, 'scratch').locator('[data-action=stop]').click();
  await expect(statusOf(page, 'scratch')).toHaveText('Stopped.');
  await expectAlive(page);
});

async function tryCodeWithoutWaiting(
  page: Parameters<typeof write>[0],
  code: string,
): Promise<void> {
  await write(page, 'scratch', code);
  await run(page, 'scratch');
}

test('no accessibility violation, in both themes and on a narrow screen', async ({ page }) => {
  test.slow();
  await tryCode(page, 'nothing.here');
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await axe(page).include('downhill-cell').analyze();
    expect(
      violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      ),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  }
});
