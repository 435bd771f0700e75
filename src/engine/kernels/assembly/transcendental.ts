// eˣ, ln x and tanh x for four numbers at once, from + − × ÷ alone: the same bits on every machine, within about two units in the
// last place of float32. Method and coefficients: Cephes, S. L. Moshier (1989).
//
// Constants are read from a table: V8 would otherwise rebuild each one where it is used inside a loop.

const TABLE = memory.data<f32>([
  -104, 89, 1.44269504088896341, 0.693359375, -2.12194440e-4, // 0: exp: limits, 1/ln 2, ln 2 in two parts
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5, 1, // 5: exp: polynomial
  1.17549435e-38, 8388608, 0.707106781186547524, // 12: log: smallest normal number, 2^23, √½
  7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, // 15: log: polynomial
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1, // 20
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 0.625, 9.01, // 24: tanh
]);

/** Constant `i` of the table in all lanes. */
// @ts-ignore: decorator
@inline
function k(i: i32): v128 {
  return v128.load32_splat(TABLE + (<usize>i << 2));
}

/** eˣ: x = n ln 2 + r with |r| ≤ ½ ln 2; eʳ = 1 + r + r² P(r); times 2ⁿ in two halves, so that the ends of the range are reached. */
export function exp4(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, k(0)), k(1));
  const n = f32x4.nearest(f32x4.mul(x, k(2)));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, k(3))), f32x4.mul(n, k(4)));
  let p = f32x4.add(f32x4.mul(k(5), r), k(6));
  p = f32x4.add(f32x4.mul(p, r), k(7));
  p = f32x4.add(f32x4.mul(p, r), k(8));
  p = f32x4.add(f32x4.mul(p, r), k(9));
  p = f32x4.add(f32x4.mul(p, r), k(10));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), k(11));
  const whole = i32x4.trunc_sat_f32x4_s(n), half = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
}

// @ts-ignore: decorator
@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.add(i32x4.shl(n, 23), k(11)); // the bits of 1.0, exponent raised by n
}

/** ln x: x = 2ᵉ m with m in [√½, √2), ln m = f − ½ f² + f³ P(f) with f = m − 1. */
export function log4(x: v128): v128 {
  const tiny = f32x4.lt(x, k(12)), one = k(11);
  const scaled = v128.bitselect(f32x4.mul(x, k(13)), x, tiny);
  // m in [½, 1) with the bits of ½, exponent e counted from there
  let e = i32x4.sub(i32x4.shr_u(scaled, 23), i32x4.splat(126));
  e = i32x4.sub(e, v128.and(tiny, i32x4.splat(23)));
  let m = v128.or(v128.and(scaled, i32x4.splat(0x7fffff)), k(10));
  const low = f32x4.lt(m, k(14));
  e = i32x4.add(e, low); // minus one where m is below √½
  const f = f32x4.sub(f32x4.add(m, v128.and(m, low)), one);
  const n = f32x4.convert_i32x4_s(e), z = f32x4.mul(f, f);
  let p = f32x4.add(f32x4.mul(k(15), f), k(16));
  for (let i = 17; i < 24; i++) p = f32x4.add(f32x4.mul(p, f), k(i));
  p = f32x4.add(f32x4.mul(f32x4.mul(p, f), z), f32x4.mul(n, k(4)));
  p = f32x4.sub(p, f32x4.mul(z, k(10)));
  let y = f32x4.add(f32x4.add(f, p), f32x4.mul(n, k(3)));
  // ln 0 = −∞, ln ∞ = ∞; NaN for negative numbers and NaN
  const zero = f32x4.splat(0), infinity = f32x4.splat(Infinity);
  y = v128.bitselect(x, y, f32x4.eq(x, infinity));
  y = v128.bitselect(f32x4.neg(infinity), y, f32x4.eq(x, zero));
  return v128.bitselect(y, f32x4.splat(NaN), f32x4.ge(x, zero));
}

/** tanh x: x + x³ P(x²) for |x| < 0.625, else sign(x) · (1 − 2 / (e^2|x| + 1)). */
export function tanh4(x: v128): v128 {
  const a = f32x4.abs(x), one = k(11), z = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(k(24), z), k(25));
  p = f32x4.add(f32x4.mul(p, z), k(26));
  p = f32x4.add(f32x4.mul(p, z), k(27));
  p = f32x4.add(f32x4.mul(p, z), k(28));
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(p, z), x));
  const e = exp4(f32x4.add(a, a));
  const far = f32x4.sub(one, f32x4.div(f32x4.add(one, one), f32x4.add(e, one)));
  const signed = v128.or(far, v128.and(x, i32x4.splat(0x80000000)));
  return v128.bitselect(near, signed, f32x4.lt(a, k(29)));
}

/** 1 / (1 + e⁻ˣ); e⁻ˣ may overflow to ∞, which gives 0. */
export function sigmoid4(x: v128): v128 {
  return f32x4.div(k(11), f32x4.add(k(11), exp4(f32x4.neg(x))));
}
