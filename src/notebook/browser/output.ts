// Puts an output in its place: a control that the reader is holding stays, everything else is replaced.
import type { Tree } from '../tree.ts';
import { toDom } from './tree-dom.ts';

export function showOutput(output: HTMLElement, at: number, tree: Tree): void {
  for (const failure of output.querySelectorAll(':scope > .out-failure')) failure.remove();
  while (output.children.length <= at) {
    const place = document.createElement('div');
    place.className = 'out';
    output.append(place);
  }
  const place = output.children[at];
  if (typeof tree !== 'string' && tree.tag === 'control' && keepControl(place, tree.attrs ?? {}))
    return;
  place.replaceChildren(toDom(tree));
  letScroll(place);
}

/** What is wider than the column can be scrolled by keyboard. */
function letScroll(place: Element): void {
  if (place.scrollWidth > place.clientWidth) place.setAttribute('tabindex', '0');
  else place.removeAttribute('tabindex');
}

/** Brings a control that stands there already up to date. */
function keepControl(place: Element, attrs: Readonly<Record<string, string>>): boolean {
  const shell = place.querySelector<HTMLElement>(':scope > .control');
  if (!shell?.classList.contains(`control-${attrs.kind}`) || shell.dataset.control !== attrs.key)
    return false;
  const input = shell.querySelector('input');
  if (!input)
    return shell.querySelector('select') !== null
      ? isSameChoice(shell, attrs)
      : attrs.kind === 'button';
  for (const name of ['min', 'max', 'step'] as const)
    if (attrs[name] !== undefined) input[name] = attrs[name];
  if (document.activeElement !== input && input.type !== 'checkbox') {
    input.value = attrs.value ?? '';
    const shown = shell.querySelector('.control-value');
    if (shown) shown.textContent = attrs.value ?? '';
  }
  return shell.querySelector('.control-label')?.textContent === attrs.label;
}

function isSameChoice(shell: HTMLElement, attrs: Readonly<Record<string, string>>): boolean {
  const present = [...shell.querySelectorAll('option')].map(
    (option) => JSON.parse(option.value) as unknown,
  );
  return JSON.stringify(present) === attrs.options;
}
