// An array of records as a table.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el, type Element } from '../tree.ts';
import { inspect } from './inspect.ts';
import { columnFormat } from './number.ts';

type Row = Readonly<Record<string, unknown>>;

export function isRecords(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (row) =>
        typeof row === 'object' &&
        row !== null &&
        [Object.prototype, null].includes(Object.getPrototypeOf(row)) &&
        Object.keys(row).length > 0,
    )
  );
}

export function showTable(
  rows: readonly Row[],
  text: NotebookText,
  options: { readonly rows?: number; readonly columns?: readonly string[] } = {},
): Element {
  const most = options.rows ?? 12;
  const columns =
    options.columns ??
    [...new Set(rows.slice(0, 200).flatMap((row) => Object.keys(row)))].slice(0, 20);
  const shown = rows.slice(0, most);
  const formats = columns.map((column) => {
    const values = shown.map((row) => row[column]).filter((value) => typeof value === 'number');
    const format = columnFormat(values);
    return {
      isNumber: values.length > 0,
      print: (value: unknown) =>
        typeof value === 'number' ? format(value) : value === undefined ? '' : inspect(value),
    };
  });
  const head = el(
    'tr',
    {},
    columns.map((column, i) =>
      el('th', { scope: 'col', class: formats[i].isNumber ? 'out-right' : '' }, column),
    ),
  );
  const body = shown.map((row) =>
    el(
      'tr',
      {},
      columns.map((column, i) =>
        el('td', { class: formats[i].isNumber ? 'out-right' : '' }, formats[i].print(row[column])),
      ),
    ),
  );
  const table = el('table', { class: 'out-table' }, el('thead', {}, head), el('tbody', {}, body));
  const rest = rows.length - shown.length;
  return el(
    'div',
    { class: 'out-scroll' },
    table,
    rest > 0 ? [el('p', { class: 'out-note' }, text.moreRows(rest))] : [],
  );
}
