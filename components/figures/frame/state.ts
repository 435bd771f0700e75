// A figure's state: one signal a field, with reset, and a text form for links.
import { batch, signal, type Signal } from '@preact/signals';
import { decodeValues, encodeValues, type Fields, type ValueOf } from './fields.ts';

/** One signal for each field. */
export type Signals<F extends Fields> = { readonly [K in keyof F]: Signal<ValueOf<F[K]>> };

export interface FigureState<F extends Fields> {
  readonly fields: F;
  readonly signals: Signals<F>;
  /** The fields that differ from their start, as they stand in a link; `''` at the start. */
  encode(): string;
  /** Takes fields from a link; those it does not name go back to their start. */
  decode(text: string): void;
  /** Sets some fields; a value of the wrong kind is refused. */
  set(values: Readonly<Record<string, unknown>>): void;
  reset(): void;
  /** All values, read through the signals. */
  values(): Record<string, unknown>;
}

/** Values for some fields, by name. */
export type Start<F extends Fields> = Readonly<Partial<Record<keyof F, unknown>>>;

/** @param start values that the page gives instead of the fields' own start */
export function createState<F extends Fields>(
  given: F,
  start: Start<F> = {} as Start<F>,
): FigureState<F> {
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, field]) => [
      name,
      Object.hasOwn(start, name) && start[name] !== undefined
        ? { ...field, initial: start[name] }
        : field,
    ]),
  ) as unknown as F;
  const signals = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, signal(field.initial)]),
  ) as unknown as Record<string, Signal<unknown>>;
  const values = () =>
    Object.fromEntries(Object.entries(signals).map(([name, each]) => [name, each.value]));
  return {
    fields,
    signals: signals as unknown as Signals<F>,
    encode: () => encodeValues(fields, values()),
    decode: (text) => {
      const found = decodeValues(fields, text);
      batch(() => {
        for (const [name, field] of Object.entries(fields))
          signals[name]!.value = Object.hasOwn(found, name) ? found[name] : field.initial;
      });
    },
    set: (some) =>
      batch(() => {
        for (const [name, value] of Object.entries(some)) {
          if (!Object.hasOwn(fields, name) || typeof value !== typeof fields[name]!.initial)
            throw new TypeError(
              `this figure has no field "${name}" that could be ${String(value)}`,
            );
          signals[name]!.value = value;
        }
      }),
    reset: () =>
      batch(() => {
        for (const [name, field] of Object.entries(fields)) signals[name]!.value = field.initial;
      }),
    values,
  };
}
