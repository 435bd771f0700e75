// Formula, code and figure are one thing: point at a symbol, and its twins light up and its present value is shown.
import { symbolText } from '../../i18n/symbols.ts';
import { plainNumber } from '../plain-number.ts';
import type { Lang, Scalar } from '../types.ts';
import type { CellElement } from './cell-element.ts';

/** Something on the screen beside which a value can stand. */
type Place = Pick<Element, 'getBoundingClientRect'>;

const TOKENS = ':is(.tok-name, .tok-definition, .tok-call, .tok-property)';

export function tieSymbols(): void {
  const names = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-id]')].map((one) => one.dataset.id!),
  );
  void inPieces([
    ...[...document.querySelectorAll(`downhill-cell pre ${TOKENS}`)].map((token) => () => {
      if (names.has(token.textContent)) token.classList.add('is-symbol');
    }),
    ...[...document.querySelectorAll<HTMLElement>('.katex')].map((formula) => () => {
      for (const key of addKeys(formula)) setWords(key);
    }),
  ]);

  const nameAt = (target: EventTarget | null, event?: Event): string | undefined => {
    const element = target instanceof Element ? target : undefined;
    const tied = element?.closest<HTMLElement>('[data-id], [data-symbol], .is-symbol');
    if (tied) return tied.dataset.id ?? tied.dataset.symbol ?? tied.textContent;
    const host = element?.closest('.cell-editor');
    return host && event instanceof MouseEvent ? wordInEditor(host, event, names) : undefined;
  };
  let lit: string | undefined;
  let litAt: Place | undefined;
  const light = (name: string | undefined, at?: Place): void => {
    litAt = at;
    if (name === lit) return refresh();
    lit = name;
    for (const one of document.querySelectorAll('.is-lit')) one.classList.remove('is-lit');
    for (const editor of editors()) editor.light(name);
    hideValue();
    if (name === undefined) return;
    for (const twin of twinsOf(name)) twin.classList.add('is-lit');
    if (at) showValue(name, at);
  };
  /** What is lit may get another value under the reader's hand. */
  const refresh = (): void => {
    if (lit !== undefined && litAt) showValue(lit, litAt);
  };
  document.addEventListener('pointerover', (event) => {
    const name = nameAt(event.target, event);
    light(name, name === undefined ? undefined : (event.target as Element));
  });
  document.addEventListener('pointermove', (event) => {
    if ((event.target as Element).closest?.('.cell-editor'))
      light(nameAt(event.target, event), event.target as Element);
    else if (event.buttons > 0) refresh();
  });
  document.addEventListener('focusin', (event) => {
    const { target } = event;
    const name = nameAt(target);
    if (target instanceof HTMLElement && target.matches('.symbol-key')) setWords(target);
    if (name !== undefined) light(name, target as Element);
  });
  document.addEventListener('focusout', () => light(undefined));
  document.addEventListener('downhill:caret', ({ target }) => {
    const at = caretOf(target as Element);
    light(at && names.has(at.word) ? at.word : undefined, at);
  });
  document.addEventListener('click', (event) => {
    // A tap lights a symbol until the next tap elsewhere.
    const name = nameAt(event.target, event);
    light(undefined);
    light(name, name === undefined ? undefined : (event.target as Element));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') light(undefined);
  });
  // A figure draws its new value a moment after the event.
  for (const type of ['input', 'keyup'])
    document.addEventListener(type, ({ target }) => {
      if (target instanceof Element && target.closest('[data-symbol]'))
        requestAnimationFrame(() => {
          refresh();
          sayValues();
        });
    });
  document.addEventListener('downhill:values', () => {
    refresh();
    sayValues();
  });
}

const PIECE_MS = 5;

