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

  it('in grey with opacity is read back as well', async () => {
    const pixels = Uint8ClampedArray.from({ length: 2 * 6 }, (_, i) => i * 20);
    const [, base64] = pngAddress(3, 2, pixels).split(',');
    const data = await sharp(Buffer.from(base64!, 'base64'))
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer();
    const greys = Array.from({ length: 6 }, (_, i) => data[4 * i]);
    const opacities = Array.from({ length: 6 }, (_, i) => data[4 * i + 3]);
    expect(greys).toEqual([...pixels].filter((_, i) => i % 2 === 0));
    expect(opacities).toEqual([...pixels].filter((_, i) => i % 2 === 1));
  });

  it.each([1, 3])('with %i bytes a pixel and no opacity is read back', async (channels) => {
    const pixels = Uint8ClampedArray.from({ length: channels * 6 }, (_, i) => i * 13);
    const [, base64] = pngAddress(3, 2, pixels).split(',');
    const data = await sharp(Buffer.from(base64!, 'base64')).toColourspace('srgb').raw().toBuffer();
    const wide = channels === 3 ? [...pixels] : [...pixels].flatMap((grey) => [grey, grey, grey]);
    expect([...data]).toEqual(wide);
  });

  it('refuses pixels that do not fill it', () => {
    expect(() => pngAddress(2, 2, new Uint8ClampedArray(10))).toThrow(/4 times 4 bytes, not 10/);
  });
});
