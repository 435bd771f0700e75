// Reference kernels that make few numbers out of many.

import { heap } from '../memory.ts';

export function sum(a: number, n: number): number {
  const f32 = heap;
  let total = 0;
  for (let i = 0; i < n; i++) total += f32[a + i];
  return total;
}

export function sumSquares(a: number, n: number): number {
  const f32 = heap;
  let total = 0;
  for (let i = 0; i < n; i++) total += f32[a + i] * f32[a + i];
  return total;
}

export function allFinite(a: number, n: number): number {
  const f32 = heap;
  for (let i = 0; i < n; i++) if (!Number.isFinite(f32[a + i])) return 0;
  return 1;
}

export function sumRows(
  a: number,
  out: number,
  rows: number,
  columns: number,
  accumulate: number,
): void {
  const f32 = heap;
  if (!accumulate) f32.fill(0, out, out + columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) f32[out + j] += f32[a + i * columns + j];
}

export function sumColumns(a: number, out: number, rows: number, columns: number): void {
  for (let i = 0; i < rows; i++) heap[out + i] = sum(a + i * columns, columns);
}
