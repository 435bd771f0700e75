// The degradation experiment: fair starts, the effect itself, what ships with the page, stopping, and blocks taken out.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { nn, noGrad, randn, setDataSource } from '../../../src/engine/index.ts';
import { right } from './broken.generated.ts';
import { blockCount, buildNet, withoutBlocks } from './net.ts';
import { packMarks, TEST_COUNT, unpackCounts, unpackMarks } from './packed.ts';
import { ends, packedMarks } from './race.generated.ts';
import { DEPTHS, firstSettings, KINDS, nearestDepth, type Kind, type Mark } from './race-job.ts';
import { race, work } from './race.ts';

beforeAll(() => setDataSource(async (name) => new Uint8Array(readFileSync(`public/data/${name}`))));

async function marksOf(depth: number, seed: number, epochs: number) {
  const marks: Record<Kind, Mark[]> = { plain: [], residual: [] };
  const controller = new AbortController();
  const report = ({ mark }: { mark?: { kind: Kind; mark: Mark } }) => {
    if (mark) marks[mark.kind].push(mark.mark);
    if (marks.residual.length > epochs) controller.abort();
  };
  const { signal } = controller;
  await race({ ...firstSettings, depth, seed }, { report, signal });
  return marks;
}

describe('buildNet', () => {
  it.each(DEPTHS)('has %i layers with weights, plain and residual', (depth) => {
    for (const isResidual of [false, true]) {
      const layers = buildNet({ depth, isResidual }, 1)
        .namedModules()
        .filter(([, layer]) => layer instanceof nn.Conv2d || layer instanceof nn.Linear);
      expect(layers).toHaveLength(depth);
    }
  });

  it('gives both kinds the same weights to start from', () => {
    const [plain, residual] = [false, true].map((isResidual) =>
      buildNet({ depth: 14, isResidual }, 3).parameters(),
    );
    expect(residual!.map(({ data }) => [...data])).toEqual(plain!.map(({ data }) => [...data]));
  });

  it('refuses a depth that is not 6n + 2', () => {
    expect(() => buildNet({ depth: 10, isResidual: true }, 1)).toThrow('6n + 2');
  });
});

describe('withoutBlocks', () => {
  const x = randn(2, 1, 8, 8);

  it.each([false, true])('keeps the shape whatever is taken out (residual: %s)', (isResidual) => {
    const net = buildNet({ depth: 14, isResidual }, 1).eval();
    for (let gone = 0; gone < blockCount(14); gone++) {
      const broken = withoutBlocks(net, (block) => block === gone);
      expect(noGrad(() => broken.forward(x)).shape).toEqual([2, 10]);
      expect(broken.isTraining).toBe(false);
    }
  });

  it('changes nothing when nothing is taken out', () => {
    const net = buildNet({ depth: 8, isResidual: true }, 1).eval();
    const [whole, same] = noGrad(() =>
      [net, withoutBlocks(net, () => false)].map((m) => m.forward(x)),
    );
    expect([...same!.data]).toEqual([...whole!.data]);
  });

  it('makes plain and residual nets the same when all blocks are gone', () => {
    const [plain, residual] = [false, true].map((isResidual) =>
      withoutBlocks(buildNet({ depth: 14, isResidual }, 2).eval(), () => true),
    );
    const [a, b] = noGrad(() => [plain!.forward(x), residual!.forward(x)]);
    expect([...a.data]).toEqual([...b.data]);
  });
});

describe('race', () => {
  it('gives in its first epochs what ships with the page', async () => {
    const shipped = unpackMarks(packedMarks[8]!, 8);
    const marks = await marksOf(8, firstSettings.seed, 2);
    for (const kind of KINDS)
      marks[kind].forEach(({ train, test, norms }, epoch) => {
        const known = shipped[kind][epoch]!;
        expect(train).toBeCloseTo(known.train, 6);
        expect(test).toBeCloseTo(known.test, 6);
        norms.forEach((norm, i) => expect(norm / known.norms[i]!).toBeCloseTo(1, 1));
      });
    expect(marks.residual).toHaveLength(3);
  });

  it('ends at once when it is cancelled', async () => {
    const controller = new AbortController();
    let reports = 0;
    const report = () => {
      reports++;
      controller.abort();
    };
    const { signal } = controller;
    await work({ type: 'race', data: '', ...firstSettings, depth: 8 }, { report, signal });
    expect(reports).toBeLessThan(6);
  });

  it('estimates its cost from a short trial', async () => {
    const { signal } = new AbortController();
    const { seconds, isFast } = await work(
      { type: 'trial', depth: 8 },
      { report: () => undefined, signal },
    );
    expect(seconds).toBeGreaterThan(0);
    expect(isFast).toBe(true);
  });
});

describe('what ships', () => {
  it('shows degradation: the deeper plain net is worse in training, the residual one is not', () => {
    const last = (depth: number, kind: Kind) =>
      unpackMarks(packedMarks[depth]!, depth)[kind].at(-1)!;
    for (const [shallow, deep] of [
      [8, 20],
      [20, 32],
      [32, 44],
    ] as const) {
      expect(last(deep, 'plain').train).toBeGreaterThan(last(shallow, 'plain').train);
      expect(last(deep, 'residual').train).toBeLessThan(0.01);
    }
    for (const depth of DEPTHS) expect(ends[depth]!.plain).toHaveLength(3);
  });

  it('breaks the plain net at any block, and the residual one at few', () => {
    const counts = (kind: Kind) => unpackCounts(right[kind]);
    for (let block = 0; block < 9; block++)
      expect(counts('plain')[1 << block]! / TEST_COUNT).toBeLessThan(0.25);
    const losses = Array.from(
      { length: 9 },
      (_, block) => counts('residual')[0]! - counts('residual')[1 << block]!,
    );
    expect(losses.filter((loss) => loss < 0.1 * TEST_COUNT).length).toBeGreaterThanOrEqual(6);
    expect(counts('residual')).toHaveLength(512);
  });

  it('is read as it was written', () => {
    const marks = unpackMarks(packedMarks[14]!, 14);
    expect(packMarks(marks)).toBe(packedMarks[14]);
  });
});

it('the dial stops at depths of 6n + 2', () => {
  expect([0, 9, 12, 44, 50].map(nearestDepth)).toEqual([8, 8, 14, 44, 44]);
});
