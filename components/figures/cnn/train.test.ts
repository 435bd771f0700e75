import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { setDataSource } from '../../../src/engine/index.ts';
import { packWeights } from '../../../src/engine/train/worker.ts';
import { dab } from './draw-pad.tsx';
import { confusion, testAccuracy, type Report } from './job.ts';
import {
  buildNet,
  choiceOf,
  countParameters,
  fillHalf,
  lookInside,
  netFrom,
  toHalf,
} from './net.ts';
import { moved } from './ShiftedPictures.tsx';
import { samples, trainedNet, trainedPredictions } from './trained.ts';
import { work } from './train.ts';

const data = fileURLToPath(new URL('../../../public/data/', import.meta.url));
const job = {
  kind: 'train',
  filters: 8,
  kernel: 3,
  learningRate: 0.05,
  seed: 1,
  data: '',
} as const;

beforeAll(() => setDataSource(async (name) => new Uint8Array(readFileSync(data + name))));

describe('training in the figure', () => {
  it('gets 85 % of the test pictures right within two epochs', { timeout: 180_000 }, async () => {
    const reports: Report[] = [];
    const { signal } = new AbortController();
    const report = (next: Report) => void reports.push(next);
    const result = await work({ ...job, epochs: 2 }, { signal, report });
    const tested = reports.filter(({ predictions }) => predictions);
    expect(tested).toHaveLength(2);
    expect(testAccuracy(tested[1]!.predictions!)).toBeGreaterThanOrEqual(0.85);
    expect(reports.at(-1)!.step).toBe(reports.at(-1)!.steps);
    expect(choiceOf(result.weights!)).toEqual({ filters: 8, kernel: 3 });
  });

  it('stops when asked and gives the weights it has', { timeout: 60_000 }, async () => {
    const controller = new AbortController();
    const result = await work(
      { ...job, epochs: 5 },
      { signal: controller.signal, report: () => controller.abort() },
    );
    expect(countParameters(netFrom(result.weights!))).toBe(9098);
  });

  it('measures what a step costs before it starts', async () => {
    const { signal } = new AbortController();
    const result = await work(
      { kind: 'trial', filters: 4, kernel: 3 },
      { signal, report: () => {} },
    );
    expect(result.secondsAStep).toBeGreaterThan(0);
  });
});

describe('the net that ships', () => {
  it('was right as often as the table says', () => {
    const matrix = confusion(trainedPredictions);
    const hits = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
    expect(hits / 2000).toBe(testAccuracy(trainedPredictions));
    expect(hits / 2000).toBeGreaterThan(0.87);
  });

  it('gives its samples the classes that the table counts', () => {
    const net = trainedNet();
    samples.forEach((picture, i) => {
      const { probabilities } = lookInside(net, picture);
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(trainedPredictions[10 + i]);
    });
  });

  it('keeps its parameters through half precision within one part in a thousand', () => {
    const net = buildNet({ filters: 4, kernel: 5 }, 3);
    const copy = fillHalf(buildNet({ filters: 4, kernel: 5 }, 4), toHalf(net));
    const [a, b] = [net, copy].map((each) => each.parameters().flatMap((p) => [...p.data]));
    a!.forEach((value, i) =>
      expect(Math.abs(value - b![i]!)).toBeLessThan(Math.abs(value) * 1e-3 + 1e-7),
    );
  });

  it('refuses the weights of another network', () => {
    const other = packWeights(buildNet({ filters: 4, kernel: 3 }).layers[7]!);
    expect(() => netFrom(other)).toThrow(/another network/);
  });
});

describe('pictures', () => {
  it('move by whole pixels, and back without loss away from the border', () => {
    const there = moved(samples[0]!, 3);
    expect(there[10 * 28 + 15]).toBe(samples[0]![10 * 28 + 12]);
    expect(moved(there, -3)[10 * 28 + 12]).toBe(samples[0]![10 * 28 + 12]);
  });

  it('take ink under the brush and nowhere else', () => {
    const drawn = dab(new Float32Array(784), 14, 14);
    expect(drawn[14 * 28 + 14]).toBeGreaterThan(0.9);
    expect(drawn[0]).toBe(0);
    expect(drawn.filter((value) => value > 0).length).toBeLessThan(25);
  });
});
