// Convolution without im2col: each image is copied once into a frame of zeros (split into stride × stride phase images, so that
// every tap reads neighbouring numbers), and a table of offsets tells the tile loop where tap k finds its pixels.
//
//   forward          y[o, i, j]  = bias[o] + Σ over c, tap   w[o, c, tap] · x[c, i·s + tap·d − p]
//   input gradient   dx[c, i, j] = Σ over o, tap             w[o, c, tap] · g[o, (i + p − tap·d) / s]   where that is whole
//   weight gradient  dw[o, c, tap] = Σ over images, i, j     g[o, i, j] · x[c, i·s + tap·d − p]
//
// The input gradient is cut into s × s classes of pixels; in each, the taps that divide evenly form a small convolution of g.

import { at, EDGE_TILE, roundUp, ZEROS } from './simd';
import { convolutionTile, storeEdge } from './tile';
import { pack } from './pack';

/** Copies rows first + i · step, columns likewise, of `planes` images into frames of rows × columns; zeros outside the image. */
export function frame(
  x: usize, planes: i32, height: i32, width: i32, to: usize, rows: i32, columns: i32,
  firstRow: i32, firstColumn: i32, stepRow: i32, stepColumn: i32, planeStep: usize,
): void {
  // Columns j with 0 <= firstColumn + j · stepColumn < width
  const from = min(columns, firstColumn >= 0 ? 0 : (-firstColumn + stepColumn - 1) / stepColumn);
  const until = max(from, min(columns, width > firstColumn ? (width - 1 - firstColumn) / stepColumn + 1 : 0));
  for (let q = 0; q < planes; q++, x += at(height * width), to += planeStep) {
    let d = to;
    for (let i = 0, r = firstRow; i < rows; i++, r += stepRow, d += at(columns)) {
      if (r < 0 || r >= height) {
        memory.fill(d, 0, at(columns));
        continue;
      }
      let s = x + at(r * width + firstColumn + from * stepColumn), e = d, j = 0;
      for (; j < from; j++, e += 4) f32.store(e, 0);
      if (stepColumn == 1) {
        for (; j + 4 <= until; j += 4, e += 16, s += 16) v128.store(e, v128.load(s));
        for (; j < until; j++, e += 4, s += 4) f32.store(e, f32.load(s));
      } else for (; j < until; j++, e += 4, s += at(stepColumn)) f32.store(e, f32.load(s));
      for (; j < columns; j++, e += 4) f32.store(e, 0);
    }
  }
}

/**
 * One image: out[m][i][j] = start[m] + Σₖ w[m][k] · x[offsets[k] + i · columnsOfFrame + j] for `rows` × `columns` pixels. `weights` are
 * packed; `start` holds a row of eight equal numbers for each m, or is ZEROS. Steps of out in bytes.
 */
export function slide(
  m: i32, k: i32, weights: usize, x: usize, frameStep: usize, offsets: usize, start: usize, out: usize, planeStep: usize, rowStep: usize,
  columnStep: usize, rows: i32, columns: i32, relu: i32,
): void {
  const startStep: usize = start == ZEROS ? 0 : 32;
  for (let i = 0; i < rows; i++, x += frameStep, out += rowStep) {
    for (let j = 0; j < columns; j += 8) {
      // A last tile that sticks out is moved back over pixels already done: the same numbers are written twice.
      if (j + 8 > columns && columns >= 8) j = columns - 8;
      const isWhole = columnStep == 4 && columns >= 8;
      for (let o = 0; o < m; o += 4) {
        const to = out + <usize>o * planeStep + <usize>j * columnStep, from = start + (startStep ? <usize>o << 5 : 0);
        if (isWhole && m - o >= 4) convolutionTile(k, weights + at(o * k), x + at(j), offsets, from, startStep, to, planeStep, relu);
        else {
          convolutionTile(k, weights + at(o * k), x + at(j), offsets, from, startStep, EDGE_TILE, 32, relu);
          storeEdge(EDGE_TILE, to, planeStep, columnStep, min(4, m - o), min(8, columns - j));
        }
      }
    }
  }
}

