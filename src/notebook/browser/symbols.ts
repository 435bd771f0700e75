// Formula, code and figure are one thing: point at a symbol, and its twins light up and its present value is shown.
import { symbolText } from '../../i18n/symbols.ts';
import { plainNumber } from '../plain-number.ts';
import type { Lang, Scalar } from '../types.ts';
import type { CellElement } from './cell-element.ts';

const TOKENS = ':is(.tok-name, .tok-definition, .tok-call, .tok-property)';

export function tieSymbols(): void {
  const names = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-id]')].map((one) => one.dataset.id!),
  );
  for (const token of document.querySelectorAll(`downhill-cell pre ${TOKENS}`))
    if (names.has(token.textContent)) token.classList.add('is-symbol');
  for (const formula of document.querySelectorAll<HTMLElement>('.katex')) addKeys(formula);

  const nameAt = (target: EventTarget | null, event?: Event): string | undefined => {
    const element = target instanceof Element ? target : undefined;
    const tied = element?.closest<HTMLElement>('[data-id], [data-symbol], .is-symbol');
    if (tied) return tied.dataset.id ?? tied.dataset.symbol ?? tied.textContent;
    const host = element?.closest('.cell-editor');
    return host && event instanceof MouseEvent ? wordInEditor(host, event, names) : undefined;
  };
  let lit: string | undefined;
  const light = (name: string | undefined, at?: Element): void => {
    if (name === lit) return;
    lit = name;
    for (const one of document.querySelectorAll('.is-lit')) one.classList.remove('is-lit');
    for (const editor of editors()) editor.light(name);
    hideValue();
    if (name === undefined) return;
    for (const twin of twinsOf(name)) twin.classList.add('is-lit');
    if (at) showValue(name, at);
  };
  document.addEventListener('pointerover', (event) => {
    const name = nameAt(event.target, event);
    light(name, name === undefined ? undefined : (event.target as Element));
  });
  document.addEventListener('pointermove', (event) => {
    if ((event.target as Element).closest?.('.cell-editor'))
      light(nameAt(event.target, event), event.target as Element);
  });
  document.addEventListener('focusin', (event) => {
    const name = nameAt(event.target);
    if (name !== undefined) light(name, event.target as Element);
  });
  document.addEventListener('focusout', () => light(undefined));
  document.addEventListener('click', (event) => {
    // A tap lights a symbol until the next tap elsewhere.
    const name = nameAt(event.target, event);
    light(undefined);
    light(name, name === undefined ? undefined : (event.target as Element));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') light(undefined);
  });
  document.addEventListener('downhill:values', () => {
    const name = lit;
    const shown = bubble?.isConnected ? bubbleAt : undefined;
    if (name !== undefined && shown) showValue(name, shown);
    for (const key of document.querySelectorAll<HTMLElement>('.symbol-key'))
      key.setAttribute('aria-label', wordsFor(key.dataset.id!, key.dataset.sign!));
  });
}

function twinsOf(name: string): Element[] {
  const quoted = CSS.escape(name);
  const tokens = [...document.querySelectorAll(`downhill-cell pre ${TOKENS}`)].filter(
    (one) => one.textContent === name,
  );
  return [
    ...document.querySelectorAll(
      `[data-id="${quoted}"]:not(.symbol-key), [data-symbol="${quoted}"]`,
    ),
    ...tokens,
  ];
}

/** Buttons that keyboards and screen readers find beside a formula: its picture itself is hidden from them. */
function addKeys(formula: HTMLElement): void {
  const symbols = new Map(
    [...formula.querySelectorAll<HTMLElement>('[data-id]')].map((one) => [
      one.dataset.id!,
      one.textContent,
    ]),
  );
  if (symbols.size === 0) return;
  const group = document.createElement('span');
  group.className = 'symbol-keys';
  const keys = [...symbols].map(([name, sign], index) => {
    const key = document.createElement('button');
    key.type = 'button';
    key.className = 'symbol-key';
    key.dataset.id = name;
    key.dataset.sign = sign;
    key.textContent = `${sign} · ${name}`;
    key.setAttribute('aria-label', wordsFor(name, sign));
    key.tabIndex = index === 0 ? 0 : -1;
    return key;
  });
  group.append(...keys);
  group.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next =
      keys[
        (keys.indexOf(document.activeElement as HTMLButtonElement) + step + keys.length) %
          keys.length
      ];
    for (const key of keys) key.tabIndex = key === next ? 0 : -1;
    next.focus();
  });
  formula.after(group);
}

const text = () =>
  symbolText[
    document.querySelector<HTMLElement>('downhill-cell')?.dataset.lang === 'zh'
      ? 'zh'
      : ('en' satisfies Lang)
  ];

function wordsFor(name: string, sign: string): string {
  const value = valueOf(name);
  const words = `${sign}: ${text().inCode(name)}`;
  return value === undefined ? words : `${words}, ${text().now(shown(value))}`;
}

const shown = (value: Scalar): string =>
  typeof value === 'number' ? plainNumber(value) : String(value);

/** The present value: from the awake notebook, from what the page was made with, or from a figure's control. */
function valueOf(name: string): Scalar | undefined {
  const control = document.querySelector<HTMLInputElement>(
    `[data-symbol="${CSS.escape(name)}"] input[type=range]`,
  );
  if (control) return control.valueAsNumber;
  for (const cell of document.querySelectorAll<CellElement>('downhill-cell')) {
    const { values } =
      cell.liveCell?.about ??
      (JSON.parse(cell.dataset.about!) as { values: Record<string, Scalar> });
    if (Object.hasOwn(values, name)) return values[name];
  }
  return undefined;
}

let bubble: HTMLElement | undefined;
let bubbleAt: Element | undefined;

function showValue(name: string, at: Element): void {
  const value = valueOf(name);
  if (value === undefined) return;
  bubble ??= document.createElement('div');
  bubbleAt = at;
  bubble.className = 'symbol-value';
  bubble.setAttribute('aria-hidden', 'true');
  bubble.textContent = `${name} = ${shown(value)}`;
  document.body.append(bubble);
  const place = at.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const left = Math.max(
    8,
    Math.min(innerWidth - width - 8, place.left + place.width / 2 - width / 2),
  );
  const above = place.top - height - 8;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${above < 8 ? place.bottom + 8 : above}px`;
}

function hideValue(): void {
  bubble?.remove();
}

const editors = () =>
  [...document.querySelectorAll<CellElement>('downhill-cell')].flatMap(
    (cell) => cell.liveCell?.editor ?? [],
  );

function wordInEditor(
  host: Element,
  event: MouseEvent,
  names: ReadonlySet<string>,
): string | undefined {
  const view = host.closest<CellElement>('downhill-cell')?.liveCell?.editor?.view;
  const position = view?.posAtCoords({ x: event.clientX, y: event.clientY });
  if (!view || position == null) return undefined;
  const range = view.state.wordAt(position);
  const word = range ? view.state.sliceDoc(range.from, range.to) : undefined;
  return word !== undefined && names.has(word) ? word : undefined;
}
