// Reference kernels for softmax and cross-entropy, row by row. The largest logit is subtracted first, so that no exponential
// overflows: softmax does not change when a constant is added to all logits.

import { exp, log } from '../../portable-math.ts';
import { heap } from '../memory.ts';

/** log Σ e^x = max + log Σ e^(x − max) */
function logSumExp(x: number, columns: number): number {
  const f32 = heap;
  const largest = rowMaximum(x, columns);
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (let j = 0; j < columns; j++) total += exp(f32[x + j] - largest);
  return largest + log(total);
}

function rowMaximum(x: number, columns: number): number {
  let largest = -Infinity;
  for (let j = 0; j < columns; j++) largest = Math.max(largest, heap[x + j]);
  return largest;
}

export function softmax(x: number, out: number, rows: number, columns: number): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++, x += columns, out += columns) {
    const largest = rowMaximum(x, columns);
    let total = 0;
    for (let j = 0; j < columns; j++) total += f32[out + j] = exp(f32[x + j] - largest);
    for (let j = 0; j < columns; j++) f32[out + j] /= total;
  }
}

export function softmaxBackward(
  y: number,
  g: number,
  dx: number,
  rows: number,
  columns: number,
): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++, y += columns, g += columns, dx += columns) {
    let mean = 0;
    for (let j = 0; j < columns; j++) mean += f32[y + j] * f32[g + j];
    for (let j = 0; j < columns; j++) f32[dx + j] = f32[y + j] * (f32[g + j] - mean);
  }
}

export function logSoftmax(x: number, out: number, rows: number, columns: number): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++, x += columns, out += columns) {
    const normaliser = logSumExp(x, columns);
    for (let j = 0; j < columns; j++) f32[out + j] = f32[x + j] - normaliser;
  }
}

export function logSoftmaxBackward(
  y: number,
  g: number,
  dx: number,
  rows: number,
  columns: number,
): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++, y += columns, g += columns, dx += columns) {
    let total = 0;
    for (let j = 0; j < columns; j++) total += f32[g + j];
    for (let j = 0; j < columns; j++) f32[dx + j] = f32[g + j] - exp(f32[y + j]) * total;
  }
}

export function crossEntropy(
  logits: number,
  labels: number,
  probabilities: number,
  rows: number,
  columns: number,
  smoothing: number,
): number {
  const f32 = heap;
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    const x = logits + i * columns;
    const p = probabilities + i * columns;
    const normaliser = logSumExp(x, columns);
    loss += (1 - smoothing) * (normaliser - f32[x + f32[labels + i]]);
    for (let j = 0; j < columns; j++) {
      f32[p + j] = exp(f32[x + j] - normaliser);
      if (smoothing !== 0) loss += (smoothing / columns) * (normaliser - f32[x + j]);
    }
  }
  return loss;
}

export function crossEntropyBackward(
  probabilities: number,
  labels: number,
  dx: number,
  rows: number,
  columns: number,
  smoothing: number,
  scale: number,
): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++) {
    const p = probabilities + i * columns;
    const d = dx + i * columns;
    for (let j = 0; j < columns; j++) f32[d + j] = (f32[p + j] - smoothing / columns) * scale;
    f32[d + f32[labels + i]] -= (1 - smoothing) * scale;
  }
}
