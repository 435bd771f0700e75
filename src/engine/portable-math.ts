// exp, log, sin, cos and friends from + − × ÷ √ alone. The host's Math.exp and Math.log may differ in the last bit from browser to
// browser; these give the same bits everywhere, to a few units in the last place of a double: the argument is brought near 0, where the
// Taylor series needs few terms, written as nested products from the last term to the first.

const LN2_HIGH = 6.9314718036912381649e-1; // its last bits are 0, so that k · LN2_HIGH is exact
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

/** eˣ = 2ᵏ eʳ with x = k ln 2 + r, |r| ≤ ½ ln 2, and eʳ = 1 + r (1 + r/2 (1 + r/3 (…))). */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (r / n) * sum;
  return scale(sum, k);
}

/** eˣ − 1 without the loss of digits near 0. */
export function expm1(x: number): number {
  if (x > 0.35 || x < -0.35) return exp(x) - 1;
  // Taylor series; |x| ≤ 0.35 needs 15 terms for double precision.
  let sum = 0;
  for (let n = 15; n >= 1; n--) sum = (x / n) * (1 + sum);
  return sum;
}

/** ln x = k ln 2 + ln m with x = 2ᵏ m, m near 1; ln m = 2 artanh s = 2 s (1 + s²/3 + s⁴/5 + …), s = (m − 1) / (m + 1). */
export function log(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let k = -1023;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2⁵⁴: the smallest numbers have no leading 1
    k -= 54;
  }
  bits.setFloat64(0, x);
  const highWord = bits.getUint32(0);
  k += highWord >>> 20;
  bits.setUint32(0, (highWord & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = 1 / n + s * s * sum;
  return k * LN2_HIGH + (2 * s * sum + k * LN2_LOW);
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

/** The error function by its series 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·5…(2n+1)), whose terms are all positive. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * a * a) / (2 * n + 1);
    sum += term;
  }
  return 1.1283791670955126 * exp(-a * a) * sum;
}

const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_LOW = 6.07710050650619224932e-11;

/** sin x; good to a few units in the last place for |x| up to about a million. */
export function sin(x: number): number {
  return quarterTurns(x, 0);
}

/** cos x; good to a few units in the last place for |x| up to about a million. */
export function cos(x: number): number {
  return quarterTurns(x, 1);
}

/** sin(x + turns · π/2): x = k π/2 + r with |r| ≤ π/4, then the series of sine or cosine at r. */
function quarterTurns(x: number, turns: number): number {
  if (!Number.isFinite(x)) return NaN;
  const k = Math.floor(x * 0.6366197723675814 + 0.5);
  const r = x - k * HALF_PI_HIGH - k * HALF_PI_LOW;
  const quadrant = (k + turns) & 3;
  const isSine = quadrant % 2 === 0;
  // sin r = r (1 − r²/2·3 (1 − r²/4·5 (…))), cos r = 1 − r²/1·2 (1 − r²/3·4 (…))
  let sum = 1;
  for (let n = isSine ? 18 : 17; n > 0; n -= 2) sum = 1 - ((r * r) / (n * (n + 1))) * sum;
  const value = isSine ? r * sum : sum;
  return quadrant < 2 ? value : -value;
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
