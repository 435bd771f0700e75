// How a value is printed in prose and in outputs: d3-format's mini language, with plain defaults.
import { format as d3format } from 'd3-format';
import { plainNumber } from './plain-number.ts';

/**
 * `formatValue(0.12345, '.3f')` → `0.123`. Without a format a whole number prints as it is, another
 * number with four significant digits. Uses a true minus sign.
 * @param spec a d3-format specifier, such as `.3f`, `.1%` or `,d`
 * @throws for a specifier that d3-format does not know
 */
export function formatValue(value: number | string | boolean, spec?: string): string {
  if (typeof value !== 'number') return String(value);
  return spec ? d3format(spec)(value) : plainNumber(value);
}
