// The nets of the sensitivity and wish figures: their data, their gradients, what serving one picture does.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { IMAGES, NET } from './digit-data.ts';
import {
  digitNet,
  granted,
  imageCount,
  labelOf,
  pixelsOf,
  score,
  targetOf,
  wishesFor,
} from './digit-wishes.ts';
import {
  meanGradient,
  nudgedLoss,
  penguinGradient,
  penguinParameters,
  penguins,
  trainingSteps,
} from './penguins.ts';
import { exactLoss, parameterList } from './two-layers.ts';

describe('the penguin net', () => {
  it('has 27 weights and biases', () => {
    expect(penguinParameters).toHaveLength(27);
    expect(penguinParameters.filter(({ from }) => from === undefined)).toHaveLength(7);
  });

  it('has slopes that a nudge of each weight confirms', () => {
    const h = 1e-5;
    for (const state of trainingSteps.keys()) {
      const { parameters } = penguinGradient(7, state);
      parameters.forEach((slope, i) => {
        const difference = (nudgedLoss(7, state, i, h) - nudgedLoss(7, state, i, -h)) / (2 * h);
        expect(Math.abs(slope - difference)).toBeLessThan(1e-5);
      });
    }
  });

  it('has as mean gradient the mean of the gradients of all penguins', () => {
    const mean = meanGradient(0).parameters[5]!;
    const each = penguins.map((_, i) => penguinGradient(i, 0).parameters[5]!);
    expect(mean).toBeCloseTo(each.reduce((a, b) => a + b) / each.length, 6);
  });

  it('loses less the longer it was trained', () => {
    const losses = [...trainingSteps.keys()].map((state) => meanGradient(state).loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses.at(-1)).toBeLessThan(0.01);
  });

  it('shows measurements of the data set', () => {
    const all = JSON.parse(
      readFileSync('node_modules/vega-datasets/data/penguins.json', 'utf8'),
    ) as Record<string, number>[];
    for (const { length, depth } of penguins)
      expect(
        all.some((row) => row['Beak Length (mm)'] === length && row['Beak Depth (mm)'] === depth),
      ).toBe(true);
  });
});

describe('the wishes of the digit net', () => {
  it('come from a net that reads most of the pictures, but not all', () => {
    expect(NET).toHaveLength(parameterList(digitNet).length);
    expect(score(NET).right).toBeGreaterThan(70);
    expect(score(NET).right).toBeLessThan(imageCount);
  });

  it('are for pictures of the data set, under their own labels', () => {
    const raw = gunzipSync(readFileSync('public/data/digits.bin'));
    const known = new Map(
      Array.from({ length: 1797 }, (_, i) => {
        const pixels = [...raw.subarray(i * 64, i * 64 + 64)].map((v) => v.toString(17)).join('');
        return [pixels, raw[1797 * 64 + i]];
      }),
    );
    IMAGES.forEach((image, i) => expect(known.get(image)).toBe(labelOf(i)));
  });

  it('add up: the wishes of the ten outputs give the wish of the whole', () => {
    const all = wishesFor(NET, 3);
    const each = Array.from({ length: 10 }, (_, k) => wishesFor(NET, 3, k));
    for (const part of ['ofHidden', 'ofPixels', 'ofWeights', 'ofBias'] as const)
      all[part].forEach((value, i) => {
        const sum = each.reduce((total, wish) => total + wish[part][i]!, 0);
        expect(sum).toBeCloseTo(value, 5);
      });
  });

  it('ask each weight in proportion to the activation it carries', () => {
    const { ofWeights, ofBias, hidden } = wishesFor(NET, 14, 4);
    hidden.forEach((a, j) => expect(ofWeights[j * 10 + 4]).toBeCloseTo(a * ofBias[4]!, 5));
  });

  it('lower the loss when they are followed, for the digit or for all', () => {
    const loss = (list: readonly number[]) => exactLoss(digitNet, list, pixelsOf(8), targetOf(8));
    expect(loss(granted(8, 'one', 3))).toBeLessThan(loss(NET));
    expect(score(granted(8, 'all', 3)).loss).toBeLessThan(score(NET).loss);
  });

  it('make the net forget the other digits when only one is served', () => {
    expect(score(granted(8, 'one', 30)).loss).toBeGreaterThan(score(NET).loss);
    expect(labelOf(8)).toBe(8);
  });
});
