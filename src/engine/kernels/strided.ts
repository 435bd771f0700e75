// Copies between blocks whose neighbours stand any number of places apart. Transposing, stretching, cutting out, turning round,
// padding and joining are all this copy with other strides. A stride of 0 repeats a number, a negative one walks backwards.

import { heap, isMeasuring } from './memory.ts';

/** to[…] = from[…] for every index of `shape`; strides count numbers. */
export function copyStrided(
  from: number,
  fromStrides: readonly number[],
  to: number,
  toStrides: readonly number[],
  shape: readonly number[],
): void {
  const f32 = heap;
  walk(shape, fromStrides, toStrides, (a, b, count, stepA, stepB) => {
    let p = from + a;
    let q = to + b;
    if (stepA === 1 && stepB === 1) f32.copyWithin(q, p, p + count);
    else for (let i = 0; i < count; i++, p += stepA, q += stepB) f32[q] = f32[p];
  });
}

/** to[…] += from[…], in which several indices may meet in one place: the way back of `copyStrided`. */
export function addStrided(
  from: number,
  fromStrides: readonly number[],
  to: number,
  toStrides: readonly number[],
  shape: readonly number[],
): void {
  const f32 = heap;
  walk(shape, fromStrides, toStrides, (a, b, count, stepA, stepB) => {
    let p = from + a;
    let q = to + b;
    for (let i = 0; i < count; i++, p += stepA, q += stepB) f32[q] += f32[p];
  });
}

/** Calls `row` for each line along the last dimension: offsets on both sides, its length, the two steps. */
function walk(
  shape: readonly number[],
  stridesA: readonly number[],
  stridesB: readonly number[],
  row: (a: number, b: number, count: number, stepA: number, stepB: number) => void,
): void {
  if (isMeasuring) return;
  const last = shape.length - 1;
  if (last < 0) return row(0, 0, 1, 1, 1);
  for (let d = 0; d <= last; d++) if (shape[d] === 0) return;
  const index = new Array<number>(last).fill(0);
  let a = 0;
  let b = 0;
  for (;;) {
    row(a, b, shape[last], stridesA[last], stridesB[last]);
    let d = last - 1;
    for (; d >= 0; d--) {
      a += stridesA[d];
      b += stridesB[d];
      if (++index[d] < shape[d]) break;
      a -= shape[d] * stridesA[d];
      b -= shape[d] * stridesB[d];
      index[d] = 0;
    }
    if (d < 0) return;
  }
}
