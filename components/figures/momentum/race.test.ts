// The race against closed forms, and the rates it picks.
import { describe, expect, it } from 'vitest';
import { landscapes, type Landscape } from './landscapes.ts';
import { bestRate, runRace, runnerNames } from './race.ts';

describe('runRace', () => {
  it('walks plain descent by its closed form on the ravine', () => {
    const path = runRace(landscapes.ravine, 'sgd', 0.01, [1, 1], 5);
    path.forEach(([x, y], step) => {
      expect(x).toBeCloseTo(0.99 ** step, 5);
      expect(y).toBeCloseTo(0.5 ** step, 5);
    });
  });

  it('takes a first step of η in each direction with Adam, whatever the slope', () => {
    const [, [x, y]] = runRace(landscapes.ravine, 'adam', 0.01, [1, 1], 1);
    expect(x).toBeCloseTo(0.99, 5);
    expect(y).toBeCloseTo(0.99, 5);
  });

  it('stops when a runner has left for good', () => {
    expect(runRace(landscapes.ravine, 'sgd', 1, [1, 1], 500).length).toBeLessThan(20);
  });
});

describe('bestRate', () => {
  it.each(runnerNames)('brings "%s" down every landscape', (name) => {
    for (const landscape of Object.values<Landscape>(landscapes)) {
      const rate = bestRate(landscape, name, 100);
      const path = runRace(landscape, name, rate, landscape.start, 100);
      const before = landscape.height(...landscape.start) - landscape.lowest;
      expect(landscape.height(...path[100]!) - landscape.lowest).toBeLessThan(before);
    }
  });
});
