// Round numbers for an axis, and how to write them.

/** Round values inside [low, high], about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, count = 6): number[] {
  const step = tickStep(low, high, count);
  if (!(step > 0)) return [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** The distance of two ticks. */
export function tickStep(low: number, high: number, count = 6): number {
  const raw = (high - low) / Math.max(1, count);
  if (!(raw > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(raw));
  const ratio = raw / power;
  return (
    power * (ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.SQRT2 ? 2 : 1)
  );
}

/** Powers of ten inside [low, high]; for a logarithmic axis. */
export function logTicks(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** (first + i));
}

/** A tick's text; thousands are grouped, minus is a real minus sign. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-3))
    return value.toExponential().replaceAll('-', '−').replace('e+', 'e');
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 }).replace('-', '−');
}
