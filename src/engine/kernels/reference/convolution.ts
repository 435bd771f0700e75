// Reference kernels for the two-dimensional convolution (cross-correlation) and its two gradients.
//
//   out[n, o, i, j] = bias[o] + Σ over c, p, q of  x[n, c, i·S + p·D − P, j·S + q·D − P] · w[o, c, p, q]
//
// All three visit the same products, in the same order: for every weight, the output rows it touches. They differ in which of the
// three numbers (out, x, w) is the sum and which are the factors.

import type { ConvolutionShape } from '../kernels.ts';
import { heap, NONE } from '../memory.ts';
import { sum } from './reductions.ts';

/**
 * Calls `row` for each weight and each output row it touches: `count` outputs from address-offset `out`, each one further; inputs from
 * `input`, each one stride further. Offsets count from the start of the blocks.
 */
function visit(
  s: ConvolutionShape,
  row: (weight: number, input: number, out: number, count: number) => void,
): void {
  const inGroup = s.inChannels / s.groups;
  const outGroup = s.outChannels / s.groups;
  for (let n = 0; n < s.batch; n++) {
    for (let o = 0; o < s.outChannels; o++) {
      const firstChannel = Math.floor(o / outGroup) * inGroup;
      for (let c = 0; c < inGroup; c++) {
        const plane = (n * s.inChannels + firstChannel + c) * s.height * s.width;
        for (let p = 0; p < s.kernelHeight; p++) {
          for (let q = 0; q < s.kernelWidth; q++) {
            const weight = ((o * inGroup + c) * s.kernelHeight + p) * s.kernelWidth + q;
            // Output columns whose input column 0 ≤ j·S + shift < width lies inside the picture.
            const shift = q * s.dilationWidth - s.paddingWidth;
            const first = Math.max(0, Math.ceil(-shift / s.strideWidth));
            const last = Math.min(
              s.outWidth - 1,
              Math.floor((s.width - 1 - shift) / s.strideWidth),
            );
            if (last < first) continue;
            for (let i = 0; i < s.outHeight; i++) {
              const y = i * s.strideHeight + p * s.dilationHeight - s.paddingHeight;
              if (y < 0 || y >= s.height) continue;
              const out = ((n * s.outChannels + o) * s.outHeight + i) * s.outWidth + first;
              row(
                weight,
                plane + y * s.width + first * s.strideWidth + shift,
                out,
                last - first + 1,
              );
            }
          }
        }
      }
    }
  }
}

export function conv2d(
  s: ConvolutionShape,
  x: number,
  weight: number,
  bias: number,
  out: number,
  relu: number,
): void {
  const f32 = heap;
  const plane = s.outHeight * s.outWidth;
  const size = s.batch * s.outChannels * plane;
  for (let i = 0; i < s.batch * s.outChannels; i++) {
    const start = bias === NONE ? 0 : f32[bias + (i % s.outChannels)];
    f32.fill(start, out + i * plane, out + (i + 1) * plane);
  }
  const stride = s.strideWidth;
  visit(s, (w, input, output, count) => {
    const factor = f32[weight + w];
    for (let j = 0; j < count; j++) f32[out + output + j] += factor * f32[x + input + j * stride];
  });
  if (relu) for (let i = out; i < out + size; i++) if (f32[i] < 0) f32[i] = 0;
}

/** ∂L/∂x: every product w·x of the forward pass sends w·g back to its x. */
export function conv2dBackwardInput(
  s: ConvolutionShape,
  weight: number,
  g: number,
  dx: number,
): void {
  const f32 = heap;
  f32.fill(0, dx, dx + s.batch * s.inChannels * s.height * s.width);
  const stride = s.strideWidth;
  visit(s, (w, input, output, count) => {
    const factor = f32[weight + w];
    for (let j = 0; j < count; j++) f32[dx + input + j * stride] += factor * f32[g + output + j];
  });
}

/** ∂L/∂w: every product w·x of the forward pass sends x·g back to its w. */
export function conv2dBackwardWeight(
  s: ConvolutionShape,
  x: number,
  g: number,
  dweight: number,
  dbias: number,
  accumulate: number,
): void {
  const f32 = heap;
  const weights = s.outChannels * (s.inChannels / s.groups) * s.kernelHeight * s.kernelWidth;
  const stride = s.strideWidth;
  if (dweight !== NONE) {
    if (!accumulate) f32.fill(0, dweight, dweight + weights);
    visit(s, (w, input, output, count) => {
      let total = 0;
      for (let j = 0; j < count; j++) total += f32[g + output + j] * f32[x + input + j * stride];
      f32[dweight + w] += total;
    });
  }
  if (dbias !== NONE) {
    const plane = s.outHeight * s.outWidth;
    if (!accumulate) f32.fill(0, dbias, dbias + s.outChannels);
    for (let i = 0; i < s.batch * s.outChannels; i++)
      f32[dbias + (i % s.outChannels)] += sum(g + i * plane, plane);
  }
}
