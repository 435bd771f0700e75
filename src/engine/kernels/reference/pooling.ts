// Reference kernels for max and average pooling over windows of each plane.

import type { PoolingShape } from '../kernels.ts';
import { heap } from '../memory.ts';

/** Calls `window` with the plane's first input offset, the output offset and the part of the window inside the picture. */
function visit(
  s: PoolingShape,
  window: (
    plane: number,
    out: number,
    top: number,
    bottom: number,
    left: number,
    right: number,
  ) => void,
): void {
  let out = 0;
  for (let plane = 0; plane < s.planes; plane++) {
    for (let i = 0; i < s.outHeight; i++) {
      const y = i * s.strideHeight - s.paddingHeight;
      for (let j = 0; j < s.outWidth; j++, out++) {
        const x = j * s.strideWidth - s.paddingWidth;
        window(
          plane * s.height * s.width,
          out,
          Math.max(y, 0),
          Math.min(y + s.kernelHeight, s.height),
          Math.max(x, 0),
          Math.min(x + s.kernelWidth, s.width),
        );
      }
    }
  }
}

export function maxPool2d(s: PoolingShape, x: number, out: number, chosen: number): void {
  const f32 = heap;
  visit(s, (plane, output, top, bottom, left, right) => {
    let largest = -Infinity;
    let index = top * s.width + left;
    for (let i = top; i < bottom; i++) {
      for (let j = left; j < right; j++) {
        const value = f32[x + plane + i * s.width + j];
        if (value > largest || value !== value) {
          largest = value;
          index = i * s.width + j;
        }
      }
    }
    f32[out + output] = largest;
    f32[chosen + output] = index;
  });
}

export function maxPool2dBackward(s: PoolingShape, chosen: number, g: number, dx: number): void {
  const f32 = heap;
  f32.fill(0, dx, dx + s.planes * s.height * s.width);
  visit(s, (plane, output) => {
    f32[dx + plane + f32[chosen + output]] += f32[g + output];
  });
}

export function avgPool2d(s: PoolingShape, x: number, out: number): void {
  const f32 = heap;
  const area = s.kernelHeight * s.kernelWidth;
  visit(s, (plane, output, top, bottom, left, right) => {
    let total = 0;
    for (let i = top; i < bottom; i++)
      for (let j = left; j < right; j++) total += f32[x + plane + i * s.width + j];
    f32[out + output] = total / area;
  });
}

export function avgPool2dBackward(s: PoolingShape, g: number, dx: number): void {
  const f32 = heap;
  const area = s.kernelHeight * s.kernelWidth;
  f32.fill(0, dx, dx + s.planes * s.height * s.width);
  visit(s, (plane, output, top, bottom, left, right) => {
    const share = f32[g + output] / area;
    for (let i = top; i < bottom; i++)
      for (let j = left; j < right; j++) f32[dx + plane + i * s.width + j] += share;
  });
}
