// The race against closed forms, and the rates it picks.
import { describe, expect, it } from 'vitest';
import { landscapeNames, landscapes } from './landscapes.ts';
import { bestRate, runRace, runnerNames } from './race.ts';
import { rates, SEARCHED_STEPS } from './rates.ts';

describe('runRace', () => {
  it('walks plain descent by its closed form along the ravine', () => {
    const path = runRace(landscapes.ravine, 'sgd', 0.01, [Math.cos(0.5), Math.sin(0.5)], 5);
    path.forEach((point, step) => expect(Math.hypot(...point)).toBeCloseTo(0.99 ** step, 5));
  });

  it('takes a first step of η in each direction with Adam, whatever the slope', () => {
    const [, [x, y]] = runRace(landscapes.plateau, 'adam', 0.01, [1, 1], 1);
    expect(x).toBeCloseTo(0.99, 5);
    expect(y).toBeCloseTo(0.99, 5);
  });

  it('stops when a runner has left for good', () => {
    expect(runRace(landscapes.ravine, 'sgd', 1, [1, 1], 500).length).toBeLessThan(20);
  });
});

describe('on the saddle', () => {
  /** The first step at which a runner is well off the ridge. */
  const offTheRidge = (name: (typeof runnerNames)[number]) =>
    runRace(landscapes.saddle, name, rates.saddle[name], landscapes.saddle.start, 60).findIndex(
      ([, y]) => Math.abs(y) > 0.5,
    );

  it.each(['adagrad', 'rmsprop', 'adam'] as const)('"%s" is off the ridge in two steps', (name) =>
    expect(offTheRidge(name)).toBeLessThanOrEqual(2),
  );

  it('momentum needs about a dozen steps, plain descent two dozen', () => {
    for (const name of ['momentum', 'nesterov'] as const) {
      expect(offTheRidge(name)).toBeGreaterThan(9);
      expect(offTheRidge(name)).toBeLessThan(15);
    }
    expect(offTheRidge('sgd')).toBeGreaterThan(20);
  });
});

describe('rates', () => {
  it.each(landscapeNames)('are the best of those tried on the landscape "%s"', (name) => {
    for (const runner of runnerNames)
      expect([runner, bestRate(landscapes[name], runner, SEARCHED_STEPS)]).toEqual([
        runner,
        rates[name][runner],
      ]);
  });
});
