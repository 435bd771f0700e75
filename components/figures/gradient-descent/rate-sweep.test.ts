// The sweep over learning rates against the closed form of a quadratic.
import { describe, expect, it } from 'vitest';
import { lineLoss } from './line-loss.ts';
import { bestOf, excessBySteps, sweep, verdict } from './rate-sweep.ts';
import { anomalies, inputs } from './temperature.ts';

const centuries = lineLoss(inputs.centuries, anomalies);
const standardised = lineLoss(inputs.standardised, anomalies);

describe('excessBySteps', () => {
  it('falls by (1 − 2η)² a step when the input is standardised', () => {
    const excess = excessBySteps(standardised, 0.1, 10);
    for (let step = 1; step <= 10; step++)
      expect(excess[step] / excess[step - 1]).toBeCloseTo(0.64, 6);
  });

  it('reaches the least-squares line in one step at η = 1/2 when the input is standardised', () => {
    expect(excessBySteps(standardised, 0.5, 1)[1]).toBeCloseTo(0, 14);
  });
});

describe('sweep', () => {
  it('has its best rate near 2/(λ_max + λ_min) after many steps', () => {
    const [largest, smallest] = centuries.curvatures;
    const best = bestOf(sweep(centuries, 80, [0.01, 1], 401));
    expect(best.learningRate).toBeGreaterThan((0.95 * 2) / (largest + smallest));
    expect(best.learningRate).toBeLessThan(2 / largest);
  });

  it('grows without end beyond 2/λ_max and not before', () => {
    const bound = 2 / centuries.curvatures[0];
    const end = (rate: number) => excessBySteps(centuries, rate, 2000).at(-1)!;
    expect(end(bound * 0.99)).toBeLessThan(1e-6);
    expect(end(bound * 1.01)).toBeGreaterThan(1e6);
  });
});

describe('verdict', () => {
  it.each([
    [0.001, 'small'],
    [0.15, 'right'],
    [0.19, 'zigzag'],
    [0.2, 'edge'],
    [0.21, 'diverges'],
  ] as const)('says of η = %s on curvatures 10 and 1: "%s"', (learningRate, expected) => {
    expect(verdict(learningRate, [10, 1])).toBe(expected);
  });
});
