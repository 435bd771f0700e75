// Schedules at the points where their value is known, and the noise floor they are there for.
import { describe, expect, it } from 'vitest';
import { run, scheduleNames, schedules } from './schedules.ts';

describe('schedules', () => {
  it('start and end where their formulas say', () => {
    expect(schedules.step(0)).toBe(1);
    expect(schedules.step(0.5)).toBeCloseTo(0.1);
    expect(schedules.step(0.99)).toBeCloseTo(0.01);
    expect(schedules.exponential(1)).toBeCloseTo(0.01);
    expect(schedules.cosine(0.5)).toBeCloseTo(0.5);
    expect(schedules.cosine(1)).toBeCloseTo(0);
    expect(schedules.warmUpCosine(0)).toBe(0);
    expect(schedules.warmUpCosine(0.05)).toBeCloseTo(1);
  });

  it('never leave the range from 0 to 1', () => {
    for (const name of scheduleNames)
      for (let progress = 0; progress < 1; progress += 0.01) {
        expect(schedules[name](progress)).toBeGreaterThanOrEqual(0);
        expect(schedules[name](progress)).toBeLessThanOrEqual(1);
      }
  });
});

describe('run', () => {
  const race = { baseRate: 0.05, batchSize: 1, steps: 6000, seed: 1 };
  const floor = (name: keyof typeof schedules) => {
    const laps = run(schedules[name], race);
    return laps.slice(-6).reduce((sum, lap) => sum + lap.excess, 0) / 6;
  };

  it('leaves a constant rate dancing above the minimum, and brings every falling one closer', () => {
    for (const name of scheduleNames)
      if (name !== 'constant') expect(floor(name)).toBeLessThan(floor('constant') / 3);
  });

  it('gives the same laps for the same seed', () => {
    expect(run(schedules.cosine, race)).toEqual(run(schedules.cosine, race));
  });

  it('converges without noise when every step sees all the data', () => {
    const laps = run(schedules.constant, { baseRate: 0.05, batchSize: 2000, steps: 300, seed: 1 });
    expect(laps.at(-1)!.excess).toBeLessThan(1e-3);
  });
});
