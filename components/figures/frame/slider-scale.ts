// Where a value sits on a slider, linear or logarithmic, and how it is written.

export interface SliderScale {
  readonly min: number;
  readonly max: number;
  /** Linear: the distance of two values. Logarithmic: left out. */
  readonly step?: number;
  readonly scale?: 'linear' | 'log';
}

/** How many places a logarithmic slider has: four to a doubling is fine enough for a thumb. */
const LOG_PLACES = 200;

/** The range input's own bounds. */
export function track({ min, max, step, scale }: SliderScale) {
  return scale === 'log'
    ? { min: 0, max: LOG_PLACES, step: 1 }
    : { min, max, step: step ?? (max - min) / 100 };
}

/** The place on the track of a value. */
export function toTrack(value: number, { min, max, scale }: SliderScale): number {
  if (scale !== 'log') return value;
  const held = Math.min(max, Math.max(min, value));
  return Math.round((LOG_PLACES * Math.log(held / min)) / Math.log(max / min));
}

/** The value at a place on the track. Logarithmic ones are rounded to three digits. */
export function fromTrack(place: number, { min, max, step, scale }: SliderScale): number {
  if (scale === 'log') {
    if (place <= 0) return min;
    if (place >= LOG_PLACES) return max;
    return Number((min * (max / min) ** (place / LOG_PLACES)).toPrecision(3));
  }
  return Number((step ? min + Math.round((place - min) / step) * step : place).toPrecision(12));
}

/** What a reader typed as a number within the bounds; undefined when it is none. */
export function typedNumber(text: string, { min, max }: SliderScale): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const value = plain === '' ? NaN : Number(plain);
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : undefined;
}

/** A number as figures write it: a real minus sign, at most `digits` significant digits. */
export function plainNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value < 0 ? '−∞' : '∞';
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const text =
    size !== 0 && (size < 1e-4 || size >= 1e7) ? rounded.toExponential() : String(rounded);
  return text.replaceAll('-', '−');
}

/** A number with a fixed count of decimals and a real minus sign; columns of them line up. */
export function fixedNumber(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? (0).toFixed(decimals) : text).replace('-', '−');
}

/** A whole number with its thousands grouped. */
export const wholeNumber = (value: number): string =>
  Math.floor(value).toLocaleString('en-US').replace('-', '−');
