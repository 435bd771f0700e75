// How quick the notebook is, in Chromium on the built site: first result, running again, bytes at each stage.
// Run it after `npm run build`: node bench/notebook.ts [lesson]; it writes NOTEBOOK.md.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
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

/** Presses Run all and waits for the last cell. */
const runAll = (page: Page): Promise<number> =>
  page.evaluate(
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
  );

/** A cell that needs no other. */
const lightCell = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('downhill-cell')];
    const independent = cells.find(
      (cell) => (JSON.parse(cell.dataset.about!) as { uses: string[] }).uses.length === 0,
    );
    return independent!.dataset.cell!;
  });

interface Weight {
  script: number;
  all: number;
}

/** What a visit fetches, compressed, at each stage. */
async function weighStages(): Promise<Map<string, Weight>> {
  const stages = new Map<string, Weight>();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const bodies: Promise<void>[] = [];
  let stage = '';
  page.on('response', (response) => {
    const weight = stages.get(stage)!;
    const isScript = new URL(response.url()).pathname.endsWith('.js');
    bodies.push(
      response.body().then(
        (body) => {
          const size = gzipSync(body).length;
          weight.all += size;
          if (isScript) weight.script += size;
        },
        () => undefined,
      ),
    );
  });
  const during = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    stage = name;
    stages.set(name, { script: 0, all: 0 });
    await act();
    // What was asked for arrives, and asks for more.
    for (let before = -1; before < bodies.length;) {
      before = bodies.length;
      await page.waitForTimeout(1500);
    }
    await Promise.all(bodies);
  };
  await during('the page, before any interaction', () => page.goto(address));
  await during('read to the end', async () => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 500) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
      await page.waitForTimeout(300);
    }
  });
  const id = await lightCell(page);
  const cell = page.locator(`#cell-${id}`);
  await during('first Run', () => pressRun(page, id));
  await during('all cells', () => runAll(page));
  await during('first edit', () => cell.locator('.cell-code pre').click());
  await during('completion and type errors asked for', async () => {
    await cell.locator('summary').click();
    await cell.locator('[data-action=assistance]').click();
    await page.waitForTimeout(3000);
  });
  await context.close();
  return stages;
}

try {
  const stages = await weighStages();
  const first: number[] = [];
  const again: number[] = [];
  const all: number[] = [];
  let light = '';
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    light = await lightCell(page);
    first.push(await pressRun(page, light));
    for (let i = 0; i < 10; i++) again.push(await pressRun(page, light));
    all.push(await runAll(page));
    await context.close();
  }
  const { model } = cpus()[0]!;
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
  const report = `# How quick the notebook is

Made by \`node bench/notebook.ts ${lesson}\` on the built site; do not edit. Chromium, ${model}, ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(0)} (1 to 2 is this measurement alone), ${new Date().toISOString().slice(0, 10)}.

${ROUNDS} fresh visits, cell “${light}”, median (least … most). The first run has a cold worker: nothing of the notebook was fetched before the press.

| what | measured | target |
| --- | --- | --- |
| first run of a cell | ${ms(first)} | 600 ms |
| the same cell again | ${ms(again)} | 30 ms |
| all cells of the lesson | ${ms(all)} | – |

Fetched at each stage of one visit, gzipped, in kB. Before any interaction the budgets are 35 of script and 100 of HTML, CSS and script; fonts, pictures and data sets are in “everything”.

| stage | script | everything |
| --- | --- | --- |
${[...stages].map(([name, { script, all: sum }]) => `| ${name} | ${kB(script)} | ${kB(sum)} |`).join('\n')}
`;
  const file = new URL('NOTEBOOK.md', import.meta.url);
  writeFileSync(file, report);
  console.log(report);
} finally {
  await browser.close();
  server.kill();
}
