// Reference kernels for the matrix product and the dense layer.

import { heap, NONE } from '../memory.ts';
import { fill } from './elementwise.ts';
import { sumRows } from './reductions.ts';

/** C += A·B row by row: row i of C is a mixture of the rows of B, with the weights in row i of A. */
export function matmul(
  a: number,
  transposeA: number,
  b: number,
  transposeB: number,
  c: number,
  m: number,
  n: number,
  k: number,
  accumulate: number,
): void {
  const f32 = heap;
  const rowOfA = transposeA ? 1 : k;
  const columnOfA = transposeA ? m : 1;
  if (!accumulate) fill(c, m * n, 0);
  for (let i = 0; i < m; i++) {
    const ci = c + i * n;
    if (transposeB) {
      for (let j = 0; j < n; j++) {
        let total = 0;
        for (let p = 0; p < k; p++)
          total += f32[a + i * rowOfA + p * columnOfA] * f32[b + j * k + p];
        f32[ci + j] += total;
      }
    } else {
      for (let p = 0; p < k; p++) {
        const weight = f32[a + i * rowOfA + p * columnOfA];
        const bp = b + p * n;
        for (let j = 0; j < n; j++) f32[ci + j] += weight * f32[bp + j];
      }
    }
  }
}

export function linear(
  x: number,
  w: number,
  bias: number,
  out: number,
  m: number,
  k: number,
  n: number,
  relu: number,
): void {
  const f32 = heap;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) f32[out + i * n + j] = bias === NONE ? 0 : f32[bias + j];
  matmul(x, 0, w, 0, out, m, n, k, 1);
  if (relu) for (let i = out; i < out + m * n; i++) if (f32[i] < 0) f32[i] = 0;
}

export function linearBackward(
  x: number,
  w: number,
  y: number,
  g: number,
  dx: number,
  dw: number,
  dbias: number,
  m: number,
  k: number,
  n: number,
  relu: number,
  accumulate: number,
): void {
  const f32 = heap;
  if (relu) for (let i = 0; i < m * n; i++) if (!(f32[y + i] > 0)) f32[g + i] = 0;
  if (dx !== NONE) matmul(g, 0, w, 1, dx, m, k, n, 0);
  if (dw !== NONE) matmul(x, 1, g, 0, dw, k, n, m, accumulate);
  if (dbias !== NONE) sumRows(g, dbias, m, n, accumulate);
}
