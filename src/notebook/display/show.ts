// Any value as an output tree: the form is chosen by what the value is.
import type { NotebookText } from '../../i18n/notebook.ts';
import { TinyNode } from '../dom/document.ts';
import { toTree } from '../dom/to-tree.ts';
import { el, type Tree } from '../tree.ts';
import { Formula, showFormula, type Katex } from './formula.ts';
import { Images, showImages } from './images.ts';
import { inspect } from './inspect.ts';
import { numberText } from './number.ts';
import { isRecords, showTable } from './table.ts';
import { isTensor, showTensor } from './tensor.ts';

export interface ShowContext {
  readonly text: NotebookText;
  /** Begins the ids of figures; unique on the page. */
  readonly prefix: string;
  readonly katex: Katex | undefined;
}

/** A table asked for by `table(rows, options)`. */
export class Table {
  readonly rows: readonly Record<string, unknown>[];
  readonly options: { readonly rows?: number; readonly columns?: readonly string[] };
  constructor(rows: Table['rows'], options: Table['options']) {
    this.rows = rows;
    this.options = options;
  }
}

const MOST_TEXT = 20_000;

export function show(value: unknown, context: ShowContext): Tree {
  const { text } = context;
  if (typeof value === 'number') return el('p', { class: 'out-number' }, numberText(value));
  if (typeof value === 'boolean') return el('p', { class: 'out-number' }, String(value));
  if (typeof value === 'string') return el('p', { class: 'out-text' }, cut(value, text));
  if (isTensor(value)) return showTensor(value, text);
  if (value instanceof TinyNode)
    return el('div', { class: 'out-plot' }, toTree(value, context.prefix, text.plot));
  if (value instanceof Images) return showImages(value, text);
  if (value instanceof Table) return showTable(value.rows, text, value.options);
  if (value instanceof Formula && context.katex) return showFormula(value, context.katex);
  if (isRecords(value)) return showTable(value, text);
  if (value === undefined || value === null) return el('p', { class: 'out-number' }, String(value));
  return el('pre', { class: 'out-object' }, cut(inspect(value), text));
}

export const cut = (value: string, text: NotebookText): string =>
  value.length <= MOST_TEXT
    ? value
    : value.slice(0, MOST_TEXT) + text.cutText(value.length - MOST_TEXT);
