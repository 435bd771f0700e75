// Reference kernels, one number at a time: arithmetic of whole blocks.

import { heap } from '../memory.ts';

export function fill(out: number, n: number, value: number): void {
  heap.fill(value, out, out + n);
}

export function copy(a: number, out: number, n: number): void {
  heap.copyWithin(out, a, a + n);
}

export function add(a: number, b: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = f32[a + i] + f32[b + i];
}

export function sub(a: number, b: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = f32[a + i] - f32[b + i];
}

export function mul(a: number, b: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = f32[a + i] * f32[b + i];
}

export function div(a: number, b: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = f32[a + i] / f32[b + i];
}

export function affine(a: number, scale: number, shift: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = f32[a + i] * scale + shift;
}

export function addScaled(a: number, scale: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] += scale * f32[a + i];
}

export function addRow(a: number, row: number, out: number, rows: number, columns: number): void {
  const f32 = heap;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      f32[out + i * columns + j] = f32[a + i * columns + j] + f32[row + j];
}

export function clamp(a: number, low: number, high: number, out: number, n: number): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) f32[out + i] = Math.min(Math.max(f32[a + i], low), high);
}
