// The curve of one quantity over a training run, small and plain.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el, type Element } from '../tree.ts';
import { numberText } from './number.ts';

const WIDTH = 300;
const HEIGHT = 90;
const MOST_POINTS = 300;

export function curve(
  name: string,
  points: readonly number[],
  total: number,
  text: NotebookText,
): Element {
  const finite = points.filter(Number.isFinite);
  const low = Math.min(...finite.slice(0, 5000));
  const high = Math.max(...finite.slice(0, 5000));
  const span = high - low || 1;
  const stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  const last = Math.max(1, total - 1, points.length - 1);
  const spots = points.flatMap((value, i) => {
    const isKept = i % stride === 0 || i === points.length - 1;
    if (!isKept || !Number.isFinite(value)) return [];
    return [`${round((i / last) * WIDTH)},${round(HEIGHT - ((value - low) / span) * HEIGHT)}`];
  });
  const present = points.at(-1)!;
  const line = el('polyline', {
    class: 'out-curve-line',
    points: spots.join(' '),
    fill: 'none',
    'vector-effect': 'non-scaling-stroke',
  });
  const dot =
    spots.length > 0
      ? [
          el('circle', {
            class: 'out-curve-dot',
            cx: spots.at(-1)!.split(',')[0],
            cy: spots.at(-1)!.split(',')[1],
            r: 3,
          }),
        ]
      : [];
  const picture = el(
    'svg',
    {
      viewBox: `-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`,
      width: WIDTH + 8,
      height: HEIGHT + 8,
      role: 'img',
      'aria-label': `${text.curve(name)}: ${numberText(points[0])} → ${numberText(present)}`,
    },
    line,
    dot,
  );
  const scale = el(
    'span',
    { class: 'out-curve-scale', 'aria-hidden': 'true' },
    el('span', {}, numberText(high)),
    el('span', {}, numberText(low)),
  );
  return el(
    'figure',
    { class: 'out-curve', 'data-kind': kindOf(name) },
    el('figcaption', {}, el('b', {}, name), ' ', numberText(present)),
    el('div', { class: 'out-curve-picture' }, scale, picture),
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

const kindOf = (name: string): string =>
  /loss|error|cost/i.test(name) ? 'loss' : /accuracy|score/i.test(name) ? 'accuracy' : 'other';
