import sharp from 'sharp';
import { expect, it } from 'vitest';
import { deflatePictures } from './deflate-png.ts';
import { pngAddress } from './png.ts';

const pixelsOf = (address: string) =>
  sharp(Buffer.from(address.split(',')[1]!, 'base64'))
    .raw()
    .toBuffer();

it('a picture of few values is smaller, in any colours, and has the same pixels', async () => {
  for (const channels of [1, 2, 3, 4]) {
    const pixels = Uint8ClampedArray.from({ length: channels * 28 * 28 }, (_, i) => i % 5);
    const stored = pngAddress(28, 28, pixels);
    const deflated = deflatePictures(stored);
    expect(deflated.length).toBeLessThan(0.3 * stored.length);
    expect(await pixelsOf(deflated)).toEqual(await pixelsOf(stored));
    expect(deflatePictures(deflated)).toBe(deflated);
  }
});

it('noise stays as it is, and so does the text around', () => {
  const noise = Uint8ClampedArray.from({ length: 64 }, (_, i) => (i * i * 31) % 251);
  const text = `<img src="${pngAddress(8, 8, noise)}" alt=""><p>data:image/png</p>`;
  expect(deflatePictures(text)).toBe(text);
});
