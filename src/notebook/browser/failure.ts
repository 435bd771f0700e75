// What went wrong in a cell, below what it had shown until then.
import type { NotebookText } from '../../i18n/notebook.ts';
import { el } from '../tree.ts';
import type { CellFailure } from '../types.ts';
import { toDom } from './tree-dom.ts';

export function showFailure(output: HTMLElement, failure: CellFailure, text: NotebookText): void {
  for (const old of output.querySelectorAll(':scope > .out-failure')) old.remove();
  const where =
    failure.line === undefined || failure.kind === 'stopped'
      ? []
      : [el('b', {}, text.failedAt(failure.line)), ': '];
  const mend = failure.mend === undefined ? [] : [el('p', { class: 'out-mend' }, failure.mend)];
  const box = el(
    'div',
    { class: `out-failure out-failure-${failure.kind}` },
    el('p', {}, where, failure.message),
    mend,
  );
  const element = toDom(box) as HTMLElement;
  element.setAttribute('role', 'alert');
  output.append(element);
}
