// Small tables of real measurements. Sources and licences: public/data/LICENCES.md.

import { Tensor } from '../tensor.ts';
import type { Classes } from './dataset.ts';
import { readTable } from './source.ts';

type Column = readonly (number | null)[];

const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/**
 * 342 penguins of three species (the two without measurements are left out): x (342, 4) holds bill length, bill depth and flipper length in mm and
 * body mass in g; y the species. Gorman, Williams and Fraser 2014.
 */
export async function loadPenguins(): Promise<Classes> {
  const table = await readTable<Record<string, Column> & { species: readonly string[] }>(
    'penguins.json',
  );
  const columns = [table.billLength, table.billDepth, table.flipperLength, table.bodyMass];
  const complete = [...table.species.keys()].filter((i) =>
    columns.every((column) => column[i] !== null),
  );
  return {
    x: matrix(columns, complete),
    y: vector(complete.map((i) => SPECIES.indexOf(table.species[i]))),
    classNames: SPECIES,
    featureNames: ['bill length (mm)', 'bill depth (mm)', 'flipper length (mm)', 'body mass (g)'],
  };
}

const IRISES = ['setosa', 'versicolor', 'virginica'];

/** 150 irises of three species: x (150, 4) holds length and width of sepals and petals in cm; y the species. Fisher 1936. */
export async function loadIris(): Promise<Classes> {
  const table = await readTable<Record<string, Column> & { species: readonly string[] }>(
    'iris.json',
  );
  const columns = [table.sepalLength, table.sepalWidth, table.petalLength, table.petalWidth];
  return {
    x: matrix(columns, [...table.species.keys()]),
    y: vector(table.species.map((name) => IRISES.indexOf(name))),
    classNames: IRISES,
    featureNames: [
      'sepal length (cm)',
      'sepal width (cm)',
      'petal length (cm)',
      'petal width (cm)',
    ],
  };
}

/** Years from 1880 to 2023, and how much warmer the earth's surface was than in 1951–1980, in °C: two vectors of 144. NASA GISTEMP. */
export async function loadTemperature(): Promise<{ year: Tensor; anomaly: Tensor }> {
  const table = await readTable<{ year: number[]; anomaly: number[] }>('temperature.json');
  return { year: vector(table.year), anomaly: vector(table.anomaly) };
}

/**
 * CO₂ in the air at Mauna Loa, month by month from 1958 to 2020: `time` in years (the middle of the month), `ppm` as measured and `adjusted` for the season,
 * in parts per million; three vectors of 741. Scripps CO₂ program.
 */
export async function loadCarbonDioxide(): Promise<{
  time: Tensor;
  ppm: Tensor;
  adjusted: Tensor;
}> {
  const table = await readTable<{ month: string[]; ppm: number[]; adjusted: number[] }>(
    'carbon-dioxide.json',
  );
  const time = table.month.map(
    (month) => Number(month.slice(0, 4)) + (Number(month.slice(5)) - 0.5) / 12,
  );
  return { time: vector(time), ppm: vector(table.ppm), adjusted: vector(table.adjusted) };
}

function vector(numbers: readonly number[]): Tensor {
  return Tensor.from(Float32Array.from(numbers), [numbers.length]);
}

function matrix(columns: readonly Column[], rows: readonly number[]): Tensor {
  const numbers = rows.flatMap((row) => columns.map((column) => column[row] as number));
  return Tensor.from(Float32Array.from(numbers), [rows.length, columns.length]);
}
