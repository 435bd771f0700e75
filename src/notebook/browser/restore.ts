// Brings back what a reader has changed in the cells of this page, from the device's own store.
import { readCell } from '../../progress/cells.ts';

export async function restore(): Promise<void> {
  const cells = [...document.querySelectorAll<HTMLElement>('downhill-cell')];
  const records = await Promise.all(
    cells.map((cell) => readCell(cell.dataset.lesson!, cell.dataset.cell!).catch(() => undefined)),
  );
  if (!records.some(Boolean)) return;
  const { sessionOf } = await import('./session.ts');
  for (const [index, record] of records.entries())
    if (record) await sessionOf(cells[index]).cellOf(cells[index]).restore(record);
}
