// What a figure's state is made of: fields, each of which knows its start and how to stand in a link.

/** One value of a figure. `decode` gives undefined for text that means nothing here. */
export interface Field<T> {
  readonly initial: T;
  encode(value: T): string;
  decode(text: string): T | undefined;
}

/** A field of whatever type. */
interface AnyField {
  readonly initial: unknown;
  encode(value: never): string;
  decode(text: string): unknown;
}

export type Fields = Readonly<Record<string, AnyField>>;

/** The type of a field's value. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A number within its bounds; links keep six significant digits. */
export function number(
  initial: number,
  { min = -Infinity, max = Infinity, integer = false } = {},
): Field<number> {
  return {
    initial,
    encode: (value) => String(Number(value.toPrecision(6))),
    decode: (text) => {
      const value = text.trim() === '' ? NaN : Number(text);
      if (!Number.isFinite(value)) return undefined;
      return Math.min(max, Math.max(min, integer ? Math.round(value) : value));
    },
  };
}

/** One of a few names. */
export function oneOf<const T extends string>(
  options: readonly T[],
  initial: NoInfer<T>,
): Field<T> {
  return {
    initial,
    encode: (value) => value,
    decode: (text) => options.find((option) => option === text),
  };
}

/** Yes or no. */
export function flag(initial: boolean): Field<boolean> {
  return {
    initial,
    encode: (value) => (value ? '1' : '0'),
    decode: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  };
}

/**
 * A list of equally long rows of numbers: points, weights, a path.
 * @param width how many numbers a row has
 * @param limit how many rows a link may bring
 */
export function rows(
  initial: readonly (readonly number[])[],
  width: number,
  limit = 200,
): Field<readonly (readonly number[])[]> {
  return {
    initial,
    encode: (value) =>
      value.map((row) => row.map((v) => String(Number(v.toPrecision(4)))).join(',')).join('~'),
    decode: (text) => {
      if (text === '') return [];
      const list = text.split('~').map((row) => row.split(',').map(Number));
      const fits = list.every((row) => row.length === width && row.every(Number.isFinite));
      return fits && list.length <= limit ? list : undefined;
    },
  };
}

/** Writes the values that differ from their start: `rate:0.5;preset:xor`. */
export function encodeValues(fields: Fields, values: Readonly<Record<string, unknown>>): string {
  const pieces: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const text = field.encode(values[name] as never);
    if (text !== field.encode(field.initial as never)) pieces.push(`${name}:${escapeText(text)}`);
  }
  return pieces.join(';');
}

/** Reads such a text. Unknown names and unreadable values are left out. */
export function decodeValues(fields: Fields, text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const piece of text.split(';')) {
    const colon = piece.indexOf(':');
    const name = piece.slice(0, colon);
    if (colon < 1 || !Object.hasOwn(fields, name)) continue;
    const value = fields[name]!.decode(unescapeText(piece.slice(colon + 1)));
    if (value !== undefined) values[name] = value;
  }
  return values;
}

const escapeText = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');

function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a link that was cut short
  }
}
