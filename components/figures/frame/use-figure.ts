// The hook that every figure begins with: its state, kept in the page's fragment and published for exercises.
import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { figureChanged, publishFigure } from '../../../src/exercises/figure-states.ts';
import type { Fields } from './fields.ts';
import { figurePart, parseFragment, withPart } from './fragment.ts';
import { createState, type FigureState, type Signals } from './state.ts';

/** A figure at work. `state.rate.value` reads and sets the field `rate`. */
export interface FigureHandle<F extends Fields = Fields> {
  readonly id: string;
  readonly state: Signals<F>;
  /** True once the page's script runs, and the link's state, if any, has been taken over. */
  readonly isLive: ReadonlySignal<boolean>;
  reset(): void;
  /** This page's address with the figure's present state, and of no other figure. */
  link(): string;
  /** The state alone, as it stands in a link. */
  encode(): string;
}

/** What a figure may tell exercises. */
export type FigureValue = number | string | boolean | readonly number[] | readonly string[];

interface Options<F extends Fields> {
  /** Values the page gives instead of the fields' own start. */
  readonly start?: Readonly<Partial<Record<keyof F, unknown>>>;
  /** What exercises can ask about beyond the fields. */
  readonly values?: (state: Signals<F>) => Readonly<Record<string, FigureValue>>;
  /** What else goes back to its start on reset. */
  readonly onReset?: () => void;
}

const WRITE_AFTER_MS = 400; // browsers limit how often a page may change its address

/**
 * @param id the figure's id on the page
 * @param fields what its state is made of; must not change between renderings
 */
export function useFigure<F extends Fields>(
  id: string,
  fields: F,
  options: Options<F> = {},
): FigureHandle<F> {
  const { state, handle, isLive } = useMemo(() => create(id, fields, options), [id]);
  useEffect(() => {
    takeFromFragment(id, state);
    isLive.value = true;
    const stopWriting = writeToFragment(id, state);
    const withdraw = publishFigure(id, () =>
      untracked(() => ({ ...state.values(), ...options.values?.(state.signals) })),
    );
    const stopTelling = effect(() => {
      state.values(); // follows every field
      figureChanged(id);
    });
    const onHashChange = () => takeFromFragment(id, state);
    addEventListener('hashchange', onHashChange);
    return () => {
      removeEventListener('hashchange', onHashChange);
      stopTelling();
      withdraw();
      stopWriting();
    };
  }, [id]);
  return handle;
}

function create<F extends Fields>(id: string, fields: F, options: Options<F>) {
  const state = createState(fields, options.start);
  const isLive = signal(false);
  const reset = () => {
    state.reset();
    options.onReset?.();
  };
  const handle: FigureHandle<F> = {
    id,
    state: state.signals,
    isLive,
    reset,
    encode: state.encode,
    link: () => {
      const text = state.encode();
      const { origin, pathname } = location;
      return `${origin}${pathname}#${text ? `${figurePart(id)}=${text}` : `fig-${id}`}`;
    },
  };
  return { state, handle, isLive };
}

function takeFromFragment(id: string, state: FigureState<Fields>): void {
  const text = parseFragment(location.hash).parts.get(figurePart(id));
  if (text !== undefined && text !== state.encode()) state.decode(text);
}

/** Follows the state into the address a moment after it came to rest. */
function writeToFragment(id: string, state: FigureState<Fields>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    const hash = withPart(location.hash, figurePart(id), state.encode());
    if (hash === location.hash) return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  };
  const stop = effect(() => {
    state.encode(); // follows every field
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
