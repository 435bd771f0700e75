// The temperature line for figures on noise: years standardised, and the best line in closed form.
import text from '../../../public/data/temperature.json?raw';
import type { Pair } from './batch-noise.ts';

const table = JSON.parse(text) as { year: number[]; anomaly: number[] };
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const centre = mean(table.year);
const deviation = Math.sqrt(mean(table.year.map((year) => (year - centre) ** 2)));

/** The year with mean 0 and standard deviation 1. */
export const inputs: readonly number[] = table.year.map((year) => (year - centre) / deviation);

/** Degrees Celsius above the mean of 1951–1980. */
export const targets: readonly number[] = table.anomaly;

/** With a standardised input the least-squares line needs no division. */
export const bestLine: Pair = [mean(inputs.map((x, i) => x * targets[i])), mean(targets)];
