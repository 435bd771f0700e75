// How numbers are printed in outputs.

/** A single number: whole numbers in full, others with up to six significant digits. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-4) return trimExponent(value.toExponential(4));
  return String(Number(value.toPrecision(6)));
}

/** A common form for all the numbers of a tensor, as PyTorch chooses it: whole, four decimals, or powers of ten. */
export function commonFormat(values: Iterable<number>): (value: number) => string {
  let most = 0;
  let least = Infinity;
  let allWhole = true;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const size = Math.abs(value);
    most = Math.max(most, size);
    if (size > 0) least = Math.min(least, size);
    allWhole &&= Number.isInteger(value);
  }
  if (allWhole && most < 1e9) return (value) => special(value) ?? String(value);
  if (most >= 1e5 || most < 1e-3 || most / least > 1e7)
    return (value) => special(value) ?? (value === 0 ? '0' : trimExponent(value.toExponential(3)));
  return (value) => special(value) ?? value.toFixed(4);
}

/** For a column of a table: as many decimals as its numbers need, four at most. */
export function columnFormat(values: readonly number[]): (value: number) => string {
  const decimals = Math.max(
    0,
    ...values
      .filter(Number.isFinite)
      .map((value) => (numberText(Number(value.toFixed(4))).split('.')[1] ?? '').length),
  );
  const isPlain = values.every(
    (value) =>
      !Number.isFinite(value) || value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7),
  );
  return isPlain
    ? (value) => special(value) ?? value.toFixed(Math.min(4, decimals))
    : commonFormat(values);
}

const special = (value: number): string | undefined =>
  Number.isFinite(value) ? undefined : numberText(value);

const trimExponent = (text: string): string => text.replace(/\.?0*e\+?/, 'e');

/** A duration for readers: `34 ms`, `1.2 s`, `3 min`. */
export function durationText(
  ms: number,
  words: {
    milliseconds(n: string): string;
    seconds(n: string): string;
    minutes(n: string): string;
  },
): string {
  if (ms < 1) return words.milliseconds('< 1');
  if (ms < 995) return words.milliseconds(String(Math.round(ms)));
  if (ms < 59_500)
    return words.seconds(ms < 9950 ? (ms / 1000).toFixed(1) : String(Math.round(ms / 1000)));
  return words.minutes(ms < 595_000 ? (ms / 60_000).toFixed(1) : String(Math.round(ms / 60_000)));
}
