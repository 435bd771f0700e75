import { describe, expect, it } from 'vitest';
import { nn } from '../../../src/engine/index.ts';
import { convolutionParameters, denseParameters, separableParameters } from './parameters.ts';

const count = (...layers: nn.Module[]) =>
  layers.flatMap((layer) => layer.parameters()).reduce((sum, { numel }) => sum + numel, 0);

describe('parameter counts equal those of the engine’s layers', () => {
  const sizes = { side: 6, inChannels: 3, outChannels: 5, kernel: 3 };

  it('dense', () => {
    expect(denseParameters(sizes)).toBe(count(new nn.Linear(6 * 6 * 3, 6 * 6 * 5)));
  });

  it('convolution', () => {
    expect(convolutionParameters(sizes)).toBe(count(new nn.Conv2d(3, 5, 3)));
  });

  it('depthwise separable', () => {
    expect(separableParameters(sizes)).toBe(
      count(new nn.Conv2d(3, 3, 3, { groups: 3 }), new nn.Conv2d(3, 5, 1)),
    );
  });
});
