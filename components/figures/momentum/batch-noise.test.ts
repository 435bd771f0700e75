// The noise of mini-batches against the law of sampling without replacement.
import { describe, expect, it } from 'vitest';
import {
  batchGradients,
  expectedNoise,
  meanOf,
  measuredNoise,
  sampleGradients,
  spread,
} from './batch-noise.ts';

const x = Array.from({ length: 60 }, (_, i) => i / 30 - 1);
const y = x.map((xi, i) => 0.5 * xi + Math.sin(7 * i));
const pairs = sampleGradients(x, y, [0.1, -0.2]);
const full = meanOf(pairs);

describe('batchGradients', () => {
  it('are unbiased: their mean is the full gradient', () => {
    const [a, b] = meanOf(batchGradients(pairs, 4, 20_000, 1));
    expect(a).toBeCloseTo(full[0], 1);
    expect(b).toBeCloseTo(full[1], 1);
  });

  it.each([1, 2, 8, 32, 60])('of size %s scatter as τ²/B · (N − B)/(N − 1)', (size) => {
    const measured = measuredNoise(batchGradients(pairs, size, 8000, 2), full);
    const expected = expectedNoise(spread(pairs), size, pairs.length);
    if (size === 60) expect(measured).toBeCloseTo(0, 12);
    else expect(measured / expected).toBeCloseTo(1, 1);
  });
});
