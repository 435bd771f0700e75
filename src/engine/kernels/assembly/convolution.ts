// Convolution without im2col: each image is copied once into a frame of zeros (split into stride × stride phase images, so that
// every tap reads neighbouring numbers), and a table of offsets tells the tile loop where tap k finds its pixels.
//
//   forward          y[o, i, j]  = bias[o] + Σ over c, tap   w[o, c, tap] · x[c, i·s + tap·d − p]
//   input gradient   dx[c, i, j] = Σ over o, tap             w[o, c, tap] · g[o, (i + p − tap·d) / s]   where that is whole
//   weight gradient  dw[o, c, tap] = Σ over images, i, j     g[o, i, j] · x[c, i·s + tap·d − p]
//
// The input gradient is cut into s × s classes of pixels; in each, the taps that divide evenly form a small convolution of g.

import { at, EDGE_TILE, roundUp } from './simd';
import { pixelTile, storeEdge } from './tile';
import { pack } from './pack';
import {
  batch, inChannels, height, width, outChannels, kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight,
  paddingWidth, dilationHeight, dilationWidth, groups, outHeight, outWidth,
} from './shape';

/** Copies rows first + i · step, columns likewise, of `planes` images into frames of rows × columns; zeros outside. */
export function frame(
  x: usize, planes: i32, planeHeight: i32, planeWidth: i32, to: usize, rows: i32, columns: i32,
  firstRow: i32, firstColumn: i32, stepRow: i32, stepColumn: i32, planeStep: usize,
): void {
  // Columns j with 0 <= firstColumn + j · stepColumn < width
  const from = min(columns, firstColumn >= 0 ? 0 : (-firstColumn + stepColumn - 1) / stepColumn);
  const until = max(from, min(columns, planeWidth > firstColumn ? (planeWidth - 1 - firstColumn) / stepColumn + 1 : 0));
  for (let q = 0; q < planes; q++, x += at(planeHeight * planeWidth), to += planeStep) {
    let d = to;
    for (let i = 0, r = firstRow; i < rows; i++, r += stepRow, d += at(columns)) {
      if (r < 0 || r >= planeHeight) {
        memory.fill(d, 0, at(columns));
        continue;
      }
      let s = x + at(r * planeWidth + firstColumn + from * stepColumn), e = d, j = 0;
      for (; j < from; j++, e += 4) f32.store(e, 0);
      if (stepColumn == 1) {
        for (; j + 4 <= until; j += 4, e += 16, s += 16) v128.store(e, v128.load(s));
        for (; j < until; j++, e += 4, s += 4) f32.store(e, f32.load(s));
      } else for (; j < until; j++, e += 4, s += at(stepColumn)) f32.store(e, f32.load(s));
      for (; j < columns; j++, e += 4) f32.store(e, 0);
    }
  }
}

/** Where pixel p of `rows` × `columns` lies in a frame `rowLength` wide of pixels `step` bytes large; filled up to a multiple of four. */
export function writePositions(positions: usize, rows: i32, columns: i32, rowLength: i32, step: i32): void {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++, positions += 4) store<i32>(positions, (i * rowLength + j) * step);
  for (let p = rows * columns; p & 3; p++, positions += 4) store<i32>(positions, 0);
}

/**
 * One image: out[o][p] = start[o] + Σₖ w[k][o] · x[positions[p] + offsets[k]] for m channels o and `pixels` pixels p. `weights` are
 * packed in panels of eight channels, `start` is packed likewise. Channels of out are `planeStep` bytes apart; pixels are neighbours when
 * `columns` is 0, else so many of them lie `columnStep` bytes apart in rows `rowStep` bytes apart.
 */
