// A small map of a tensor's values: blue below zero, orange above, paler near it; colours come from the page's theme.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el, type Element } from '../tree.ts';
import { numberText } from './number.ts';

const LEVELS = 8;
const MOST = 64;

export function heatMap(data: Float64Array, shape: readonly number[], text: NotebookText): Element {
  const rows = shape.length === 1 ? 1 : shape.at(-2)!;
  const columns = shape.at(-1)!;
  const slices = Math.min(8, data.length / (rows * columns));
  let low = Infinity;
  let high = -Infinity;
  for (const value of data) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const label = text.heatMap(numberText(low), numberText(high));
  const maps = Array.from({ length: slices }, (_, index) =>
    slice(
      data.subarray(index * rows * columns, (index + 1) * rows * columns),
      rows,
      columns,
      most,
      index === 0 ? label : '',
    ),
  );
  return el('span', { class: 'out-heat' }, maps);
}

function slice(
  data: Float64Array,
  rows: number,
  columns: number,
  most: number,
  label: string,
): Element {
  // Larger ones are sampled, evenly.
  const height = Math.min(rows, MOST);
  const width = Math.min(columns, MOST);
  const paths = new Map<number, string>();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value =
        data[Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width)];
      const level = Math.sign(value) * Math.ceil((Math.abs(value) / most) * LEVELS - 1e-9);
      if (level !== 0 && Number.isFinite(level))
        paths.set(level, `${paths.get(level) ?? ''}M${x} ${y}h1v1h-1z`);
    }
  const unit = Math.max(2, Math.min(14, Math.floor(160 / Math.max(width, height))));
  const hidden: Record<string, string> =
    label === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  const shapes = [...paths]
    .sort(([a], [b]) => a - b)
    .map(([level, d]) =>
      el('path', {
        d,
        class: level < 0 ? 'out-cold' : 'out-warm',
        'fill-opacity': Math.abs(level) / LEVELS,
      }),
    );
  return el(
    'svg',
    {
      class: 'out-heat-map',
      viewBox: `0 0 ${width} ${height}`,
      width: width * unit,
      height: height * unit,
      'shape-rendering': 'crispEdges',
      ...hidden,
    },
    shapes,
  );
}
