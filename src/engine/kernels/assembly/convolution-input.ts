// The gradient of a convolution for its input; see convolution.ts for the formula and the layout.

import { at, roundUp } from './simd';
import { frame, slide, writePositions } from './convolution';
import {
  batch, inChannels, height, width, outChannels, kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight,
  paddingWidth, dilationHeight, dilationWidth, groups, outHeight, outWidth,
} from './shape';

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

export function conv2dBackwardInput(room: i32, weight: i32, g: i32, dx: i32): void {
  const channels = inChannels / groups, m = outChannels / groups, taps = kernelHeight * kernelWidth;
  // Pixel s·i + a draws from g at i + shift, lowest … highest over all classes and taps.
  const lowY = floorDivide(paddingHeight - (kernelHeight - 1) * dilationHeight, strideHeight), highY = (strideHeight - 1 + paddingHeight) / strideHeight;
  const lowX = floorDivide(paddingWidth - (kernelWidth - 1) * dilationWidth, strideWidth), highX = (strideWidth - 1 + paddingWidth) / strideWidth;
  const rows = (height + strideHeight - 1) / strideHeight + highY - lowY, columns = (width + strideWidth - 1) / strideWidth + highX - lowX;
  const groupSize = roundUp(channels, 8) * m * taps;
  const weights = at(room), offsets = weights + at(groups * groupSize), zeros = offsets + at(m * taps);
  const positions = zeros + at(roundUp(channels, 8)), frames = positions + at(height * width + 3);
  memory.fill(zeros, 0, at(roundUp(channels, 8)));

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
              for (let c = 0; c < channels; c++) f32.store(packed + at((c >> 3) * 8 * k + index * 8 + (c & 7)), f32.load(at(w + c * taps)));
              for (let c = channels; c & 7; c++) f32.store(packed + at((c >> 3) * 8 * k + index * 8 + (c & 7)), 0);
              index++;
            }
          }
        }
        packed += at(roundUp(channels, 8) * k);
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
          const classRows = (height - a + strideHeight - 1) / strideHeight, classColumns = (width - b + strideWidth - 1) / strideWidth;
          if (n + q == 0 || strideHeight * strideWidth > 1) writePositions(positions, classRows, classColumns, columns, 4);
          slide(
            channels, k, packed, frames, positions, offset, zeros, at(dx + a * width + b), at(height * width), classRows * classColumns, 0,
            strideHeight * strideWidth > 1 ? classColumns : 0, at(strideWidth), at(strideHeight * width),
          );
          packed += at(roundUp(channels, 8) * k);
          offset += at(k);
        }
      }
    }
  }
}
