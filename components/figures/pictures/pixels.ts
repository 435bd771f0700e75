// Pictures for the eye: ink on paper, and signed numbers in two hues that fade to nothing at zero.
import { pngAddress } from '../../../src/pictures/png.ts';
import type { Picture } from './picture.ts';

/** Black ink whose strength is the value; a dark page turns it round. */
export function inkAddress({ width, height, values }: Picture): string {
  const pixels = new Uint8ClampedArray(2 * width * height); // grey 0, opacity
  for (let i = 0; i < width * height; i++) pixels[2 * i + 1] = 255 * values[i]!;
  return pngAddress(width, height, pixels);
}

/** Blue and orange stay apart for the common colour-vision deficiencies and on light and dark paper. */
const POSITIVE = [217, 95, 2] as const;
const NEGATIVE = [37, 111, 189] as const;

/** Positive numbers in one hue, negative ones in the other; the largest in size is opaque. */
export function signedAddress({ width, height, values }: Picture): string {
  const rgba = new Uint8ClampedArray(4 * width * height);
  let most = 1e-12;
  for (let i = 0; i < width * height; i++) most = Math.max(most, Math.abs(values[i]!));
  for (let i = 0; i < width * height; i++) {
    rgba.set(values[i]! > 0 ? POSITIVE : NEGATIVE, 4 * i);
    rgba[4 * i + 3] = (255 * Math.abs(values[i]!)) / most;
  }
  return pngAddress(width, height, rgba);
}
