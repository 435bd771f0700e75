// The yearly global temperature, ready at once for figures: the page's own copy of the course's data set.
import text from '../../../public/data/temperature.json?raw';

const table = JSON.parse(text) as { year: number[]; anomaly: number[] };

/** 1880 to 2023. */
export const years: readonly number[] = table.year;

/** Degrees Celsius above the mean of 1951–1980. */
export const anomalies: readonly number[] = table.anomaly;

/** How the year enters a model. */
export const inputs = {
  /** Centuries since 1880: the numbers stay small, but they are not centred. */
  centuries: years.map((year) => (year - 1880) / 100),
  /** Decades since 1880. */
  decades: years.map((year) => (year - 1880) / 10),
  /** Mean 0, standard deviation 1. */
  standardised: standardise(years),
} as const;

export type InputName = keyof typeof inputs;
export const inputNames = Object.keys(inputs) as InputName[];

/** Shifts and scales numbers to mean 0 and standard deviation 1. */
export function standardise(values: readonly number[]): number[] {
  const mean = average(values);
  const deviation = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  return values.map((value) => (value - mean) / deviation);
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
