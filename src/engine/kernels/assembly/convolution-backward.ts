// The two gradients of a convolution; see convolution.ts for the formulas and the layout.

import { at, multiplyAdd, roundUp, sumLanes, ZEROS } from './simd';
import { frame, framePhases, slide, writeOffsets } from './convolution';
import { sum } from './reduce';

/** ⌊a / b⌋ also for negative a. */
function floorDivide(a: i32, b: i32): i32 {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/** How many of the taps 0, dilation, … reach pixels of class `a`: those with a + padding − tap · dilation a multiple of the stride. */
function tapsOfClass(a: i32, taps: i32, stride: i32, padding: i32, dilation: i32): i32 {
  let count = 0;
  for (let u = 0; u < taps; u++) if ((a + padding - u * dilation) % stride == 0) count++;
  return count;
}

export function conv2dBackwardInput(
  room: i32, weight: i32, g: i32, dx: i32, batch: i32, inChannels: i32, height: i32, width: i32, outChannels: i32, kernelHeight: i32,
  kernelWidth: i32, strideHeight: i32, strideWidth: i32, paddingHeight: i32, paddingWidth: i32, dilationHeight: i32, dilationWidth: i32,
  groups: i32, outHeight: i32, outWidth: i32,
): void {
  const channels = inChannels / groups, m = outChannels / groups, taps = kernelHeight * kernelWidth;
  // Pixel s·i + a draws from g at i + shift, lowest … highest over all classes and taps.
  const lowY = floorDivide(paddingHeight - (kernelHeight - 1) * dilationHeight, strideHeight), highY = (strideHeight - 1 + paddingHeight) / strideHeight;
  const lowX = floorDivide(paddingWidth - (kernelWidth - 1) * dilationWidth, strideWidth), highX = (strideWidth - 1 + paddingWidth) / strideWidth;
  const rows = (height + strideHeight - 1) / strideHeight + highY - lowY, columns = (width + strideWidth - 1) / strideWidth + highX - lowX;
  const groupSize = roundUp(channels, 4) * m * taps;
  const weights = at(room), offsets = weights + at(groups * groupSize), frames = offsets + at(m * taps);

  // Weights and offsets class by class: k runs over (o, tap of the class), lanes over input channels.
  for (let q = 0; q < groups; q++) {
    let packed = weights + at(q * groupSize), offset = offsets;
    for (let a = 0; a < strideHeight; a++) {
      for (let b = 0; b < strideWidth; b++) {
        const k = m * tapsOfClass(a, kernelHeight, strideHeight, paddingHeight, dilationHeight) * tapsOfClass(b, kernelWidth, strideWidth, paddingWidth, dilationWidth);
        let index = 0;
        for (let o = 0; o < m; o++) {
          for (let u = 0; u < kernelHeight; u++) {
            const y = a + paddingHeight - u * dilationHeight;
            if (y % strideHeight) continue;
            for (let v = 0; v < kernelWidth; v++) {
              const x = b + paddingWidth - v * dilationWidth;
              if (x % strideWidth) continue;
              store<i32>(offset, ((o * rows + y / strideHeight - lowY) * columns + x / strideWidth - lowX) << 2);
              offset += 4;
              const w = weight + ((q * m + o) * channels * kernelHeight + u) * kernelWidth + v;
              for (let c = 0; c < channels; c++) f32.store(packed + at((c >> 2) * 4 * k + index * 4 + (c & 3)), f32.load(at(w + c * taps)));
              for (let c = channels; c & 3; c++) f32.store(packed + at((c >> 2) * 4 * k + index * 4 + (c & 3)), 0);
              index++;
            }
          }
        }
        packed += at(roundUp(channels, 4) * k);
      }
    }
  }

  for (let n = 0; n < batch; n++) {
    for (let q = 0; q < groups; q++, g += m * outHeight * outWidth, dx += channels * height * width) {
      frame(at(g), m, outHeight, outWidth, frames, rows, columns, lowY, lowX, 1, 1, at(rows * columns));
      let packed = weights + at(q * groupSize), offset = offsets;
      for (let a = 0; a < strideHeight; a++) {
        for (let b = 0; b < strideWidth; b++) {
          const k = m * tapsOfClass(a, kernelHeight, strideHeight, paddingHeight, dilationHeight) * tapsOfClass(b, kernelWidth, strideWidth, paddingWidth, dilationWidth);
          slide(
            channels, k, packed, frames, at(columns), offset, ZEROS, at(dx + a * width + b), at(height * width), at(strideHeight * width), at(strideWidth),
            (height - a + strideHeight - 1) / strideHeight, (width - b + strideWidth - 1) / strideWidth, 0,
          );
          packed += at(roundUp(channels, 4) * k);
          offset += at(k);
        }
      }
    }
  }
}

/** Frames of images and gradients together should stay in the second-level cache. */
const CHUNK_FLOATS = 49152;

export function conv2dBackwardWeight(
  room: i32, x: i32, g: i32, dweight: i32, dbias: i32, accumulate: i32, batch: i32, inChannels: i32, height: i32, width: i32, outChannels: i32,
  kernelHeight: i32, kernelWidth: i32, strideHeight: i32, strideWidth: i32, paddingHeight: i32, paddingWidth: i32, dilationHeight: i32,
  dilationWidth: i32, groups: i32, outHeight: i32, outWidth: i32,
): void {
  const channels = inChannels / groups, m = outChannels / groups, k = channels * kernelHeight * kernelWidth;
  if (dbias) biasGradient(g, dbias, batch, outChannels, outHeight * outWidth, accumulate);
  if (!dweight) return;
  const rows = outHeight + ((kernelHeight - 1) * dilationHeight) / strideHeight;
  const columns = outWidth + ((kernelWidth - 1) * dilationWidth) / strideWidth;
  const xSize = channels * strideHeight * strideWidth * rows * columns, plane = roundUp(outHeight * columns, 4), gSize = m * plane;
  const chunk = max(1, min(batch, CHUNK_FLOATS / (xSize + gSize)));
  const pairs = (k + 1) >> 1, strips = (m + 3) >> 2;
  const sums = at(room), offsets = sums + at(strips * pairs * 32), gFrames = offsets + at(k + 1), xFrames = gFrames + at(chunk * gSize);
  writeOffsets(offsets, channels, kernelHeight, kernelWidth, strideHeight, strideWidth, dilationHeight, dilationWidth, rows * columns, columns);
  store<i32>(offsets + at(k), 0);
  // What the last taps read behind the last frame meets zeros of g; it must be finite.
  memory.fill(xFrames + at(chunk * xSize), 0, at(columns + 8));

  for (let q = 0; q < groups; q++) {
    memory.fill(sums, 0, at(strips * pairs * 32));
    for (let n0 = 0; n0 < batch; n0 += chunk) {
      const images = min(chunk, batch - n0);
      for (let n = 0; n < images; n++) {
        framePhases(
          at(x + ((n0 + n) * inChannels + q * channels) * height * width), channels, height, width, xFrames + at(n * xSize), rows, columns,
          strideHeight, strideWidth, paddingHeight, paddingWidth,
        );
        const from = at(g + ((n0 + n) * outChannels + q * m) * outHeight * outWidth);
        frame(from, m, outHeight, outWidth, gFrames + at(n * gSize), outHeight, columns, 0, 0, 1, 1, at(plane));
        for (let o = 0; o < m; o++) memory.fill(gFrames + at(n * gSize + o * plane + outHeight * columns), 0, at(plane - outHeight * columns));
      }
      for (let o = 0, s = sums; o < m; o += 4) {
        const g0 = gFrames + at(o * plane), step = at(plane), left = m - o;
        for (let p = 0; p < pairs; p++, s += 128) {
          gradientTile(
            g0, left > 1 ? step : 0, left > 2 ? step * 2 : 0, left > 3 ? step * 3 : 0, xFrames + <usize>load<i32>(offsets + at(2 * p)),
            xFrames + <usize>load<i32>(offsets + at(2 * p + 1)), plane >> 2, images, at(gSize), at(xSize), s,
          );
        }
      }
    }
    for (let o = 0; o < m; o++) {
      for (let j = 0; j < k; j++) {
        const to = at(dweight + (q * m + o) * k + j), s = sums + at(((o >> 2) * pairs + (j >> 1)) * 32 + ((o & 3) * 2 + (j & 1)) * 4);
        f32.store(to, sumLanes(v128.load(s)) + (accumulate ? f32.load(to) : 0));
      }
    }
  }
}

/** sums[i][j] += Σ over images and pixels of g[i] · x[j], for four channels of g and two taps of x; lanes are neighbouring pixels. */
function gradientTile(
  g: usize, step1: usize, step2: usize, step3: usize, xa: usize, xb: usize, vectors: i32, images: i32, gStep: usize, xStep: usize, sums: usize,
): void {
  let c00 = v128.load(sums), c01 = v128.load(sums, 16), c10 = v128.load(sums, 32), c11 = v128.load(sums, 48);
  let c20 = v128.load(sums, 64), c21 = v128.load(sums, 80), c30 = v128.load(sums, 96), c31 = v128.load(sums, 112);
  for (let n = 0; n < images; n++, g += gStep, xa += xStep, xb += xStep) {
    let g0 = g, g1 = g + step1, g2 = g + step2, g3 = g + step3, pa = xa, pb = xb;
    for (let i = vectors; i > 0; i--) {
      const a = v128.load(pa), b = v128.load(pb);
      const v0 = v128.load(g0);
      c00 = multiplyAdd(v0, a, c00);
      c01 = multiplyAdd(v0, b, c01);
      const v1 = v128.load(g1);
      c10 = multiplyAdd(v1, a, c10);
      c11 = multiplyAdd(v1, b, c11);
      const v2 = v128.load(g2);
      c20 = multiplyAdd(v2, a, c20);
      c21 = multiplyAdd(v2, b, c21);
      const v3 = v128.load(g3);
      c30 = multiplyAdd(v3, a, c30);
      c31 = multiplyAdd(v3, b, c31);
      g0 += 16;
      g1 += 16;
      g2 += 16;
      g3 += 16;
      pa += 16;
      pb += 16;
    }
  }
  v128.store(sums, c00);
  v128.store(sums, c01, 16);
  v128.store(sums, c10, 32);
  v128.store(sums, c11, 48);
  v128.store(sums, c20, 64);
  v128.store(sums, c21, 80);
  v128.store(sums, c30, 96);
  v128.store(sums, c31, 112);
}

/** dbias[o] (+)= Σ over images and pixels of g[o] */
function biasGradient(g: i32, dbias: i32, batch: i32, channels: i32, pixels: i32, accumulate: i32): void {
  for (let o = 0; o < channels; o++) {
    let s: f64 = accumulate ? <f64>f32.load(at(dbias + o)) : 0;
    for (let n = 0; n < batch; n++) s += sum(g + (n * channels + o) * pixels, pixels);
    f32.store(at(dbias + o), <f32>s);
  }
}