/** A page with many formulas stays quick to the touch meanwhile. */
async function inPieces(tasks: readonly (() => void)[]): Promise<void> {
  let began = performance.now();
  for (const task of tasks) {
    if (performance.now() - began > PIECE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    task();
  }
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
function addKeys(formula: HTMLElement): HTMLElement[] {
  const symbols = new Map(
    [...formula.querySelectorAll<HTMLElement>('[data-id]')].map((one) => [
      one.dataset.id!,
      one.textContent,
    ]),
  );
  if (symbols.size === 0) return [];
  const group = document.createElement('span');
  group.className = 'symbol-keys';
  const keys = [...symbols].map(([name, sign], index) => {
    const key = document.createElement('button');
    key.type = 'button';
    key.className = 'symbol-key';
    key.dataset.id = name;
    key.dataset.sign = sign;
    key.textContent = `${sign} · ${name}`;
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
  return keys;
}

const text = () =>
  symbolText[
    document.querySelector<HTMLElement>('downhill-cell')?.dataset.lang === 'zh'
      ? 'zh'
      : ('en' satisfies Lang)
  ];

function sayValues(): void {
  for (const key of document.querySelectorAll<HTMLElement>('.symbol-key')) setWords(key);
}

/** What a screen reader says of a symbol: its name in the code, and its values now. */
function setWords(key: HTMLElement): void {
  const { id: name, sign } = key.dataset;
  const { code, figure } = valuesOf(name!, key);
  const words = [
    `${sign}: ${text().inCode(name!)}`,
    ...(code === undefined ? [] : [text().now(code)]),
    ...(figure === undefined ? [] : [text().figureHas(figure)]),
  ];
  key.setAttribute('aria-label', words.join(', '));
}

const shown = (value: Scalar): string =>
  typeof value === 'number' ? plainNumber(value) : String(value);

/** The present values: in the notebook, awake or as the page was made, and at the nearest figure's control. */
function valuesOf(name: string, at: Place): { code?: string; figure?: string } {
  const code = codeValue(name);
  const figure = figureValue(name, at);
  return {
    ...(code === undefined ? {} : { code: shown(code) }),
    ...(figure === undefined ? {} : { figure }),
  };
}

function codeValue(name: string): Scalar | undefined {
  const control = document.querySelector<HTMLInputElement>(
    `downhill-cell [data-symbol="${CSS.escape(name)}"] input[type=range]`,
  );
  if (control) return control.valueAsNumber;
  for (const cell of document.querySelectorAll<CellElement>('downhill-cell')) {
    const values = cell.liveCell?.about.values ?? valuesAtBuild(cell);
    if (Object.hasOwn(values, name)) return values[name];
  }
  return undefined;
}

const atBuild = new WeakMap<Element, Readonly<Record<string, Scalar>>>();

function valuesAtBuild(cell: CellElement): Readonly<Record<string, Scalar>> {
  let values = atBuild.get(cell);
  if (!values) {
    ({ values } = JSON.parse(cell.dataset.about!) as { values: Record<string, Scalar> });
    atBuild.set(cell, values);
  }
  return values;
}

function figureValue(name: string, at: Place): string | undefined {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(`.figure [data-symbol="${CSS.escape(name)}"]`),
  ].filter((one) => one.dataset.value !== undefined || one.ariaValueNow !== null);
  if (controls.length > 1) {
    const top = topOf(at);
    const far = new Map(controls.map((one) => [one, Math.abs(topOf(one) - top)]));
    controls.sort((a, b) => far.get(a)! - far.get(b)!);
  }
  const [nearest] = controls;
  return nearest && (nearest.dataset.value ?? shown(Number(nearest.ariaValueNow)));
}

/** Where the block of the text begins that a place is in: to ask it does not lay out what is inside. */
function topOf(place: Place): number {
  const block =
    place instanceof Element
      ? place.closest('.prose > :not(astro-island), .prose > astro-island > *')
      : null;
  return (block ?? place).getBoundingClientRect().top;
}

let bubble: HTMLElement | undefined;

function showValue(name: string, at: Place): void {
  const { code, figure } = valuesOf(name, at);
  // What is pointed at comes first; the other only if it differs.
  const isInFigure = at instanceof Element && at.closest('.figure') !== null;
  const [first, second] = isInFigure ? [figure, code] : [code, figure];
  if (first === undefined && second === undefined) return;
  const words = isInFigure ? text().codeHas : text().figureHas;
  const parts = [
    ...(first === undefined ? [] : [`${name} = ${first}`]),
    ...(second === undefined || second === first ? [] : [words(second)]),
  ];
  bubble ??= document.createElement('div');
  bubble.className = 'symbol-value';
  bubble.setAttribute('aria-hidden', 'true');
  bubble.textContent = parts.join(' · ');
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

/** The word at the caret of an editor, and where it stands. */
function caretOf(host: Element): (Place & { readonly word: string }) | undefined {
  const view = host.closest<CellElement>('downhill-cell')?.liveCell?.editor?.view;
  const range = view?.state.wordAt(view.state.selection.main.head);
  const start = range && view!.coordsAtPos(range.from);
  if (!view || !range || !start) return undefined;
  const { left, top, bottom } = start;
  return {
    word: view.state.sliceDoc(range.from, range.to),
    getBoundingClientRect: () => new DOMRect(left, top, 0, bottom - top),
  };
}
