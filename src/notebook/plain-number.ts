// A number as it stands in prose and beside formulas when no format is asked for.

/** A whole number as it is, another with four significant digits; with a true minus sign. */
export function plainNumber(value: number): string {
  const text =
    Number.isInteger(value) || !Number.isFinite(value)
      ? String(value)
      : value
          .toPrecision(4)
          .replace(/(\.\d*?)0+(e|$)/, '$1$2')
          .replace(/\.(e|$)/, '$1');
  return text.replace(/^-/, '−');
}
