// Max-pooling over windows of each plane; the window of 2 × 2 with stride 2 goes four outputs at a time.

import { at } from './simd';
import {
  batch, height, width, kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, outHeight, outWidth,
} from './shape';

/** True for the common case without padding, window and stride 2 × 2. */
function isTwoByTwo(): bool {
  if (outHeight * 2 > height || outWidth * 2 > width) return false;
  return (kernelHeight & kernelWidth & strideHeight & strideWidth) == 2 && (kernelHeight | kernelWidth | strideHeight | strideWidth) == 2 && (paddingHeight | paddingWidth) == 0;
}

/** The largest of each window and its index in the plane; the first of equals wins, NaN wins. */
export function maxPool2d(x: i32, out: i32, chosen: i32): void {
  const fast = isTwoByTwo();
  let value = at(out), index = at(chosen);
  for (let plane = 0; plane < batch; plane++, x += height * width) {
    for (let i = 0; i < outHeight; i++) {
      const y0 = i * strideHeight - paddingHeight;
      let j = 0;
      if (fast) {
        const row = at(x + y0 * width), next = at(width);
        const start = f32x4.add(f32x4.splat(<f32>(y0 * width)), f32x4(0, 2, 4, 6)), one = f32x4.splat(1), below = f32x4.splat(<f32>width);
        for (; j < outWidth && outWidth >= 4; j += 4) {
          const k = min(j, outWidth - 4); // the last vector goes over some outputs again
          const s = row + at(2 * k), first = f32x4.add(start, f32x4.splat(<f32>(k * 2)));
          const a0 = v128.load(s), a1 = v128.load(s, 16), b0 = v128.load(s + next), b1 = v128.load(s + next, 16);
          let best = v128.shuffle<f32>(a0, a1, 0, 2, 4, 6), where = first;
          const topRight = v128.shuffle<f32>(a0, a1, 1, 3, 5, 7), low = v128.shuffle<f32>(b0, b1, 0, 2, 4, 6), lowRight = v128.shuffle<f32>(b0, b1, 1, 3, 5, 7);
          let wins = v128.or(f32x4.gt(topRight, best), f32x4.ne(topRight, topRight));
          best = v128.bitselect(topRight, best, wins);
          where = v128.bitselect(f32x4.add(first, one), where, wins);
          wins = v128.or(f32x4.gt(low, best), f32x4.ne(low, low));
          best = v128.bitselect(low, best, wins);
          where = v128.bitselect(f32x4.add(first, below), where, wins);
          wins = v128.or(f32x4.gt(lowRight, best), f32x4.ne(lowRight, lowRight));
          best = v128.bitselect(lowRight, best, wins);
          where = v128.bitselect(f32x4.add(f32x4.add(first, below), one), where, wins);
          v128.store(value + at(k), best);
          v128.store(index + at(k), where);
        }
      }
      for (; j < outWidth; j++) {
        const x0 = j * strideWidth - paddingWidth;
        const top = max(y0, 0), bottom = min(y0 + kernelHeight, height), left = max(x0, 0), right = min(x0 + kernelWidth, width);
        let best: f32 = -Infinity, where = top * width + left;
        for (let r = top; r < bottom; r++) {
          for (let c = left; c < right; c++) {
            const v = f32.load(at(x + r * width + c));
            if (v > best || v != v) {
              best = v;
              where = r * width + c;
            }
          }
        }
        f32.store(value + at(j), best);
        f32.store(index + at(j), <f32>where);
      }
      value += at(outWidth);
      index += at(outWidth);
    }
  }
}

export function maxPool2dBackward(chosen: i32, g: i32, dx: i32): void {
  const fast = isTwoByTwo();
  if (!fast || outHeight * 2 < height || outWidth * 2 < width || outWidth < 4) memory.fill(at(dx), 0, at(batch * height * width));
  let gradient = at(g), index = at(chosen);
  const one = f32x4.splat(1), below = f32x4.splat(<f32>width);
  for (let plane = 0; plane < batch; plane++, dx += height * width) {
    for (let i = 0; i < outHeight; i++) {
      let j = 0;
      if (fast) {
        const row = at(dx + 2 * i * width), next = at(width);
        const start = f32x4.add(f32x4.splat(<f32>(i * width * 2)), f32x4(0, 2, 4, 6));
        for (; j < outWidth && outWidth >= 4; j += 4) {
          const k = min(j, outWidth - 4), first = f32x4.add(start, f32x4.splat(<f32>(k * 2)));
          const v = v128.load(gradient + at(k)), where = v128.load(index + at(k)), to = row + at(2 * k);
          const low = f32x4.add(first, below);
          const a = v128.and(v, f32x4.eq(where, first)), b = v128.and(v, f32x4.eq(where, f32x4.add(first, one)));
          const c = v128.and(v, f32x4.eq(where, low)), d = v128.and(v, f32x4.eq(where, f32x4.add(low, one)));
          v128.store(to, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
          v128.store(to, v128.shuffle<f32>(a, b, 2, 6, 3, 7), 16);
          v128.store(to + next, v128.shuffle<f32>(c, d, 0, 4, 1, 5));
          v128.store(to + next, v128.shuffle<f32>(c, d, 2, 6, 3, 7), 16);
        }
      }
      for (; j < outWidth; j++) {
        const to = at(dx + <i32>f32.load(index + at(j)));
        f32.store(to, f32.load(to) + f32.load(gradient + at(j)));
      }
      gradient += at(outWidth);
      index += at(outWidth);
    }
  }
}
