// The most that 128-bit instructions of WebAssembly give on this machine: multiply-adds on twelve accumulators that never leave the
// registers. Compiled twice, like the kernels.

// @ts-ignore: decorator
@inline
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Twelve chains x ← x · m + s: 96 operations a turn. */
export function ceiling(turns: i32, seed: f32, factor: f32): f32 {
  const s = f32x4.splat(seed), m = f32x4.splat(factor);
  let a = s, b = s, c = s, d = s, e = s, f = s, g = s, h = s, i = s, j = s, k = s, l = s;
  for (; turns > 0; turns--) {
    a = multiplyAdd(a, m, s);
    b = multiplyAdd(b, m, s);
    c = multiplyAdd(c, m, s);
    d = multiplyAdd(d, m, s);
    e = multiplyAdd(e, m, s);
    f = multiplyAdd(f, m, s);
    g = multiplyAdd(g, m, s);
    h = multiplyAdd(h, m, s);
    i = multiplyAdd(i, m, s);
    j = multiplyAdd(j, m, s);
    k = multiplyAdd(k, m, s);
    l = multiplyAdd(l, m, s);
  }
  const sum = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(f32x4.add(e, f), f32x4.add(f32x4.add(g, h), f32x4.add(f32x4.add(i, j), f32x4.add(k, l)))));
  return f32x4.extract_lane(sum, 0);
}