export function slide(
  m: i32, k: i32, weights: usize, x: usize, positions: usize, offsets: usize, start: usize, out: usize, planeStep: usize, pixels: i32,
  relu: i32, columns: i32, columnStep: usize, rowStep: usize,
): void {
  for (let p = 0; p < pixels; p += 4, positions += 16) {
    for (let o = 0; o < m; o += 8) {
      const to = out + <usize>o * planeStep, w = weights + at(o * k), from = start + at(o);
      if (columns == 0 && p + 4 <= pixels && o + 8 <= m) pixelTile(k, x, positions, offsets, w, from, to + at(p), planeStep, relu);
      else {
        pixelTile(k, x, positions, offsets, w, from, EDGE_TILE, 16, relu);
        const channels = min(8, m - o), count = min(4, pixels - p);
        if (columns == 0) storeEdge(EDGE_TILE, 16, to + at(p), planeStep, channels, count);
        else
          for (let q = 0; q < count; q++) {
            let c = to + <usize>((p + q) / columns) * rowStep + <usize>((p + q) % columns) * columnStep;
            for (let i = 0; i < channels; i++, c += planeStep) f32.store(c, f32.load(EDGE_TILE + at(4 * i + q)));
          }
      }
    }
  }
}

/** The table of `slide` for the forward pass: frames of all phases of channel 0, then of channel 1, … */
export function writeOffsets(offsets: usize, channels: i32, frameSize: i32, rowLength: i32): void {
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < kernelHeight; u++) {
      for (let v = 0; v < kernelWidth; v++, offsets += 4) {
        const y = u * dilationHeight, x = v * dilationWidth;
        const phase = (y % strideHeight) * strideWidth + (x % strideWidth);
        store<i32>(offsets, ((c * strideHeight * strideWidth + phase) * frameSize + (y / strideHeight) * rowLength + x / strideWidth) << 2);
      }
    }
  }
}

/** How many rows and columns of each phase image the outputs see. */
export function frameRows(): i32 {
  return outHeight + ((kernelHeight - 1) * dilationHeight) / strideHeight;
}

export function frameColumns(): i32 {
  return outWidth + ((kernelWidth - 1) * dilationWidth) / strideWidth;
}

/** All phases of the images of one group. */
export function framePhases(x: usize, channels: i32, to: usize, rows: i32, columns: i32): void {
  const planeStep = at(strideHeight * strideWidth * rows * columns);
  for (let a = 0; a < strideHeight; a++) {
    for (let b = 0; b < strideWidth; b++, to += at(rows * columns)) {
      frame(x, channels, height, width, to, rows, columns, a - paddingHeight, b - paddingWidth, strideHeight, strideWidth, planeStep);
    }
  }
}

/** `room`: scratch at least as large as convolutionRoom in webassembly.ts says. */
export function conv2d(room: i32, x: i32, weight: i32, bias: i32, out: i32, relu: i32): void {
  const channels = inChannels / groups, m = outChannels / groups, k = channels * kernelHeight * kernelWidth;
  const rows = frameRows(), columns = frameColumns();
  const packedSize = roundUp(m, 8) * k, startSize = roundUp(m, 8), pixels = outHeight * outWidth;
  const weights = at(room), starts = weights + at(groups * packedSize), offsets = starts + at(groups * startSize);
  const positions = offsets + at(k), frames = positions + at(pixels + 3);
  for (let g = 0; g < groups; g++) {
    pack(at(weight + g * m * k), k, 1, m, k, 8, weights + at(g * packedSize));
    memory.fill(starts + at(g * startSize), 0, at(startSize));
    if (bias) memory.copy(starts + at(g * startSize), at(bias + g * m), at(m));
  }
  writeOffsets(offsets, channels, rows * columns, columns);
  writePositions(positions, outHeight, outWidth, columns, 4);
  const inPlace = rows == height && columns == width && paddingHeight == 0 && paddingWidth == 0 && strideHeight == 1 && strideWidth == 1;
  for (let n = 0; n < batch; n++) {
    for (let g = 0; g < groups; g++, x += channels * height * width, out += m * pixels) {
      if (!inPlace) framePhases(at(x), channels, frames, rows, columns);
      slide(
        m, k, weights + at(g * packedSize), inPlace ? at(x) : frames, positions, offsets, starts + at(g * startSize), at(out), at(pixels),
        pixels, relu, 0, 0, 0,
      );
    }
  }
}
