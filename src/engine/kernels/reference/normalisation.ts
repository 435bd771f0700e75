// Reference kernels for batch normalisation (per channel) and layer normalisation (per row).

import { heap, NONE } from '../memory.ts';

export function channelStatistics(
  x: number,
  mean: number,
  variance: number,
  batch: number,
  channels: number,
  spatial: number,
): void {
  const f32 = heap;
  const count = batch * spatial;
  for (let c = 0; c < channels; c++) {
    let total = 0;
    for (let n = 0; n < batch; n++) {
      const start = x + (n * channels + c) * spatial;
      for (let i = 0; i < spatial; i++) total += f32[start + i];
    }
    const centre = total / count;
    let squares = 0;
    for (let n = 0; n < batch; n++) {
      const start = x + (n * channels + c) * spatial;
      for (let i = 0; i < spatial; i++) squares += (f32[start + i] - centre) ** 2;
    }
    f32[mean + c] = centre;
    f32[variance + c] = squares / count;
  }
}

export function batchNorm(
  x: number,
  residual: number,
  mean: number,
  inverseDeviation: number,
  weight: number,
  bias: number,
  out: number,
  batch: number,
  channels: number,
  spatial: number,
  relu: number,
): void {
  const f32 = heap;
  for (let c = 0; c < channels; c++) {
    const centre = f32[mean + c];
    const scale = f32[inverseDeviation + c] * (weight === NONE ? 1 : f32[weight + c]);
    const shift = bias === NONE ? 0 : f32[bias + c];
    for (let n = 0; n < batch; n++) {
      const start = (n * channels + c) * spatial;
      for (let i = start; i < start + spatial; i++) {
        let value = (f32[x + i] - centre) * scale + shift;
        if (residual !== NONE) value += f32[residual + i];
        f32[out + i] = relu && value < 0 ? 0 : value;
      }
    }
  }
}

export function batchNormBackward(
  x: number,
  y: number,
  mean: number,
  inverseDeviation: number,
  weight: number,
  g: number,
  dx: number,
  dweight: number,
  dbias: number,
  batch: number,
  channels: number,
  spatial: number,
  relu: number,
  training: number,
): void {
  const f32 = heap;
  const count = batch * spatial;
  for (let c = 0; c < channels; c++) {
    const centre = f32[mean + c];
    const inverse = f32[inverseDeviation + c];
    let sumG = 0;
    let sumGX = 0; // Σ g · x̂
    for (let n = 0; n < batch; n++) {
      const start = (n * channels + c) * spatial;
      for (let i = start; i < start + spatial; i++) {
        if (relu && !(f32[y + i] > 0)) f32[g + i] = 0;
        sumG += f32[g + i];
        sumGX += f32[g + i] * (f32[x + i] - centre) * inverse;
      }
    }
    f32[dweight + c] = sumGX;
    f32[dbias + c] = sumG;
    if (dx === NONE) continue;
    const scale = inverse * (weight === NONE ? 1 : f32[weight + c]);
    const meanG = training ? sumG / count : 0;
    const meanGX = training ? sumGX / count : 0;
    for (let n = 0; n < batch; n++) {
      const start = (n * channels + c) * spatial;
      for (let i = start; i < start + spatial; i++)
        f32[dx + i] = scale * (f32[g + i] - meanG - (f32[x + i] - centre) * inverse * meanGX);
    }
  }
}

export function layerNorm(
  x: number,
  weight: number,
  bias: number,
  out: number,
  mean: number,
  inverseDeviation: number,
  rows: number,
  columns: number,
  eps: number,
): void {
  const f32 = heap;
  for (let r = 0; r < rows; r++) {
    const start = r * columns;
    let total = 0;
    for (let j = start; j < start + columns; j++) total += f32[x + j];
    const centre = total / columns;
    let squares = 0;
    for (let j = start; j < start + columns; j++) squares += (f32[x + j] - centre) ** 2;
    const inverse = 1 / Math.sqrt(squares / columns + eps);
    f32[mean + r] = centre;
    f32[inverseDeviation + r] = inverse;
    for (let j = 0; j < columns; j++) {
      const normal = (f32[x + start + j] - centre) * inverse;
      f32[out + start + j] =
        normal * (weight === NONE ? 1 : f32[weight + j]) + (bias === NONE ? 0 : f32[bias + j]);
    }
  }
}

export function layerNormBackward(
  x: number,
  mean: number,
  inverseDeviation: number,
  weight: number,
  g: number,
  dx: number,
  dweight: number,
  dbias: number,
  rows: number,
  columns: number,
): void {
  const f32 = heap;
  if (dweight !== NONE) {
    f32.fill(0, dweight, dweight + columns);
    f32.fill(0, dbias, dbias + columns);
  }
  for (let r = 0; r < rows; r++) {
    const start = r * columns;
    const centre = f32[mean + r];
    const inverse = f32[inverseDeviation + r];
    let sumG = 0;
    let sumGX = 0;
    for (let j = 0; j < columns; j++) {
      const normal = (f32[x + start + j] - centre) * inverse;
      const gradient = f32[g + start + j];
      if (dweight !== NONE) {
        f32[dweight + j] += gradient * normal;
        f32[dbias + j] += gradient;
      }
      const scaled = gradient * (weight === NONE ? 1 : f32[weight + j]);
      sumG += scaled;
      sumGX += scaled * normal;
    }
    for (let j = 0; j < columns; j++) {
      const normal = (f32[x + start + j] - centre) * inverse;
      const scaled = f32[g + start + j] * (weight === NONE ? 1 : f32[weight + j]);
      f32[dx + start + j] = inverse * (scaled - sumG / columns - (normal * sumGX) / columns);
    }
  }
}
