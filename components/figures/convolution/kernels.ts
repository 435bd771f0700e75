// Kernels with names, and what one does to a picture, number by number.
import type { Picture } from '../pictures/picture.ts';

/** Nine numbers, row by row. */
export type Kernel = readonly number[];

export interface Preset {
  readonly name:
    'identity' | 'blur' | 'sharpen' | 'vertical' | 'horizontal' | 'outline' | 'emboss' | 'shift';
  readonly kernel: Kernel;
}

const ninth = 1 / 9;

export const presets: readonly Preset[] = [
  { name: 'vertical', kernel: [-1, 0, 1, -2, 0, 2, -1, 0, 1] },
  { name: 'horizontal', kernel: [-1, -2, -1, 0, 0, 0, 1, 2, 1] },
  { name: 'outline', kernel: [-1, -1, -1, -1, 8, -1, -1, -1, -1] },
  { name: 'blur', kernel: Array<number>(9).fill(ninth) },
  { name: 'sharpen', kernel: [0, -1, 0, -1, 5, -1, 0, -1, 0] },
  { name: 'emboss', kernel: [-2, -1, 0, -1, 1, 1, 0, 1, 2] },
  { name: 'shift', kernel: [0, 0, 0, 1, 0, 0, 0, 0, 0] },
  { name: 'identity', kernel: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
];

/** The preset with these numbers, if there is one. */
export function presetOf(kernel: Kernel): Preset | undefined {
  return presets.find((preset) =>
    preset.kernel.every((value, i) => Math.abs(value - kernel[i]!) < 1e-9),
  );
}

/** The nine pixels under the kernel centred on (row, column); zeros beyond the border. */
export function patch({ width, height, values }: Picture, row: number, column: number): number[] {
  const pixels: number[] = [];
  for (let i = row - 1; i <= row + 1; i++)
    for (let j = column - 1; j <= column + 1; j++)
      pixels.push(i < 0 || i >= height || j < 0 || j >= width ? 0 : values[i * width + j]!);
  return pixels;
}

/** Sum of the products of patch and kernel: one number of the output. */
export function innerProduct(pixels: readonly number[], kernel: Kernel): number {
  return pixels.reduce((sum, pixel, i) => sum + pixel * kernel[i]!, 0);
}
