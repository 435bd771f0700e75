// Writes the 24 monthly mean temperatures that the home page's ball tries to describe.
// Source: seattle-weather.csv of vega-datasets, daily observations by NOAA, public domain. Run by hand: `node tools/seattle.ts`.
import { readFileSync, writeFileSync } from 'node:fs';

const csv = readFileSync('node_modules/vega-datasets/data/seattle-weather.csv', 'utf8');
const days = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const months = new Map<string, number[]>();
for (const [date, , high, low] of days) {
  const month = date!.slice(0, 7);
  months.set(month, [...(months.get(month) ?? []), (Number(high) + Number(low)) / 2]);
}
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const celsius = [...months.values()].slice(0, 24).map((values) => Number(mean(values).toFixed(2)));
const first = [...months.keys()][0];
const text = { place: 'Seattle', first, celsius };
writeFileSync('src/site/landscape/seattle.json', `${JSON.stringify(text)}\n`);
console.log(text);
