// Sums over whole blocks, rows and columns.

import { at, sumLanes } from './simd';

/** Σ a. Eight vector sums keep the rounding error of long sums small; they are added in float64. */
export function sum(a: i32, n: i32): f64 {
  let from = at(a), total: f64 = 0;
  for (; n >= 1024; n -= 1024, from += 4096) total += sumBlock(from, 1024);
  return total + sumBlock(from, n);
}

function sumBlock(from: usize, n: i32): f64 {
  let s0 = f32x4.splat(0), s1 = s0, tail: f32 = 0;
  for (; n >= 8; n -= 8, from += 32) {
    s0 = f32x4.add(s0, v128.load(from));
    s1 = f32x4.add(s1, v128.load(from, 16));
  }
  for (; n > 0; n--, from += 4) tail += f32.load(from);
  return <f64>(sumLanes(f32x4.add(s0, s1)) + tail);
}

/** Σ a² */
export function sumSquares(a: i32, n: i32): f64 {
  let from = at(a), total: f64 = 0;
  for (; n >= 1024; n -= 1024, from += 4096) total += sumSquaresBlock(from, 1024);
  return total + sumSquaresBlock(from, n);
}

function sumSquaresBlock(from: usize, n: i32): f64 {
  let s0 = f32x4.splat(0), s1 = s0, tail: f64 = 0;
  for (; n >= 8; n -= 8, from += 32) {
    const v0 = v128.load(from), v1 = v128.load(from, 16);
    s0 = f32x4.add(s0, f32x4.mul(v0, v0));
    s1 = f32x4.add(s1, f32x4.mul(v1, v1));
  }
  for (; n > 0; n--, from += 4) {
    const v = <f64>f32.load(from);
    tail += v * v;
  }
  return <f64>sumLanes(f32x4.add(s0, s1)) + tail;
}

/** 1 when every number is finite: x · 0 is 0 for those and NaN for the others. */
export function allFinite(a: i32, n: i32): i32 {
  let from = at(a), s = f32x4.splat(0), tail: f32 = 0;
  const zero = f32x4.splat(tail);
  for (; n >= 4; n -= 4, from += 16) s = f32x4.add(s, f32x4.mul(v128.load(from), zero));
  for (; n > 0; n--, from += 4) tail += f32.load(from) * 0;
  return i32(sumLanes(s) + tail == 0);
}

/** out[j] (+)= Σᵢ a[i, j] */
export function sumRows(a: i32, out: i32, rows: i32, columns: i32, accumulate: i32): void {
  const step = at(columns);
  let from = at(a), to = at(out);
  let j = columns;
  for (; j >= 16; j -= 16, from += 64, to += 64) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    if (accumulate) {
      s0 = v128.load(to);
      s1 = v128.load(to, 16);
      s2 = v128.load(to, 32);
      s3 = v128.load(to, 48);
    }
    for (let i = 0, row = from; i < rows; i++, row += step) {
      s0 = f32x4.add(s0, v128.load(row));
      s1 = f32x4.add(s1, v128.load(row, 16));
      s2 = f32x4.add(s2, v128.load(row, 32));
      s3 = f32x4.add(s3, v128.load(row, 48));
    }
    v128.store(to, s0);
    v128.store(to, s1, 16);
    v128.store(to, s2, 32);
    v128.store(to, s3, 48);
  }
  for (; j >= 4; j -= 4, from += 16, to += 16) {
    let s = accumulate ? v128.load(to) : f32x4.splat(0);
    for (let i = 0, row = from; i < rows; i++, row += step) s = f32x4.add(s, v128.load(row));
    v128.store(to, s);
  }
  for (; j > 0; j--, from += 4, to += 4) {
    let s: f32 = accumulate ? f32.load(to) : 0;
    for (let i = 0, row = from; i < rows; i++, row += step) s += f32.load(row);
    f32.store(to, s);
  }
}

/** out[i] = Σⱼ a[i, j] */
export function sumColumns(a: i32, out: i32, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, a += columns, out++) f32.store(at(out), <f32>sum(a, columns));
}