/** The table of `slide` for the forward pass: frames of all phases of channel 0, then of channel 1, … */
export function writeOffsets(
  offsets: usize, channels: i32, kernelHeight: i32, kernelWidth: i32, strideHeight: i32, strideWidth: i32, dilationHeight: i32,
  dilationWidth: i32, frameSize: i32, frameColumns: i32,
): void {
  for (let c = 0; c < channels; c++) {
    for (let u = 0; u < kernelHeight; u++) {
      for (let v = 0; v < kernelWidth; v++, offsets += 4) {
        const y = u * dilationHeight, x = v * dilationWidth;
        const phase = (y % strideHeight) * strideWidth + (x % strideWidth);
        store<i32>(offsets, ((c * strideHeight * strideWidth + phase) * frameSize + (y / strideHeight) * frameColumns + x / strideWidth) << 2);
      }
    }
  }
}

/** All phases of the images of one group. */
export function framePhases(
  x: usize, channels: i32, height: i32, width: i32, to: usize, rows: i32, columns: i32, strideHeight: i32, strideWidth: i32,
  paddingHeight: i32, paddingWidth: i32,
): void {
  const planeStep = at(strideHeight * strideWidth * rows * columns);
  for (let a = 0; a < strideHeight; a++) {
    for (let b = 0; b < strideWidth; b++, to += at(rows * columns)) {
      frame(x, channels, height, width, to, rows, columns, a - paddingHeight, b - paddingWidth, strideHeight, strideWidth, planeStep);
    }
  }
}

/** `room`: scratch at least as large as convolutionRoom in webassembly.ts says. */
export function conv2d(
  room: i32, x: i32, weight: i32, bias: i32, out: i32, relu: i32, batch: i32, inChannels: i32, height: i32, width: i32, outChannels: i32,
  kernelHeight: i32, kernelWidth: i32, strideHeight: i32, strideWidth: i32, paddingHeight: i32, paddingWidth: i32, dilationHeight: i32,
  dilationWidth: i32, groups: i32, outHeight: i32, outWidth: i32,
): void {
  const channels = inChannels / groups, m = outChannels / groups, k = channels * kernelHeight * kernelWidth;
  const rows = outHeight + ((kernelHeight - 1) * dilationHeight) / strideHeight;
  const columns = outWidth + ((kernelWidth - 1) * dilationWidth) / strideWidth;
  const packedSize = roundUp(m, 4) * k;
  const weights = at(room), starts = weights + at(groups * packedSize), offsets = starts + at(roundUp(outChannels, 4) * 8 + 32), frames = offsets + at(k);
  for (let g = 0; g < groups; g++) pack(at(weight + g * m * k), k, 1, m, k, 4, weights + at(g * packedSize));
  if (bias) {
    for (let o = 0; o < outChannels; o++) {
      const value = f32x4.splat(f32.load(at(bias + o)));
      v128.store(starts + (<usize>o << 5), value);
      v128.store(starts + (<usize>o << 5), value, 16);
    }
  }
  writeOffsets(offsets, channels, kernelHeight, kernelWidth, strideHeight, strideWidth, dilationHeight, dilationWidth, rows * columns, columns);
  const inPlace = rows == height && columns == width && paddingHeight == 0 && paddingWidth == 0 && strideHeight == 1 && strideWidth == 1;
  const plane = at(outHeight * outWidth);
  for (let n = 0; n < batch; n++) {
    for (let g = 0; g < groups; g++, x += channels * height * width, out += m * outHeight * outWidth) {
      if (!inPlace) framePhases(at(x), channels, height, width, frames, rows, columns, strideHeight, strideWidth, paddingHeight, paddingWidth);
      slide(
        m, k, weights + at(g * packedSize), inPlace ? at(x) : frames, at(columns), offsets, bias ? starts + (<usize>(g * m) << 5) : ZEROS,
        at(out), plane, at(outWidth), 4, outHeight, outWidth, relu,
      );
    }
  }
}
