import { describe, expect, it } from 'vitest';
import { conv2d, tensor } from '../../../src/engine/index.ts';
import { innerProduct, patch, presetOf, presets } from './kernels.ts';
import { pictures } from './pictures.ts';

describe('the kernel figure', () => {
  it('adds up, at every pixel, what the engine’s convolution computes', () => {
    const { width, height, values } = pictures.shoe;
    const x = tensor(Float32Array.from(values), { shape: [1, 1, height, width] });
    for (const { kernel } of presets) {
      const w = tensor([...kernel], { shape: [1, 1, 3, 3] });
      const y = conv2d(x, w, null, { padding: 1 });
      for (const [row, column] of [
        [0, 0],
        [12, 18],
        [27, 27],
      ] as const)
        expect(innerProduct(patch(pictures.shoe, row, column), kernel)).toBeCloseTo(
          y.at(0, 0, row, column),
          5,
        );
    }
  });

  it('knows a preset again by its numbers, also rounded as a link keeps them', () => {
    expect(presetOf(presets[2]!.kernel)?.name).toBe('outline');
    expect(presetOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  });

  it('has pictures with ink on them', () => {
    for (const { width, height, values } of Object.values(pictures)) {
      expect(values).toHaveLength(width * height);
      const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeGreaterThan(0.05);
      expect(mean).toBeLessThan(0.8);
    }
  });
});
