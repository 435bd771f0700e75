import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelSizes, outputSize, receptiveFields, taps, trace, type Layer } from './geometry.ts';

const plain = { kernel: 3, stride: 1, padding: 0, dilation: 1 };

describe('output size', () => {
  it('gives the sizes of well-known first layers', () => {
    // AlexNet: 11×11, stride 4 on 227 pixels, or padding 2 on 224. ResNet: 7×7, stride 2, padding 3 on 224.
    expect(outputSize(227, { ...plain, kernel: 11, stride: 4 })).toBe(55);
    expect(outputSize(224, { ...plain, kernel: 11, stride: 4, padding: 2 })).toBe(55);
    expect(outputSize(224, { ...plain, kernel: 7, stride: 2, padding: 3 })).toBe(112);
  });

  it('is 0 when the window does not fit', () => {
    expect(outputSize(4, { ...plain, kernel: 5 })).toBe(0);
  });

  it('counts exactly the windows that stay inside the padded input', () => {
    const window = fc.record({
      kernel: fc.integer({ min: 1, max: 5 }),
      stride: fc.integer({ min: 1, max: 4 }),
      padding: fc.integer({ min: 0, max: 3 }),
      dilation: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), window, (n, w) => {
        let fitting = 0;
        while (taps(fitting, w).at(-1)! < n + w.padding) fitting++;
        return outputSize(n, w) === fitting;
      }),
    );
  });
});

describe('receptive field', () => {
  const conv3: Layer = { kind: 'conv', kernel: 3, stride: 1 };
  const pool2: Layer = { kind: 'pool', kernel: 2, stride: 2 };

  it('of three 3×3 layers is that of one 7×7', () => {
    expect(receptiveFields([conv3, conv3, conv3]).at(-1)).toEqual({ field: 7, jump: 1 });
  });

  it('grows faster after a stride', () => {
    expect(receptiveFields([conv3, pool2, conv3]).map(({ field }) => field)).toEqual([1, 3, 4, 8]);
  });

  it('is the width of what one unit is traced back to', () => {
    const layer = fc.record({
      kind: fc.constant('conv' as const),
      kernel: fc.integer({ min: 1, max: 5 }),
      stride: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 6 }), fc.nat(5), (layers, unit) => {
        const [input] = trace(layers, { from: unit, to: unit });
        return input!.to - input!.from + 1 === receptiveFields(layers).at(-1)!.field;
      }),
    );
  });

  it('says how much input a row of outputs needs', () => {
    expect(levelSizes([conv3, pool2, conv3], 2)).toEqual([10, 8, 4, 2]);
  });
});
