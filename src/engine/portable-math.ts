// exp, log, sin, cos and friends from + − × ÷ √ alone. The host's Math.exp and Math.log may differ in the last bit from browser to
// browser; these give the same bits everywhere, to about one unit in the last place of a double.
// Method and coefficients of exp, log, erf, sin, cos: fdlibm, © 1993 Sun Microsystems, freely usable with this notice.

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

const bits = new DataView(new ArrayBuffer(8));

/** 2ᵏ · x for a whole number k, in two factors so that the ends of the range are reached. */
function scale(x: number, k: number): number {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  if (k < -1022) return x * powerOfTwo(k + 200) * powerOfTwo(-200);
  return x * powerOfTwo(k);
}

function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** eˣ: x = k ln 2 + r with |r| ≤ ½ ln 2, eʳ by a rational approximation, then 2ᵏ eʳ. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** eˣ − 1 without the loss of digits near 0. */
export function expm1(x: number): number {
  if (x > 0.35 || x < -0.35) return exp(x) - 1;
  // Taylor series; |x| ≤ 0.35 needs 15 terms for double precision.
  let sum = 0;
  for (let n = 15; n >= 1; n--) sum = (x / n) * (1 + sum);
  return sum;
}

/** ln x: x = 2ᵏ m with m near 1, ln m = 2 artanh(s) with s = (m − 1) / (m + 1). */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  bits.setFloat64(0, x);
  const highWord = bits.getUint32(0);
  k += (highWord >>> 20) - 1023;
  bits.setUint32(0, (highWord & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const tail =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + tail) + k * LN2_LOW) - f);
}

/** ln(1 + x) without the loss of digits near 0 (Kahan's correction). */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity) return u;
  return (log(u) * x) / (u - 1);
}

/** tanh x = (e²ˣ − 1) / (e²ˣ + 1) */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const t = expm1(2 * x);
  return t / (t + 2);
}

/** 1 / (1 + e⁻ˣ), written so that the exponential never overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|) */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}

/** The error function: its Taylor series near 0, the continued fraction of its complement further out. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a !== a) return a;
  if (a > 6) return Math.sign(x);
  if (a < 2.5) {
    // erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5…(2n+1))
    let term = a;
    let sum = a;
    for (let n = 1; n < 80 && term > 1e-17 * sum; n++) {
      term *= (2 * a * a) / (2 * n + 1);
      sum += term;
    }
    return Math.sign(x) * 1.1283791670955126 * exp(-a * a) * sum;
  }
  // erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …))))
  let tail = a;
  for (let n = 60; n >= 1; n--) tail = a + n / 2 / tail;
  return Math.sign(x) * (1 - (exp(-a * a) * 0.5641895835477563) / tail);
}

const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_MIDDLE = 6.0771005063039659766e-11;
const HALF_PI_LOW = 2.02226624879595063154e-21;

/** sin x; exact to a few units in the last place for |x| up to about a million. */
export function sin(x: number): number {
  return quarterTurns(x, 0);
}

/** cos x; exact to a few units in the last place for |x| up to about a million. */
export function cos(x: number): number {
  return quarterTurns(x, 1);
}

/** sin(x + turns · π/2): reduces x to |r| ≤ π/4 and picks the series of sine or cosine. */
function quarterTurns(x: number, turns: number): number {
  if (!Number.isFinite(x)) return NaN;
  const k = Math.floor(x * 0.6366197723675814 + 0.5);
  const r = x - k * HALF_PI_HIGH - k * HALF_PI_MIDDLE - k * HALF_PI_LOW;
  const quadrant = (((k + turns) % 4) + 4) % 4;
  const value = quadrant % 2 === 0 ? sineSeries(r) : cosineSeries(r);
  return quadrant < 2 ? value : -value;
}

function sineSeries(r: number): number {
  const z = r * r;
  return (
    r +
    r *
      z *
      (-1.66666666666666324348e-1 +
        z *
          (8.33333333332248946124e-3 +
            z *
              (-1.98412698298579493134e-4 +
                z *
                  (2.75573137070700676789e-6 +
                    z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))))
  );
}

function cosineSeries(r: number): number {
  const z = r * r;
  return (
    1 -
    0.5 * z +
    z *
      z *
      (4.16666666666666019037e-2 +
        z *
          (-1.38888888888741095749e-3 +
            z *
              (2.48015872894767294178e-5 +
                z *
                  (-2.75573143513906633035e-7 +
                    z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))))
  );
}

/** xʸ: by repeated multiplication for whole y, else e^(y ln x). */
export function pow(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (Number.isInteger(y) && Math.abs(y) <= 64) {
    let result = 1;
    let factor = x;
    for (let n = Math.abs(y); n > 0; n >>= 1) {
      if (n & 1) result *= factor;
      factor *= factor;
    }
    return y < 0 ? 1 / result : result;
  }
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}
