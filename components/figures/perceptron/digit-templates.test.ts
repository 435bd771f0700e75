import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import {
  loadDigits,
  setDataSource,
  tensor,
  trainTestSplit,
  zeros,
} from '../../../src/engine/index.ts';
import {
  changedPixels,
  changesOf,
  inkField,
  inkOf,
  lettersOf,
  ranking,
  scoresOf,
  sharesOf,
  sumOf,
  templateOf,
  trainTemplates,
  type DigitRun,
} from './digit-templates.ts';

/** A run with one round, whose template of class c inks pixel c alone. */
const toy: DigitRun = {
  changes: [Array.from({ length: 640 }, (_, k) => (Math.floor(k / 10) === k % 10 ? 16 : 0))],
  accuracy: [1],
  unseen: 1,
  pictures: ['0'.repeat(64)],
  labels: '0',
};

test('a score is the sum of what the pixels add', () => {
  const ink = Array.from({ length: 64 }, (_, p) => p % 17);
  const shares = sharesOf(ink, templateOf(toy, 1, 8));
  expect(shares[8]).toBeCloseTo(0.5);
  expect(sumOf(shares)).toBeCloseTo(scoresOf(toy, 1, ink)[8]!);
});

test('a template is the average of the weights over the rounds', () => {
  const weights = [16, 48, 32].map((value) => Array<number>(640).fill(value));
  const run = { ...toy, changes: changesOf(weights) };
  expect(templateOf(run, 1, 3)[5]).toBeCloseTo(1);
  expect(templateOf(run, 2, 3)[5]).toBeCloseTo(2);
  expect(templateOf(run, 3, 3)[5]).toBeCloseTo(2);
});

test('the class whose template has the ink wins, the first of equals', () => {
  const ink = Array<number>(64).fill(0);
  expect(ranking(scoresOf(toy, 1, ink))[0]).toBe(0);
  ink[7] = 16;
  expect(ranking(scoresOf(toy, 1, ink))[0]).toBe(7);
});

test('letters keep all seventeen shades', () => {
  const ink = Array.from({ length: 64 }, (_, p) => p % 17);
  expect(inkOf(lettersOf(ink))).toEqual(ink);
  expect(changedPixels(ink, inkOf(lettersOf(ink)))).toBe(0);
});

test('a link brings a whole picture or none', () => {
  expect(inkField.decode('0g'.repeat(32))).toBe('0g'.repeat(32));
  expect(inkField.decode('')).toBe('');
  expect(inkField.decode('0h'.repeat(32))).toBeUndefined();
  expect(inkField.decode('00')).toBeUndefined();
});

test('the rule learns the same weights as tensors do on real digits', async () => {
  setDataSource((name) => Promise.resolve(new Uint8Array(readFileSync(`public/data/${name}`))));
  const { test: few } = trainTestSplit(await loadDigits(), { testSize: 100 });
  const W = zeros(64, 10);
  few.y.data.forEach((right, i) => {
    const picture = few.x.select(0, i);
    const guess = picture.matmul(W).argmax().item();
    if (guess === right) return;
    const change = Array<number>(10).fill(0);
    [change[right], change[guess]] = [1, -1];
    W.add_(picture.reshape(64, 1).matmul(tensor([change])));
  });
  const ink = Array.from(few.x.data, (value) => Math.round(value * 16));
  const [weights] = trainTemplates(ink, few.y.data, 1);
  expect(weights!.map((value) => value / 16)).toEqual([...W.data]);
});
