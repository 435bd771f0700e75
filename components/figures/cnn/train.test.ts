import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { setDataSource, summary } from '../../../src/engine/index.ts';
import { packWeights } from '../../../src/engine/train/worker.ts';
import { onPaper } from '../pictures/own-picture.ts';
import { dab } from './draw-pad.tsx';
import { fillHalf, toHalf } from './half.ts';
import { confusion, testAccuracy, type Report } from './job.ts';
import { blocksOf } from './layer-controls.tsx';
import { lookInside } from './look.ts';
import { buildNet, costOf, packNet, unpackNet, USUAL, type NetChoice } from './net.ts';
import { moved } from './ShiftedPictures.tsx';
import { samples, trainedNet, trainedPredictions } from './trained.ts';
import { work } from './train.ts';

const data = fileURLToPath(new URL('../../../public/data/', import.meta.url));
const job = { kind: 'train', net: USUAL, learningRate: 0.05, seed: 1, data: '' } as const;
const SMALL: NetChoice = { blocks: [{ filters: 4, kernel: 5, pooling: 'max' }], hidden: 0 };

beforeAll(() => setDataSource(async (name) => new Uint8Array(readFileSync(data + name))));

describe('training in the figure', () => {
  it('gets 85 % of the test pictures right within two epochs', { timeout: 180_000 }, async () => {
    const reports: Report[] = [];
    const { signal } = new AbortController();
    const report = (next: Report) => void reports.push(next);
    await work({ ...job, epochs: 2 }, { signal, report });
    const tested = reports.filter(({ predictions }) => predictions);
    expect(tested).toHaveLength(2);
    expect(testAccuracy(tested[1]!.predictions!)).toBeGreaterThanOrEqual(0.85);
    expect(reports.at(-1)!.step).toBe(reports.at(-1)!.steps);
    expect(unpackNet(reports.at(-1)!.weights).choice).toEqual(USUAL);
  });

  it('stops when asked, and goes on where it stood', { timeout: 60_000 }, async () => {
    const controller = new AbortController();
    let stopped: Report | undefined;
    await work(
      { ...job, net: SMALL, epochs: 1 },
      {
        signal: controller.signal,
        report: (report) => {
          stopped = report;
          controller.abort();
        },
      },
    );
    const { step, steps, weights } = stopped!;
    expect(step).toBeLessThan(steps);
    const reports: Report[] = [];
    await work(
      { ...job, net: SMALL, epochs: 1, weights, from: step },
      { signal: new AbortController().signal, report: (report) => void reports.push(report) },
    );
    expect(reports[0]!.step).toBeGreaterThan(step);
    expect(reports.at(-1)!.step).toBe(steps);
    expect(testAccuracy(reports.at(-1)!.predictions!)).toBeGreaterThan(0.6);
  });

  it('says so when the loss grows beyond all bounds', { timeout: 60_000 }, async () => {
    const { signal } = new AbortController();
    const result = await work(
      { ...job, net: SMALL, learningRate: 1e30, epochs: 1 },
      { signal, report: () => {} },
    );
    expect(result.kind).toBe('diverged');
  });

  it('measures what a step costs before it starts', async () => {
    const { signal } = new AbortController();
    const result = await work({ kind: 'trial', net: SMALL }, { signal, report: () => {} });
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
    const net = buildNet(SMALL, 3);
    const copy = fillHalf(buildNet(SMALL, 4), toHalf(net));
    const [a, b] = [net, copy].map((each) => each.parameters().flatMap((p) => [...p.data]));
    a!.forEach((value, i) =>
      expect(Math.abs(value - b![i]!)).toBeLessThan(Math.abs(value) * 1e-3 + 1e-7),
    );
  });

  it('refuses the weights of another network', () => {
    const other = packWeights(buildNet(USUAL).layers.at(-1)!);
    expect(() => unpackNet(other)).toThrow(/another network/);
  });
});

describe('layers of the reader’s choice', () => {
  const nets: NetChoice[] = [
    USUAL,
    SMALL,
    { blocks: [{ filters: 32, kernel: 1, pooling: 'none' }], hidden: 64 },
    { blocks: Array(4).fill({ filters: 8, kernel: 3, pooling: 'mean' }), hidden: 32 },
  ];

  it.each(nets)('cost what the engine’s summary says', (choice) => {
    const { parameters, multiplyAdds } = summary(buildNet(choice), [1, 1, 28, 28]);
    expect(costOf(choice)).toEqual({ parameters, multiplyAdds });
  });

  it.each(nets)('survive saving and loading, poolings too', (choice) => {
    const net = buildNet(choice, 5);
    const loaded = unpackNet(packNet(net, choice));
    expect(loaded.choice).toEqual(choice);
    const [a, b] = [net, loaded.net].map((each) => lookInside(each, samples[0]!));
    expect(a!.probabilities).toEqual(b!.probabilities);
    expect(a!.maps).toHaveLength(choice.blocks.length);
  });

  it('come within bounds from whatever a link says', () => {
    expect(blocksOf([[1e9, -2, 7]])).toEqual([{ filters: 32, kernel: 1, pooling: 'mean' }]);
    expect(blocksOf([])).toEqual(USUAL.blocks);
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

  it('of the reader’s are turned to ink on paper when their border is dark', () => {
    const dark = { width: 3, height: 3, values: [1, 1, 1, 1, 0, 1, 1, 1, 1] };
    const light = { width: 3, height: 3, values: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
    expect(onPaper(dark)).toEqual({ picture: light, isTurned: true });
    expect(onPaper(light)).toEqual({ picture: light, isTurned: false });
  });
});
