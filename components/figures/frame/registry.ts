// The figures alive on this page, by id: exercises look here to judge what the reader did with one.
import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** What a figure tells about itself. */
export type FigureValue = number | string | boolean | readonly number[] | readonly string[];

/** A figure that runs on this page. */
export interface PublishedFigure {
  /** Its id on the page, such as `trainer`. */
  readonly id: string;
  /** Its present values by name; changes as the reader acts. */
  readonly values: ReadonlySignal<Readonly<Record<string, FigureValue>>>;
  /** How often the reader has acted on it since the page was opened. */
  readonly acts: ReadonlySignal<number>;
  /** Brings the author's first state back. */
  reset(): void;
  /** Sets some fields, as an exercise does that asks to begin from a given state. */
  set(values: Readonly<Record<string, unknown>>): void;
}

const published = signal<ReadonlyMap<string, PublishedFigure>>(new Map());

/** Makes a figure known; the answer takes it off again. The newest of one id wins. */
export function publishFigure(figure: PublishedFigure): () => void {
  published.value = new Map(published.value).set(figure.id, figure);
  return () => {
    if (published.value.get(figure.id) !== figure) return;
    const rest = new Map(published.value);
    rest.delete(figure.id);
    published.value = rest;
  };
}

/** The figure of that id, now and whenever it comes or goes; undefined until its script has run. */
export function figureById(id: string): ReadonlySignal<PublishedFigure | undefined> {
  return computed(() => published.value.get(id));
}
