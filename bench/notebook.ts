// How quick the notebook is, in Chromium on the built site: first result, running again, worker start, bytes at each stage.
// Run it after `npm run build`: node bench/notebook.ts [lesson]
import { spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../tools/find-browser.ts';

const lesson = process.argv[2] ?? 'perceptron';
const folder = process.env.OUT_DIR ?? 'dist';
const base = process.env.BASE_PATH ?? '/';
const port = 4349;
const ROUNDS = 7;

const server = spawn('node_modules/.bin/sirv', [folder, '--quiet', '--port', String(port)], {
  stdio: 'ignore',
});
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const address = `http://localhost:${port}${base}lessons/${lesson}/`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const ms = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} … ${Math.round(Math.max(...values))})`;

/** Presses Run and waits in the page itself, so that no test harness is measured. */
const pressRun = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (cell) =>
      new Promise<number>((resolve) => {
        const element = document.querySelector(`#cell-${cell}`)!;
        const start = performance.now();
        const watch = new MutationObserver(() => {
          if (element.querySelector('.cell-output')!.ariaBusy !== 'false') return;
          watch.disconnect();
          resolve(performance.now() - start);
        });
        watch.observe(element, { attributes: true, subtree: true, childList: true });
        element.querySelector<HTMLElement>('[data-action=run]')!.click();
      }),
    id,
  );

try {
  const first: number[] = [];
  const again: number[] = [];
  const all: number[] = [];
  const stages: Record<string, number> = {};
  let light = '';
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let stage = 'page';
    page.on('response', (response) => {
      void response.body().then(
        (body) => {
          if (round === 0) stages[stage] = (stages[stage] ?? 0) + body.length;
        },
        () => undefined,
      );
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    light = await page.evaluate(() => {
      const cells = [...document.querySelectorAll<HTMLElement>('downhill-cell')];
      const independent = cells.filter(
        (cell) => (JSON.parse(cell.dataset.about!) as { uses: string[] }).uses.length === 0,
      );
      return independent[0]!.dataset.cell!;
    });
    stage = 'first run';
    first.push(await pressRun(page, light));
    for (let i = 0; i < 10; i++) again.push(await pressRun(page, light));
    stage = 'all cells';
    all.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            document.querySelector<HTMLElement>('[data-action=run-all]')!.click();
            const look = () =>
              document.querySelector('downhill-cell.is-waiting')
                ? setTimeout(look, 5)
                : resolve(performance.now() - start);
            setTimeout(look, 100);
          }),
      ),
    );
    stage = 'editing';
    await page.locator('downhill-cell pre').first().click();
    await page.locator('.cm-content').first().waitFor();
    await page.waitForLoadState('networkidle');
    await context.close();
  }
  console.log(`lesson ${lesson}, cell “${light}”, ${ROUNDS} fresh visits`);
  console.log(`first run, cold worker:  ${ms(first)}`);
  console.log(`run again, warm worker:  ${ms(again)}`);
  console.log(`all cells of the lesson: ${ms(all)}`);
  for (const [stage, bytes] of Object.entries(stages))
    console.log(`bytes for ${stage}: ${(bytes / 1000).toFixed(0)} kB before compression`);
} finally {
  await browser.close();
  server.kill();
}
