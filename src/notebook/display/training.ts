// The live picture of a training run: how far, how long still, and a curve for each reported quantity.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el, type Element, type Tree } from '../tree.ts';
import { curve } from './curve.ts';
import { durationText, numberText } from './number.ts';

export interface Training {
  readonly label: string;
  readonly total: number | undefined;
  done: number;
  readonly startedAt: number;
  isOver: boolean;
  readonly curves: Map<string, number[]>;
}

export function showTraining(training: Training, now: number, text: NotebookText): Element {
  const { total, done, curves, label, isOver } = training;
  const counted = total === undefined ? String(done) : text.progressOf(done, total);
  const parts: Tree[] = [`${label} ${counted}`];
  if (!isOver && total !== undefined && done > 0) {
    const left = ((now - training.startedAt) / done) * (total - done);
    parts.push(
      ` · ${text.remaining(durationText(Math.max(1000, Math.round(left / 1000) * 1000), text))}`,
    );
  }
  const bar = el('progress', {
    ...(total === undefined ? {} : { max: total }),
    value: done,
    'aria-label': `${label} ${counted}`,
  });
  const figures = [...curves].map(([name, points]) =>
    curve(name, points, total ?? points.length, text),
  );
  const grown = [...curves].find(([, points]) => points.some((point) => !Number.isFinite(point)));
  const warning = grown
    ? [el('p', { class: 'out-warning', role: 'note' }, warn(grown[0], grown[1], text))]
    : [];
  return el(
    'div',
    { class: isOver ? 'out-training out-training-over' : 'out-training' },
    el('p', { class: 'out-training-line' }, bar, el('span', {}, parts)),
    el('div', { class: 'out-curves' }, figures),
    warning,
  );
}

function warn(name: string, points: readonly number[], text: NotebookText): string {
  const bad = points.find((point) => !Number.isFinite(point))!;
  const finite = points.filter(Number.isFinite);
  const grew = finite.length > 1 && Math.abs(finite.at(-1)!) > 10 * Math.abs(finite[0]);
  return `${text.notFinite(name, numberText(bad))} ${grew || bad === Infinity ? text.mendDiverges : text.mendNaNInput}`;
}
