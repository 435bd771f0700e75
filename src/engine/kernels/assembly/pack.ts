// Packing: operands are copied into panels in the order in which the tile loops read them: panel[k][lane].

/**
 * Copies `lanes` × `k` numbers src[lane · laneStride + k · kStride] (strides in floats) into panels of `width` (4 or 8) lanes, the
 * last one filled up with zeros. One of the strides must be 1.
 */
export function pack(src: usize, laneStride: i32, kStride: i32, lanes: i32, k: i32, width: i32, to: usize): void {
  const laneStep = <usize>laneStride << 2, kStep = <usize>kStride << 2, toStep = <usize>width << 2;
  for (; lanes > 0; lanes -= width, src += laneStep * width, to += toStep * k) {
    if (lanes < width) packRagged(src, laneStep, kStep, lanes, k, width, to);
    else if (laneStride == 1) {
      let s = src, d = to;
      if (width == 4) for (let q = 0; q < k; q++, s += kStep, d += 16) v128.store(d, v128.load(s));
      else
        for (let q = 0; q < k; q++, s += kStep, d += 32) {
          v128.store(d, v128.load(s));
          v128.store(d, v128.load(s, 16), 16);
        }
    } else
      for (let half = 0; half < width; half += 4) packTransposed(src + laneStep * half, laneStep, k, to + (<usize>half << 2), toStep);
  }
}

/** Four lanes whose k numbers are neighbours: blocks of 4 × 4 are turned over. */
function packTransposed(s0: usize, laneStep: usize, k: i32, to: usize, toStep: usize): void {
  let s1 = s0 + laneStep, s2 = s1 + laneStep, s3 = s2 + laneStep;
  for (; k >= 4; k -= 4) {
    const r0 = v128.load(s0), r1 = v128.load(s1), r2 = v128.load(s2), r3 = v128.load(s3);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    to += toStep;
    v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
    to += toStep;
    v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
    to += toStep;
    v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    to += toStep;
    s0 += 16;
    s1 += 16;
    s2 += 16;
    s3 += 16;
  }
  for (; k > 0; k--, to += toStep, s0 += 4, s1 += 4, s2 += 4, s3 += 4) {
    f32.store(to, f32.load(s0));
    f32.store(to, f32.load(s1), 4);
    f32.store(to, f32.load(s2), 8);
    f32.store(to, f32.load(s3), 12);
  }
}

function packRagged(src: usize, laneStep: usize, kStep: usize, lanes: i32, k: i32, width: i32, to: usize): void {
  const zero = f32x4.splat(0);
  for (let q = 0; q < k; q++, src += kStep, to += 16) {
    v128.store(to, zero);
    if (width == 8) v128.store(to, zero, 16);
    for (let j = 0, s = src, d = to; j < lanes; j++, s += laneStep, d += 4) f32.store(d, f32.load(s));
    if (width == 8) to += 16;
  }
}
