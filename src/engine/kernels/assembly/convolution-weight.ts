// The gradient of a convolution for its weights and bias; see convolution.ts for the formula.
//
// With eight channels or more it is a matrix product in which k runs over pixels, rows over channels of g, columns over channels of x:
// both are turned so that channels are neighbours, and each tap reads x from another place. With fewer, neighbouring pixels fill the
// lanes instead.

import { at, multiplyAdd, roundUp, sumLanes } from './simd';
import { frame, frameColumns, framePhases, frameRows, writeOffsets, writePositions } from './convolution';
import { pack } from './pack';
import { gatherTile } from './tile';
import { sum } from './reduce';
import {
  batch, inChannels, height, width, outChannels, kernelHeight, kernelWidth, strideHeight, strideWidth, dilationHeight,
  dilationWidth, groups, outHeight, outWidth,
} from './shape';

/** Pixels in one run of the tile loop, so that what it reads stays in the first-level cache. */
const RUN = 256;
/** Turned images of one run should stay in the second-level cache. */
const CHUNK_FLOATS = 49152;

export function conv2dBackwardWeight(room: i32, x: i32, g: i32, dweight: i32, dbias: i32, accumulate: i32): void {
  const channels = inChannels / groups, m = outChannels / groups;
  if (dbias) biasGradient(g, dbias, accumulate);
  if (!dweight) return;
  for (let q = 0; q < groups; q++) {
    if (channels >= 8) manyChannels(room, x, g, dweight, accumulate, channels, m);
    else fewChannels(room, x, g, dweight, accumulate, channels, m);
    x += channels * height * width;
    g += m * outHeight * outWidth;
    dweight += m * channels * kernelHeight * kernelWidth;
  }
}

/** dbias[o] (+)= Σ over images and pixels of g[o] */
function biasGradient(g: i32, dbias: i32, accumulate: i32): void {
  const pixels = outHeight * outWidth;
  for (let o = 0; o < outChannels; o++) {
    let s: f64 = accumulate ? <f64>f32.load(at(dbias + o)) : 0;
    for (let n = 0; n < batch; n++) s += sum(g + (n * outChannels + o) * pixels, pixels);
    f32.store(at(dbias + o), <f32>s);
  }
}

function manyChannels(room: i32, x: i32, g: i32, dweight: i32, accumulate: i32, channels: i32, m: i32): void {
  const rows = frameRows(), columns = frameColumns(), xStep = inChannels * height * width, gStep = outChannels * outHeight * outWidth;
  const pixels = outHeight * outWidth, taps = kernelHeight * kernelWidth, phases = strideHeight * strideWidth, frameSize = rows * columns;
  const strips = (m + 3) >> 2, blocks = (channels + 7) >> 3, phaseSize = blocks * 8 * frameSize, imageSize = phases * phaseSize;
  const chunk = max(1, min(batch, min(RUN / pixels, CHUNK_FLOATS / imageSize)));
  const sums = at(room), positions = sums + at(strips * taps * blocks * 32), gTurned = positions + at(chunk * pixels + 3);
  const xTurned = gTurned + at(strips * 4 * chunk * pixels), frames = xTurned + at(chunk * imageSize);
  memory.fill(sums, 0, at(strips * taps * blocks * 32));
  writePositions(positions, outHeight, outWidth, columns, 32);
  for (let p = pixels; p < chunk * pixels; p++) store<i32>(positions + at(p), load<i32>(positions + at(p - pixels)) + (imageSize << 2));

  for (let n0 = 0; n0 < batch; n0 += chunk) {
    const images = min(chunk, batch - n0), k = images * pixels;
    for (let n = 0; n < images; n++) {
      framePhases(at(x + (n0 + n) * xStep), channels, frames, rows, columns);
      for (let phase = 0; phase < phases; phase++)
        pack(frames + at(phase * frameSize), phases * frameSize, 1, channels, frameSize, 8, xTurned + at(n * imageSize + phase * phaseSize));
      for (let o = 0; o < m; o += 4)
        pack(at(g + (n0 + n) * gStep + o * pixels), pixels, 1, min(4, m - o), pixels, 4, gTurned + at(o * k + 4 * n * pixels));
    }
    for (let p = 0; p < k; p += RUN) {
      const run = min(RUN, k - p);
      for (let block = 0; block < blocks; block++) {
        let c = sums + at(block * 32);
        for (let o = 0; o < strips; o++) {
          for (let u = 0; u < kernelHeight; u++) {
            for (let v = 0; v < kernelWidth; v++, c += at(blocks * 32)) {
              const i = u * dilationHeight, j = v * dilationWidth, phase = (i % strideHeight) * strideWidth + (j % strideWidth);
              const tap = xTurned + at(phase * phaseSize + (block * frameSize + (i / strideHeight) * columns + j / strideWidth) * 8);
              gatherTile(run, gTurned + at(4 * (o * k + p)), tap, positions + at(p), c);
            }
          }
        }
      }
    }
  }
  for (let o = 0; o < m; o++) {
    for (let c = 0; c < channels; c++) {
      for (let t = 0; t < taps; t++) {
        const to = at(dweight + (o * channels + c) * taps + t);
        const from = sums + at((((o >> 2) * taps + t) * blocks + (c >> 3)) * 32 + (o & 3) * 8 + (c & 7));
        f32.store(to, f32.load(from) + (accumulate ? f32.load(to) : 0));
      }
    }
  }
}

