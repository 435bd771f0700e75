// The bowl of a line's loss against the data it came from.
import { describe, expect, it } from 'vitest';
import { lineLoss } from './line-loss.ts';
import { anomalies, average, inputNames, inputs, years } from './temperature.ts';

describe('the temperature data', () => {
  it('has one value for each year from 1880 to 2023', () => {
    expect(years).toEqual(Array.from({ length: 144 }, (_, i) => 1880 + i));
    expect(anomalies).toHaveLength(144);
    expect(anomalies.every(Number.isFinite)).toBe(true);
  });
});

describe.each(inputNames)('lineLoss with the years as %s', (name) => {
  const x = inputs[name];
  const { loss, gradient, best, lowest, curvatures } = lineLoss(x, anomalies);
  const direct = (w: number, b: number) =>
    average(x.map((value, i) => (w * value + b - anomalies[i]) ** 2));

  it('is the mean of the squared residuals', () => {
    for (const [w, b] of [
      [0, 0],
      [0.3, -0.4],
      [-1, 2],
    ])
      expect(loss(w, b) / direct(w, b)).toBeCloseTo(1, 10);
    expect(lowest).toBeCloseTo(direct(...best), 12);
  });

  it('has the gradient that central differences find, and none at the best line', () => {
    const h = 1e-5;
    const [gw, gb] = gradient(0.4, -0.2);
    expect(gw).toBeCloseTo((direct(0.4 + h, -0.2) - direct(0.4 - h, -0.2)) / (2 * h), 5);
    expect(gb).toBeCloseTo((direct(0.4, -0.2 + h) - direct(0.4, -0.2 - h)) / (2 * h), 5);
    for (const part of gradient(...best)) expect(part).toBeCloseTo(0, 10);
  });

  it('has curvatures whose sum and product are the trace and the determinant of the Hessian', () => {
    const [a, b, d] = [2 * average(x.map((v) => v * v)), 2 * average(x), 2];
    expect(curvatures[0] + curvatures[1]).toBeCloseTo(a + d, 8);
    expect((curvatures[0] * curvatures[1]) / (a * d - b * b)).toBeCloseTo(1, 8);
  });
});
