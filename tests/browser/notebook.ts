// How the browser tests handle cells.
import { expect, type Locator, type Page } from '@playwright/test';

export const GALLERY = 'dev/cells/';

export const cellOf = (page: Page, id: string): Locator => page.locator(`#cell-${id}`);
export const statusOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.cell-status');
export const outputOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.cell-output');
export const failureOf = (page: Page, id: string): Locator =>
  cellOf(page, id).locator('.out-failure');

/** Replaces the text of a cell through its editor. */
export async function write(page: Page, id: string, code: string): Promise<void> {
  const cell = cellOf(page, id);
  const editor = cell.locator('.cm-content');
  if ((await editor.count()) === 0)
    await cell.locator('.cell-code pre').click({ position: { x: 120, y: 20 } });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

export async function run(page: Page, id: string): Promise<void> {
  await cellOf(page, id).locator('[data-action=run]').click();
}

/** Waits until the cell has ended, well or badly. */
export async function settled(page: Page, id: string, timeout = 15_000): Promise<void> {
  await expect(cellOf(page, id)).not.toHaveClass(/is-waiting/, { timeout });
}

export async function runAndSettle(page: Page, id: string): Promise<void> {
  await run(page, id);
  await expect(outputOf(page, id)).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
  await settled(page, id);
}

/** Runs a lesson's first cell, as it is and with a text of the reader's. */
export async function tryFirstCell(page: Page): Promise<void> {
  const id = (await page.locator('[data-cell]').first().getAttribute('data-cell'))!;
  await expect(outputOf(page, id)).not.toHaveAttribute('aria-busy');
  await runAndSettle(page, id);
  await expect(failureOf(page, id)).toHaveCount(0);
  await write(page, id, 'display(6 * 7)');
  await runAndSettle(page, id);
  await expect(outputOf(page, id)).toHaveText('42');
}

/** Pictures of the page that was made may be loaded late; those that a run gives are there at once. */
export const lateOrNot = (html: string): string => html.replaceAll(' loading="lazy"', '');

/** Runs a text in the cell called scratch. */
export async function tryCode(page: Page, code: string): Promise<void> {
  await write(page, 'scratch', code);
  await runAndSettle(page, 'scratch');
}

export async function menu(page: Page, id: string, action: string): Promise<void> {
  await cellOf(page, id).locator('summary').click();
  await cellOf(page, id).locator(`[data-action=${action}]`).click();
}

/** What nbformat's schema for version 4.5 asks of a notebook of text and code with printed output. */
export function expectNotebookFile(text: string): NotebookFile {
  const file = JSON.parse(text) as NotebookFile;
  expect(Object.keys(file).sort()).toEqual(['cells', 'metadata', 'nbformat', 'nbformat_minor']);
  expect([file.nbformat, file.nbformat_minor]).toEqual([4, 5]);
  const { kernelspec, language_info: language } = file.metadata;
  expect([kernelspec.name, kernelspec.display_name, language.name].every(Boolean)).toBe(true);
  const ids = file.cells.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, metadata, source, ...rest } of file.cells) {
    expect(id).toMatch(/^[\w-]{1,64}$/);
    expect(metadata).toEqual({});
    expectLines(source);
    if (rest.cell_type === 'markdown') expect(Object.keys(rest)).toEqual(['cell_type']);
    else {
      expect(Object.keys(rest).sort()).toEqual(['cell_type', 'execution_count', 'outputs']);
      expect([rest.cell_type, rest.execution_count]).toEqual(['code', null]);
      for (const output of rest.outputs!) {
        expect(output).toMatchObject({ output_type: 'stream', name: 'stdout' });
        expectLines(output.text);
      }
    }
  }
  return file;
}

interface NotebookFile {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: {
    readonly kernelspec: { readonly name: string; readonly display_name: string };
    readonly language_info: { readonly name: string };
  };
  readonly cells: readonly {
    readonly cell_type: string;
    readonly id: string;
    readonly metadata: object;
    readonly source: readonly string[];
    readonly execution_count?: null;
    readonly outputs?: readonly { readonly text: readonly string[] }[];
  }[];
}

/** Every line but the last carries its own end. */
function expectLines(lines: readonly string[]): void {
  expect(lines.slice(0, -1).every((line) => /^[^\n]*\n$/.test(line))).toBe(true);
  expect(lines.at(-1) ?? '').not.toContain('\n');
}

/** The page still works: a cell that has nothing to do with the others runs. */
export async function expectAlive(page: Page): Promise<void> {
  await runAndSettle(page, 'data');
  await expect(statusOf(page, 'data')).toHaveText(/^ran in/);
  await expect(outputOf(page, 'data')).toContainText('(4, 1)');
}

/** Waits until the device's store holds just these versions of cells. */
export async function expectKept(page: Page, sources: readonly string[]): Promise<void> {
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('downhill');
          opening.onerror = () => reject(opening.error!);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('cells').objectStore('cells').getAll();
            reading.onsuccess = () => {
              database.close();
              resolve((reading.result as { source: string }[]).map(({ source }) => source));
            };
          };
        }),
    );
  await expect.poll(kept).toEqual(sources);
}
