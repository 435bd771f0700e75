// The sets of points one can train on: logic gates, blobs, real penguins.
import { Generator } from '../../../src/engine/random.ts';
import type { Interval } from '../frame/plane-scale.ts';
import type { Sample } from './perceptron.ts';
import { penguins, species } from './penguins.generated.ts';

export const presetNames = [
  'blobs',
  'and',
  'or',
  'xor',
  'adelie-gentoo',
  'chinstrap-gentoo',
  'adelie-chinstrap',
] as const;
export type PresetName = (typeof presetNames)[number];

/** What one measurement of the penguins is called. */
export type Measurement = 'billLength' | 'billDepth' | 'bodyMass';

/** How an axis in standard units is read in the measurement's own units. */
export interface AxisOf {
  readonly measurement: Measurement;
  readonly mean: number;
  readonly deviation: number;
}

export interface Preset {
  readonly samples: readonly Sample[];
  /** The part of the plane that is shown. */
  readonly x: Interval;
  readonly y: Interval;
  /** Real measurements: they stay where they were measured. */
  readonly axes?: readonly [AxisOf, AxisOf];
  readonly species?: { readonly positive: string; readonly negative: string };
}

const cache = new Map<PresetName, Preset>();

export function presetOf(name: PresetName): Preset {
  const known = cache.get(name);
  if (known) return known;
  const made = makers[name]();
  cache.set(name, made);
  return made;
}

const makers: Record<PresetName, () => Preset> = {
  blobs,
  and: () => gate([-1, -1, -1, 1]),
  or: () => gate([-1, 1, 1, 1]),
  xor: () => gate([-1, 1, 1, -1]),
  'adelie-gentoo': () => pair('Gentoo', 'Adelie', ['billLength', 'billDepth']),
  'chinstrap-gentoo': () => pair('Gentoo', 'Chinstrap', ['billLength', 'bodyMass']),
  'adelie-chinstrap': () => pair('Chinstrap', 'Adelie', ['billLength', 'billDepth']),
};

/** The four inputs (0, 0), (0, 1), (1, 0), (1, 1) with the labels of a logic gate. */
function gate(labels: readonly (1 | -1)[]): Preset {
  const corners = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const;
  return {
    samples: corners.map(([x, y], i) => ({ x, y, label: labels[i]! })),
    x: [-0.75, 1.75],
    y: [-0.75, 1.75],
  };
}

/** Two round clouds, off the origin, that a line can part, though not at once. */
function blobs(): Preset {
  const generator = new Generator(137);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const samples = Array.from({ length: 30 }, (_, i): Sample => {
    const label = i % 2 ? -1 : 1;
    const x = tenth(label * 0.9 + 1.2 + generator.normal() * 0.8);
    return { x, y: tenth(label * 1.1 + 0.9 + generator.normal() * 0.8), label };
  });
  return { samples, x: [-3, 4], y: [-3, 4] };
}

const COLUMN: Record<Measurement, 1 | 2 | 3> = { billLength: 1, billDepth: 2, bodyMass: 3 };

/** Two species by two measurements, in standard units, well mixed. */
function pair(
  positive: (typeof species)[number],
  negative: (typeof species)[number],
  measurements: readonly [Measurement, Measurement],
): Preset {
  const wanted = [species.indexOf(negative), species.indexOf(positive)];
  const birds = penguins.filter(([kind]) => wanted.includes(kind));
  const axes = measurements.map((measurement) => {
    const values = birds.map((bird) => bird[COLUMN[measurement]]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { measurement, mean, deviation: Math.sqrt(squares / values.length) };
  }) as unknown as readonly [AxisOf, AxisOf];
  const standard = (bird: (typeof birds)[number], { measurement, mean, deviation }: AxisOf) =>
    Math.round(((bird[COLUMN[measurement]] - mean) / deviation) * 1000) / 1000;
  const samples = birds.map((bird): Sample => ({
    x: standard(bird, axes[0]),
    y: standard(bird, axes[1]),
    label: bird[0] === wanted[1] ? 1 : -1,
  }));
  return {
    samples: new Generator(7).shuffle(samples),
    ...around(samples),
    axes,
    species: { positive, negative },
  };
}

/** A square part of the plane with all samples well inside. */
function around(samples: readonly Sample[]): Pick<Preset, 'x' | 'y'> {
  const sides = [samples.map(({ x }) => x), samples.map(({ y }) => y)].map((values) => [
    Math.min(...values),
    Math.max(...values),
  ]) as [[number, number], [number, number]];
  const half = Math.max(...sides.map(([low, high]) => (high - low) / 2)) * 1.08;
  const [x, y] = sides.map(([low, high]): Interval => {
    const middle = (low + high) / 2;
    return [middle - half, middle + half];
  }) as [Interval, Interval];
  return { x, y };
}
