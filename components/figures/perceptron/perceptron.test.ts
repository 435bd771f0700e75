import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widestMargin } from './margin.ts';
import { cycleLength, isMistake, PerceptronRun, type Sample } from './perceptron.ts';
import { presetNames, presetOf } from './presets.ts';

const run = (samples: readonly Sample[], rate = 1, most = 3000) => {
  const made = new PerceptronRun(samples, rate);
  made.advanceTo(most);
  return made;
};

test('the first mistake adds the first sample: at zero weights every score is 0, which counts as wrong', () => {
  const made = run([{ x: 2, y: -1, label: -1 }], 1, 1);
  expect(made.updates[0]).toEqual({
    index: 0,
    score: 0,
    looked: 1,
    before: [0, 0, 0],
    after: [-2, 1, -1],
  });
});

test('a finished run has no sample on the wrong side, and a full round behind it', () => {
  for (const name of ['and', 'or', 'blobs', 'adelie-gentoo', 'chinstrap-gentoo'] as const) {
    const { samples } = presetOf(name);
    const made = run(samples);
    expect(made.doneAfter, name).toBeDefined();
    const weights = made.weightsAfter(made.updates.length);
    expect(samples.filter((sample) => isMistake(weights, sample))).toEqual([]);
    expect(made.doneAfter! - made.updates.at(-1)!.looked).toBe(samples.length);
  }
});

test('from zero weights the learning rate scales the weights and changes no mistake', () => {
  const { samples } = presetOf('and');
  const [one, quarter] = [run(samples, 1), run(samples, 0.25)];
  expect(quarter.updates.map(({ index }) => index)).toEqual(one.updates.map(({ index }) => index));
  expect(quarter.weightsAfter(18)).toEqual(one.weightsAfter(18).map((w) => w / 4));
});

test('on XOR the weights come back to where they were, for ever', () => {
  const made = run(presetOf('xor').samples, 1, 200);
  expect(made.doneAfter).toBeUndefined();
  const ago = cycleLength(made, 60)!;
  for (let mistakes = 60; mistakes <= 200; mistakes++)
    expect(made.weightsAfter(mistakes)).toEqual(made.weightsAfter(mistakes - ago));
});

test('taking mistakes one by one or all at once comes to the same', () => {
  const { samples } = presetOf('blobs');
  const slow = new PerceptronRun(samples);
  for (let i = 1; i <= 12; i++) slow.advanceTo(i);
  expect(slow.updates).toEqual(run(samples).updates);
});

test('the widest margins of AND and OR are the known ones', () => {
  expect(widestMargin(presetOf('and').samples)!.margin).toBeCloseTo(1 / Math.sqrt(17), 9);
  expect(widestMargin(presetOf('or').samples)!.margin).toBeCloseTo(1 / 3, 9);
  expect(widestMargin(presetOf('xor').samples)).toBeUndefined();
  expect(widestMargin([])).toBeUndefined();
});

const coordinate = fc.integer({ min: -30, max: 30 }).map((n) => n / 10);
const separable = fc
  .tuple(
    fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 25 }),
    fc.tuple(coordinate, coordinate, coordinate),
  )
  .map(([points, [a, b, c]]) =>
    points
      .filter(([x, y]) => Math.abs(a * x + b * y + c) > 0.3)
      .map(([x, y]): Sample => ({ x, y, label: a * x + b * y + c > 0 ? 1 : -1 })),
  )
  .filter((samples) => samples.length > 0);

test('no separable set draws more mistakes than (R/γ)²', () => {
  fc.assert(
    fc.property(separable, (samples) => {
      const { bound } = widestMargin(samples)!;
      const made = run(samples, 1, Math.ceil(bound) + 5);
      expect(made.doneAfter).toBeDefined();
      expect(made.updates.length).toBeLessThanOrEqual(bound + 1e-6);
    }),
  );
});

test('no other boundary has a wider margin than the widest', () => {
  fc.assert(
    fc.property(separable, fc.tuple(coordinate, coordinate, coordinate), (samples, [a, b, c]) => {
      const size = Math.hypot(a, b, c);
      fc.pre(size > 0);
      const { margin } = widestMargin(samples)!;
      const other = Math.min(
        ...samples.map(({ x, y, label }) => (label * (a * x + b * y + c)) / size),
      );
      expect(other).toBeLessThanOrEqual(margin + 1e-9);
    }),
  );
});

test('of the penguins, two pairs of species can be parted by a line and one cannot', () => {
  const parted = presetNames.filter((name) => widestMargin(presetOf(name).samples));
  expect(parted).toEqual(['blobs', 'and', 'or', 'adelie-gentoo', 'chinstrap-gentoo']);
  expect(presetOf('adelie-gentoo').samples).toHaveLength(274);
});
