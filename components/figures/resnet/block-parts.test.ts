// The block builder counts what the engine counts.
import { describe, expect, it } from 'vitest';
import { nn, summary } from '../../../src/engine/index.ts';
import { buildBlock, type BlockChoice, type Part } from './block-parts.ts';

const start: BlockChoice = {
  kind: 'basic',
  order: 'post',
  shortcut: 'identity',
  inChannels: 16,
  outChannels: 16,
  stride: 1,
  side: 32,
};

/** The engine's layers for a list of parts. */
function layersOf(parts: readonly Part[], inChannels: number): nn.Module[] {
  let channels = inChannels;
  return parts.map(({ type, kernel = 1, stride = 1, shape }) => {
    const from = channels;
    channels = shape[0];
    if (type === 'conv')
      return new nn.Conv2d(from, channels, kernel, { stride, padding: kernel >> 1, bias: false });
    if (type === 'bn') return new nn.BatchNorm2d(channels);
    if (type === 'zeros') return new nn.PaddedShortcut(from, channels, { stride });
    return new nn.ReLU();
  });
}

const choices: BlockChoice[] = [];
for (const kind of ['basic', 'bottleneck'] as const)
  for (const order of ['post', 'pre'] as const)
    for (const shortcut of ['identity', 'zeros', 'projection'] as const)
      for (const outChannels of [16, 64])
        for (const stride of [1, 2] as const)
          choices.push({ ...start, kind, order, shortcut, outChannels, stride });

describe('buildBlock', () => {
  it('agrees with the engine in shapes, parameters and multiply-adds, for every choice', () => {
    for (const choice of choices) {
      const block = buildBlock(choice);
      const { inChannels, side } = choice;
      const bodyLayers = new nn.Sequential(...layersOf(block.body, inChannels));
      const shortcutLayers = new nn.Sequential(
        ...layersOf(block.shortcut, inChannels),
        new nn.Identity(),
      );
      const input = [1, inChannels, side, side];
      const [body, shortcut] = [bodyLayers, shortcutLayers].map((layers) => summary(layers, input));
      expect(body!.layers.map(({ outputShape }) => outputShape.slice(1))).toEqual(
        block.body.map(({ shape }) => shape),
      );
      expect(shortcut!.layers.at(-1)!.outputShape.slice(1)).toEqual(block.shortcutShape);
      expect([body!.parameters, shortcut!.parameters]).toEqual([
        block.bodyParameters,
        block.shortcutParameters,
      ]);
      expect(body!.multiplyAdds + shortcut!.multiplyAdds).toBe(block.multiplyAdds);
      const add = () => summary(new nn.Residual(bodyLayers, { shortcut: shortcutLayers }), input);
      if (block.fits) expect(add().parameters).toBe(body!.parameters + shortcut!.parameters);
      else expect(add).toThrow('must be equal');
    }
  });

  it('has as many parameters in a bottleneck of 256 channels as the paper implies, a little less than in a basic block of 64', () => {
    const kernels = (choice: BlockChoice) =>
      buildBlock(choice).body.reduce(
        (n, part) => n + (part.type === 'conv' ? part.parameters : 0),
        0,
      );
    const basic = kernels({ ...start, inChannels: 64, outChannels: 64 });
    const wide = kernels({ ...start, kind: 'bottleneck', inChannels: 256, outChannels: 256 });
    expect(basic).toBe(73_728);
    expect(wide).toBe(69_632);
  });

  it('cannot take channels away with zeros', () => {
    const block = buildBlock({ ...start, inChannels: 64, outChannels: 16, shortcut: 'zeros' });
    expect(block.isPossible).toBe(false);
    expect(block.fits).toBe(false);
  });
});
