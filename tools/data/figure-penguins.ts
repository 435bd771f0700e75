// Writes the penguins that figures draw at once, without waiting for a file: node tools/data/figure-penguins.ts
// Source: Palmer Station Antarctica LTER and K. Gorman, CC0, as shipped by the package vega-datasets.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Row {
  readonly Species: string;
  readonly 'Beak Length (mm)': number | null;
  readonly 'Beak Depth (mm)': number | null;
  readonly 'Body Mass (g)': number | null;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(`${root}node_modules/vega-datasets/data/penguins.json`, 'utf8');
const species = ['Adelie', 'Chinstrap', 'Gentoo'];
const rows = (JSON.parse(source) as Row[])
  .map((row) => [
    species.indexOf(row.Species),
    row['Beak Length (mm)'],
    row['Beak Depth (mm)'],
    row['Body Mass (g)'],
  ])
  .filter((row) => row.every((value) => value !== null));

writeFileSync(
  `${root}components/figures/perceptron/penguins.generated.ts`,
  `// Made by tools/data/figure-penguins.ts: species, bill length and depth in mm, body mass in g, of ${rows.length} penguins.
// Palmer Station Antarctica LTER and K. Gorman (2007–2009), CC0.
export const species = ${JSON.stringify(species)} as const;
export const penguins: readonly (readonly [number, number, number, number])[] =
  ${JSON.stringify(rows)};
`,
);
