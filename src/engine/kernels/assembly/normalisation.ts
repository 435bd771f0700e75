// Batch normalisation: statistics of each channel over batch and space.

import { at, sumLanes } from './simd';
import { sum } from './reduce';

/** Σ (x − centre)² */
function squares(x: usize, n: i32, centre: f32): f64 {
  const c = f32x4.splat(centre);
  let s0 = f32x4.splat(0), s1 = s0, tail: f32 = 0;
  for (; n >= 8; n -= 8, x += 32) {
    const a = f32x4.sub(v128.load(x), c), b = f32x4.sub(v128.load(x, 16), c);
    s0 = f32x4.add(s0, f32x4.mul(a, a));
    s1 = f32x4.add(s1, f32x4.mul(b, b));
  }
  for (; n > 0; n--, x += 4) {
    const a = f32.load(x) - centre;
    tail += a * a;
  }
  return <f64>(sumLanes(f32x4.add(s0, s1)) + tail);
}

export function channelStatistics(x: i32, mean: i32, variance: i32, batch: i32, channels: i32, spatial: i32): void {
  const count = <f64>(batch * spatial);
  for (let c = 0; c < channels; c++) {
    let total: f64 = 0;
    for (let n = 0; n < batch; n++) total += sum(x + (n * channels + c) * spatial, spatial);
    const centre = <f32>(total / count);
    total = 0;
    for (let n = 0; n < batch; n++) total += squares(at(x + (n * channels + c) * spatial), spatial, centre);
    f32.store(at(mean + c), centre);
    f32.store(at(variance + c), <f32>(total / count));
  }
}

/** out = (x − mean) · inverseDeviation · weight + bias (+ residual), then max(·, 0) when relu. */
export function batchNorm(
  x: i32, residual: i32, mean: i32, inverseDeviation: i32, weight: i32, bias: i32, out: i32, batch: i32, channels: i32, spatial: i32, relu: i32,
): void {
  let from = at(x), add = at(residual), to = at(out);
  const lowest: f32 = relu ? 0 : -Infinity, low = f32x4.splat(lowest);
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < channels; c++) {
      const centre = f32.load(at(mean + c)), scale = f32.load(at(inverseDeviation + c)) * (weight ? f32.load(at(weight + c)) : 1);
      const shift: f32 = bias ? f32.load(at(bias + c)) : 0;
      const m = f32x4.splat(centre), s = f32x4.splat(scale), b = f32x4.splat(shift);
      let i = spatial;
      if (residual) {
        for (; i >= 4; i -= 4, from += 16, add += 16, to += 16)
          v128.store(to, f32x4.max(low, f32x4.add(v128.load(add), f32x4.add(b, f32x4.mul(s, f32x4.sub(v128.load(from), m))))));
        for (; i > 0; i--, from += 4, add += 4, to += 4) f32.store(to, max<f32>(lowest, f32.load(add) + (shift + scale * (f32.load(from) - centre))));
      } else {
        for (; i >= 4; i -= 4, from += 16, to += 16)
          v128.store(to, f32x4.max(low, f32x4.add(b, f32x4.mul(s, f32x4.sub(v128.load(from), m)))));
        for (; i > 0; i--, from += 4, to += 4) f32.store(to, max<f32>(lowest, shift + scale * (f32.load(from) - centre)));
      }
    }
  }
}

// What gradientSums found last.
let sumG: f64 = 0;
let sumGX: f64 = 0;

/** Σ g and Σ g (x − centre) of one plane, after g has been masked by y > 0 when relu. */
function gradientSums(x: usize, y: usize, g: usize, n: i32, centre: f32, relu: i32): void {
  const m = f32x4.splat(centre), zero = f32x4.splat(0);
  let s = zero, t = zero, tailG: f32 = 0, tailGX: f32 = 0;
  for (; n >= 4; n -= 4, x += 16, y += 16, g += 16) {
    let v = v128.load(g);
    if (relu) {
      v = v128.and(v, f32x4.gt(v128.load(y), zero));
      v128.store(g, v);
    }
    s = f32x4.add(s, v);
    t = f32x4.add(t, f32x4.mul(v, f32x4.sub(v128.load(x), m)));
  }
  for (; n > 0; n--, x += 4, y += 4, g += 4) {
    let v = f32.load(g);
    if (relu && !(f32.load(y) > 0)) {
      v = 0;
      f32.store(g, 0);
    }
    tailG += v;
    tailGX += v * (f32.load(x) - centre);
  }
  sumG += <f64>(sumLanes(s) + tailG);
  sumGX += <f64>(sumLanes(t) + tailGX);
}

/** dx = weight · inverseDeviation · (g − mean(g) − x̂ · mean(g · x̂)); without the two means when not training. */
export function batchNormBackward(
  x: i32, y: i32, mean: i32, inverseDeviation: i32, weight: i32, g: i32, dx: i32, dweight: i32, dbias: i32, batch: i32, channels: i32,
  spatial: i32, relu: i32, training: i32,
): void {
  const count = <f64>(batch * spatial);
  for (let c = 0; c < channels; c++) {
    const centre = f32.load(at(mean + c)), inverse = f32.load(at(inverseDeviation + c));
    sumG = 0;
    sumGX = 0;
    for (let n = 0; n < batch; n++) {
      const start = (n * channels + c) * spatial;
      gradientSums(at(x + start), at(y + start), at(g + start), spatial, centre, relu);
    }
    f32.store(at(dweight + c), <f32>(sumGX * inverse));
    f32.store(at(dbias + c), <f32>sumG);
    if (!dx) continue;
    // dx = scale · g + slope · x + shift
    const scale = inverse * (weight ? f32.load(at(weight + c)) : 1);
    const slope: f32 = training ? -scale * <f32>((sumGX / count) * <f64>inverse * <f64>inverse) : 0;
    const shift: f32 = training ? -scale * <f32>(sumG / count) : 0;
    const s = f32x4.splat(scale), t = f32x4.splat(slope), b = f32x4.splat(shift), m = f32x4.splat(centre);
    for (let n = 0; n < batch; n++) {
      const start = (n * channels + c) * spatial;
      let p = at(x + start), q = at(g + start), to = at(dx + start), i = spatial;
      for (; i >= 4; i -= 4, p += 16, q += 16, to += 16)
        v128.store(to, f32x4.add(b, f32x4.add(f32x4.mul(s, v128.load(q)), f32x4.mul(t, f32x4.sub(v128.load(p), m)))));
      for (; i > 0; i--, p += 4, q += 4, to += 4) f32.store(to, shift + (scale * f32.load(q) + slope * (f32.load(p) - centre)));
    }
  }
}
