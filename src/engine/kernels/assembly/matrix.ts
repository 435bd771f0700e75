// Matrix product after Goto and van de Geijn (2008): blocks of A and B that fit the caches are packed, then cut into tiles.

import { at, EDGE_TILE, PACK_ROOM, ZEROS } from './simd';
import { matrixTile, storeEdge } from './tile';
import { pack } from './pack';
import { reluBackward } from './elementwise';
import { sumRows } from './reduce';

const BLOCK_M = 128;
const BLOCK_N = 1024;
const BLOCK_K = 400;
const PACKED_B: usize = PACK_ROOM + BLOCK_M * BLOCK_K * 4;

/**
 * C (m, n) = start + A B, rows of C `cStep` bytes apart. A and B are given by the strides of their rows and columns in floats; one
 * of each pair is 1. `start`: rows `startStep` bytes apart that the sums begin with. relu at the very end.
 */
export function product(
  m: i32, n: i32, k: i32, a: usize, aRow: i32, aColumn: i32, b: usize, bRow: i32, bColumn: i32, c: usize, cStep: usize,
  start: usize, startStep: usize, startColumnStep: usize, relu: i32,
): void {
  const blocks = max(1, (k + BLOCK_K - 1) / BLOCK_K), blockK = (k + blocks - 1) / blocks;
  for (let n0 = 0; n0 < n; n0 += BLOCK_N) {
    const nc = min(BLOCK_N, n - n0);
    let k0 = 0;
    do {
      const kc = min(blockK, k - k0), last = k0 + kc >= k;
      const bBlock = b + at(k0 * bRow + n0 * bColumn);
      // Packing B pays when it is read by more than two strips of A or lies the wrong way round.
      const direct = bColumn == 1 && m <= 8;
      if (!direct) pack(bBlock, bColumn, bRow, nc, kc, 8, PACKED_B);
      for (let m0 = 0; m0 < m; m0 += BLOCK_M) {
        const mc = min(BLOCK_M, m - m0);
        pack(a + at(m0 * aRow + k0 * aColumn), aRow, aColumn, mc, kc, 4, PACK_ROOM);
        for (let j = 0; j < nc; j += 8) {
          const columns = min(8, nc - j);
          const panel = direct ? bBlock + at(j) : PACKED_B + at(j * kc), panelStep: usize = direct ? at(bRow) : 32;
          for (let i = 0; i < mc; i += 4) {
            const rows = min(4, mc - i);
            const to = c + <usize>(m0 + i) * cStep + at(n0 + j);
            let from = start + <usize>(m0 + i) * startStep + <usize>(n0 + j) * startColumnStep, fromStep = startStep;
            if (k0 > 0) {
              from = to;
              fromStep = cStep;
            }
            if (rows == 4 && columns == 8) matrixTile(kc, PACK_ROOM + at(i * kc), panel, panelStep, from, fromStep, to, cStep, relu & i32(last));
            else {
              // Rows past the edge must not be read: the tile starts from a copy of the others.
              if (rows < 4 && fromStep) {
                storeEdge(from, fromStep, EDGE_TILE, 32, rows, columns);
                from = EDGE_TILE;
                fromStep = 32;
              }
              matrixTile(kc, PACK_ROOM + at(i * kc), panel, panelStep, from, fromStep, EDGE_TILE, 32, relu & i32(last));
              storeEdge(EDGE_TILE, 32, to, cStep, rows, columns);
            }
          }
        }
      }
      k0 += kc;
    } while (k0 < k);
  }
}

export function matmul(a: i32, transposeA: i32, b: i32, transposeB: i32, c: i32, m: i32, n: i32, k: i32, accumulate: i32): void {
  const start = accumulate ? at(c) : ZEROS, startStep = accumulate ? at(n) : 0;
  product(
    m, n, k, at(a), transposeA ? 1 : k, transposeA ? m : 1, at(b), transposeB ? 1 : n, transposeB ? k : 1, at(c), at(n),
    start, startStep, accumulate ? 4 : 0, 0,
  );
}

/** out (m, n) = x (m, k) · w (k, n) + bias, then max(·, 0) when relu. */
export function linear(x: i32, w: i32, bias: i32, out: i32, m: i32, k: i32, n: i32, relu: i32): void {
  product(m, n, k, at(x), k, 1, at(w), n, 1, at(out), at(n), bias ? at(bias) : ZEROS, 0, bias ? 4 : 0, relu);
}

/** dx = g wᵀ, dw (+)= xᵀ g, dbias (+)= Σ rows of g, after g has been masked by y > 0 when relu. */
export function linearBackward(
  x: i32, w: i32, y: i32, g: i32, dx: i32, dw: i32, dbias: i32, m: i32, k: i32, n: i32, relu: i32, accumulate: i32,
): void {
  if (relu) reluBackward(y, g, g, m * n);
  if (dx) product(m, k, n, at(g), n, 1, at(w), 1, n, at(dx), at(k), ZEROS, 0, 0, 0);
  if (dw) product(k, n, m, at(x), 1, k, at(g), n, 1, at(dw), at(n), accumulate ? at(dw) : ZEROS, accumulate ? at(n) : 0, accumulate ? 4 : 0, 0);
  if (dbias) sumRows(g, dbias, m, n, accumulate);
}
