// A tensor on the page: its shape and kind, its values, and a small heat map where there are many.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el, type Element, type Tree } from '../tree.ts';
import { commonFormat, numberText } from './number.ts';
import { heatMap } from './heat-map.ts';

export interface TensorLike {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
  readonly dtype?: string;
  readonly requiresGrad?: boolean;
  readonly gradFn?: unknown;
}

export function isTensor(value: unknown): value is TensorLike {
  const one = value as { shape?: unknown; tolist?: unknown; data?: unknown } | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    Array.isArray(one.shape) &&
    typeof one.tolist === 'function' &&
    one.data !== undefined
  );
}

const EDGE = 4;

export function showTensor(tensor: TensorLike, text: NotebookText): Element {
  const { shape, dtype = 'float32' } = tensor;
  const data = Float64Array.from(tensor.data);
  const grad = tensor.requiresGrad
    ? typeof tensor.gradFn === 'string'
      ? ` · ${tensor.gradFn}`
      : ' · requiresGrad'
    : '';
  const head = el(
    'figcaption',
    { class: 'out-tensor-head' },
    el('b', {}, text.tensor),
    ' ',
    el('code', {}, `(${shape.join(', ')})`),
    ` ${dtype}${grad}`,
  );
  if (shape.length === 0)
    return el(
      'figure',
      { class: 'out-tensor' },
      head,
      el('p', { class: 'out-number' }, numberText(data[0])),
    );
  const rows = shape.length === 1 ? 1 : shape.at(-2)!;
  const columns = shape.at(-1)!;
  const slice = data.subarray(0, rows * columns);
  const parts: Tree[] = [head];
  const size = rows * columns;
  const isPictured = size > 8 && columns > 1 && (rows > 1 || columns > 8);
  if (data.length > 0) {
    const body = el('div', { class: 'out-tensor-body' }, valueTable(slice, rows, columns));
    const pictured = isPictured
      ? el(
          'div',
          { class: 'out-tensor-body' },
          ...(body.children ?? []),
          heatMap(data, shape, text),
        )
      : body;
    if (shape.length > 2)
      parts.push(
        el(
          'p',
          { class: 'out-note' },
          `[${shape
            .slice(0, -2)
            .map(() => 0)
            .join(', ')}, …]`,
        ),
      );
    parts.push(pictured);
  }
  return el('figure', { class: 'out-tensor' }, ...parts);
}

/** Values with an ellipsis where a row or column is left out. */
function valueTable(data: Float64Array, rows: number, columns: number): Element {
  const format = commonFormat(data);
  const ends = (count: number, most: number): (number | '…')[] => {
    if (count <= most) return Array.from({ length: count }, (_, i) => i);
    const edge = Math.floor(most / 2);
    return [
      ...Array.from({ length: edge }, (_, i) => i),
      '…',
      ...Array.from({ length: edge }, (_, i) => count - edge + i),
    ];
  };
  const shownColumns = ends(columns, 2 * EDGE);
  const body = ends(rows, 2 * EDGE).map((row) =>
    el(
      'tr',
      {},
      shownColumns.map((column) =>
        el(
          'td',
          {},
          row === '…' || column === '…'
            ? row === '…' && column !== '…'
              ? '⋮'
              : '…'
            : format(data[row * columns + column]),
        ),
      ),
    ),
  );
  return el('table', { class: 'out-values' }, el('tbody', {}, body));
}
