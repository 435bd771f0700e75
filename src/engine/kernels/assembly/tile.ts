// The innermost loops of the engine: a tile of 4 × 8 results held in registers while k runs. Eight accumulators cover the
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
 * c[i][j] += Σₖ a[k][i] · b[offsets[k]][j] for i < 4, j < 8: as above, with row k of b at b + offsets[k] (bytes). The weight gradient
 * of a convolution: k runs over pixels, i over channels of g, j over channels of x.
 */
export function gatherTile(k: i32, a: usize, b: usize, offsets: usize, c: usize): void {
  let c00 = v128.load(c), c01 = v128.load(c, 16), c10 = v128.load(c, 32), c11 = v128.load(c, 48);
  let c20 = v128.load(c, 64), c21 = v128.load(c, 80), c30 = v128.load(c, 96), c31 = v128.load(c, 112);
  while (k > 0) {
    const row = b + <usize>load<i32>(offsets);
    const b0 = v128.load(row), b1 = v128.load(row, 16);
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
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
}

/**
 * c[j][p] = start[j] + Σₖ x[position[p] + offsets[k]] · w[k][j] for four pixels p and eight channels j: a convolution that reads the
 * framed image in place. `positions` holds four byte offsets; w is packed (k, 8); channels of c are `cStep` bytes apart.
 */
export function pixelTile(k: i32, x: usize, positions: usize, offsets: usize, w: usize, start: usize, c: usize, cStep: usize, relu: i32): void {
  const x0 = x + <usize>load<i32>(positions), x1 = x + <usize>load<i32>(positions, 4);
  const x2 = x + <usize>load<i32>(positions, 8), x3 = x + <usize>load<i32>(positions, 12);
  let c00 = v128.load(start), c01 = v128.load(start, 16);
  let c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01;
  while (k > 0) {
    const offset = <usize>load<i32>(offsets);
    const b0 = v128.load(w), b1 = v128.load(w, 16);
    const a0 = v128.load32_splat(x0 + offset);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load32_splat(x1 + offset);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load32_splat(x2 + offset);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load32_splat(x3 + offset);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    w += 32;
    offsets += 4;
    k--;
  }
  storeTurned(c00, c10, c20, c30, c, cStep, relu);
  storeTurned(c01, c11, c21, c31, c + 4 * cStep, cStep, relu);
}

/** Four pixels of four channels, channel by channel. */
function storeTurned(p0: v128, p1: v128, p2: v128, p3: v128, c: usize, cStep: usize, relu: i32): void {
  if (relu) {
    const zero = f32x4.splat(0);
    p0 = f32x4.max(p0, zero);
    p1 = f32x4.max(p1, zero);
    p2 = f32x4.max(p2, zero);
    p3 = f32x4.max(p3, zero);
  }
  const low01 = v128.shuffle<f32>(p0, p1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(p0, p1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(p2, p3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(p2, p3, 2, 6, 3, 7);
  v128.store(c, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  c += cStep;
  v128.store(c, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
  c += cStep;
  v128.store(c, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
  c += cStep;
  v128.store(c, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
}

/**
 * The first `rows` × `columns` numbers of a tile with rows of `tileStep` bytes to c, whose rows are `cStep` and columns 4 bytes apart.
 * No memory.copy here: V8 calls a C function for it, which costs more than a few numbers.
 */
export function storeEdge(tile: usize, tileStep: usize, c: usize, cStep: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, tile += tileStep, c += cStep) {
    let j = 0;
    for (; j + 4 <= columns; j += 4) v128.store(c + (<usize>j << 2), v128.load(tile + (<usize>j << 2)));
    for (; j < columns; j++) f32.store(c + (<usize>j << 2), f32.load(tile + (<usize>j << 2)));
  }
}
