import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pngAddress } from './png.ts';

describe('a PNG address', () => {
  it.each([
    [1, 1],
    [28, 28],
    [200, 120], // more than one stored block
  ])('of %i × %i pixels is read back exactly by another decoder', async (width, height) => {
    const rgba = Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 37) % 256);
    const [head, base64] = pngAddress(width, height, rgba).split(',');
    expect(head).toBe('data:image/png;base64');
    const { data, info } = await sharp(Buffer.from(base64!, 'base64'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([width, height, 4]);
    expect(Uint8ClampedArray.from(data)).toEqual(rgba);
  });

  it('refuses pixels that do not fill it', () => {
    expect(() => pngAddress(2, 2, new Uint8ClampedArray(12))).toThrow(/needs 16 bytes, not 12/);
  });
});