function fewChannels(room: i32, x: i32, g: i32, dweight: i32, accumulate: i32, channels: i32, m: i32): void {
  const rows = frameRows(), columns = frameColumns(), xStep = inChannels * height * width, gStep = outChannels * outHeight * outWidth;
  // The frame of g is as wide as that of x and holds zeros beyond its columns: both run through in one loop.
  const k = channels * kernelHeight * kernelWidth, plane = roundUp(outHeight * columns, 4), pairs = (k + 1) >> 1, strips = (m + 3) >> 2;
  const xSize = channels * strideHeight * strideWidth * rows * columns;
  const sums = at(room), offsets = sums + at(strips * pairs * 32), gFrame = offsets + at(k + 1), xFrame = gFrame + at(m * plane);
  memory.fill(sums, 0, at(strips * pairs * 32));
  writeOffsets(offsets, channels, rows * columns, columns);
  store<i32>(offsets + at(k), 0);
  // What the last taps read behind the last frame meets zeros of g; it must be finite.
  memory.fill(xFrame + at(xSize), 0, at(columns + 8));
  for (let n = 0; n < batch; n++) {
    framePhases(at(x + n * xStep), channels, xFrame, rows, columns);
    frame(at(g + n * gStep), m, outHeight, outWidth, gFrame, outHeight, columns, 0, 0, 1, 1, at(plane));
    for (let o = 0; o < m; o++) memory.fill(gFrame + at(o * plane + outHeight * columns), 0, at(plane - outHeight * columns));
    for (let o = 0, s = sums; o < m; o += 4) {
      const step = at(plane), left = m - o;
      for (let p = 0; p < pairs; p++, s += 128) {
        pairTile(
          gFrame + at(o * plane), left > 1 ? step : 0, left > 2 ? step * 2 : 0, left > 3 ? step * 3 : 0,
          xFrame + <usize>load<i32>(offsets + at(2 * p)), xFrame + <usize>load<i32>(offsets + at(2 * p + 1)), plane >> 2, s,
        );
      }
    }
  }
  for (let o = 0; o < m; o++) {
    for (let j = 0; j < k; j++) {
      const to = at(dweight + o * k + j), s = sums + at(((o >> 2) * pairs + (j >> 1)) * 32 + ((o & 3) * 2 + (j & 1)) * 4);
      f32.store(to, sumLanes(v128.load(s)) + (accumulate ? f32.load(to) : 0));
    }
  }
}

/** sums[i][j] += Σ over pixels of g[i] · x[j], for four channels of g and two taps of x; lanes are neighbouring pixels. */
function pairTile(g0: usize, step1: usize, step2: usize, step3: usize, xa: usize, xb: usize, vectors: i32, sums: usize): void {
  let c00 = v128.load(sums), c01 = v128.load(sums, 16), c10 = v128.load(sums, 32), c11 = v128.load(sums, 48);
  let c20 = v128.load(sums, 64), c21 = v128.load(sums, 80), c30 = v128.load(sums, 96), c31 = v128.load(sums, 112);
  let g1 = g0 + step1, g2 = g0 + step2, g3 = g0 + step3;
  for (; vectors > 0; vectors--) {
    const a = v128.load(xa), b = v128.load(xb);
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
    xa += 16;
    xb += 16;
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
