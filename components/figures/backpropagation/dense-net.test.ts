// The net that is timed computes true gradients, and its work is counted right.
import { describe, expect, it } from 'vitest';
import {
  backward,
  backwardProducts,
  countParameters,
  denseNet,
  finiteDifferences,
  forward,
  forwardProducts,
} from './dense-net.ts';
import { measureCost, sizesOf } from './measure-cost.ts';

describe('the net that is timed', () => {
  it('has the same gradient by backward and by finite differences', () => {
    const net = denseNet([3, 5, 4, 2]);
    const loss = forward(net);
    const exact = new Float64Array(net.parameters.length);
    const differences = new Float64Array(net.parameters.length);
    backward(net, exact);
    finiteDifferences(net, loss, differences);
    exact.forEach((slope, i) => expect(differences[i]).toBeCloseTo(slope, 5));
    expect(Math.max(...exact.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it('counts 13,002 parameters in the 784-16-16-10 network', () => {
    expect(countParameters([784, 16, 16, 10])).toBe(13_002);
  });

  it('does one product a weight forward, and two backward but for the first layer', () => {
    expect(forwardProducts([4, 3, 2])).toBe(18);
    expect(backwardProducts([4, 3, 2])).toBe(24);
  });
});

describe('measuring', () => {
  it('goes through all differences of a small net and a part of those of a slow one', async () => {
    const host = (tick: number) => {
      let clock = 0;
      return { now: () => (clock += tick), pause: () => Promise.resolve() };
    };
    const small = await measureCost(2, 1, { ...host(0), now: () => performance.now() / 1000 });
    expect(small).toMatchObject({ parameters: countParameters(sizesOf(2, 1)), isWhole: true });
    const large = await measureCost(64, 2, host(0.01));
    expect(large.isWhole).toBe(false);
    expect(large.differences).toBeGreaterThan(0.35);
  });

  it('ends when the host no longer wants it', async () => {
    const host = { now: () => 0, pause: () => Promise.reject(new Error('stopped')) };
    await expect(measureCost(4, 1, host)).rejects.toThrow('stopped');
  });
});
