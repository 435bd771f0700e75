// The two innermost loops of the engine: a tile of 4 × 8 results held in registers while k runs. Eight accumulators cover the
// latency of a multiply-add exactly; unrolling k makes V8 shuffle registers and is slower.

import { multiplyAdd } from './simd';

/**
 * c[i][j] = start[i][j] + Σₖ a[k][i] · b[k][j] for i < 4, j < 8. `a` is packed (k, 4); row k of b lies `bStep` bytes after row
 * k − 1. Rows of `start` and `c` are `startStep` and `cStep` bytes apart (a step of 0 repeats one row).
 */
export function matrixTile(k: i32, a: usize, b: usize, bStep: usize, start: usize, startStep: usize, c: usize, cStep: usize, relu: i32): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startStep;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startStep;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startStep;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  while (k > 0) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load32_splat(a, 4);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load32_splat(a, 8);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load32_splat(a, 12);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    a += 16;
    b += bStep;
    k--;
  }
  if (relu) {
    const zero = f32x4.splat(0);
    c00 = f32x4.max(c00, zero);
    c01 = f32x4.max(c01, zero);
    c10 = f32x4.max(c10, zero);
    c11 = f32x4.max(c11, zero);
    c20 = f32x4.max(c20, zero);
    c21 = f32x4.max(c21, zero);
    c30 = f32x4.max(c30, zero);
    c31 = f32x4.max(c31, zero);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += cStep;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += cStep;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += cStep;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}

/**
 * The same with row k of b at x + offsets[k] (bytes): eight neighbouring pixels under tap k of a convolution, read in place
 * from the padded image.
 */
export function convolutionTile(k: i32, a: usize, x: usize, offsets: usize, start: usize, startStep: usize, c: usize, cStep: usize, relu: i32): void {
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  start += startStep;
  let c10 = v128.load(start), c11 = v128.load(start, 16);
  start += startStep;
  let c20 = v128.load(start), c21 = v128.load(start, 16);
  start += startStep;
  let c30 = v128.load(start), c31 = v128.load(start, 16);
  while (k > 0) {
    const b = x + <usize>load<i32>(offsets);
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load32_splat(a, 4);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load32_splat(a, 8);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load32_splat(a, 12);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    a += 16;
    offsets += 4;
    k--;
  }
  if (relu) {
    const zero = f32x4.splat(0);
    c00 = f32x4.max(c00, zero);
    c01 = f32x4.max(c01, zero);
    c10 = f32x4.max(c10, zero);
    c11 = f32x4.max(c11, zero);
    c20 = f32x4.max(c20, zero);
    c21 = f32x4.max(c21, zero);
    c30 = f32x4.max(c30, zero);
    c31 = f32x4.max(c31, zero);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += cStep;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += cStep;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += cStep;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}

/** The first `rows` × `columns` numbers of a 4 × 8 tile to c, whose rows are `cStep` bytes and columns `columnStep` bytes apart. */
export function storeEdge(tile: usize, c: usize, cStep: usize, columnStep: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, tile += 32, c += cStep) {
    for (let j = 0, to = c; j < columns; j++, to += columnStep) f32.store(to, f32.load(tile + (<usize>j << 2)));
  }
}
