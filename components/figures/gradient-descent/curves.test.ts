// Slopes and curvatures against finite differences, minima against the slope.
import { describe, expect, it } from 'vitest';
import { curveNames, curves } from './curves.ts';

describe.each(curveNames)('the curve "%s"', (name) => {
  const { height, slope, curvature, minima, range } = curves[name];

  it('has the slope and the curvature that central differences find', () => {
    const h = 1e-5;
    for (let x = range[0]; x <= range[1]; x += 0.37) {
      expect(slope(x)).toBeCloseTo((height(x + h) - height(x - h)) / (2 * h), 6);
      expect(curvature(x)).toBeCloseTo((slope(x + h) - slope(x - h)) / (2 * h), 6);
    }
  });

  it('has slope 0 and positive curvature at each minimum it names', () => {
    for (const minimum of minima) {
      expect(slope(minimum)).toBeCloseTo(0, 12);
      expect(curvature(minimum)).toBeGreaterThan(0);
    }
  });
});
