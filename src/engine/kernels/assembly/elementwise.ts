// Elementwise arithmetic, four numbers at a time. `out` may be the same block as an operand.

import { at } from './simd';

export function fill(out: i32, n: i32, value: f32): void {
  let to = at(out);
  const v = f32x4.splat(value);
  for (; n >= 4; n -= 4, to += 16) v128.store(to, v);
  for (; n > 0; n--, to += 4) f32.store(to, value);
}

export function copy(a: i32, out: i32, n: i32): void {
  memory.copy(at(out), at(a), at(n));
}

export function add(a: i32, b: i32, out: i32, n: i32): void {
  let p = at(a), q = at(b), to = at(out);
  for (; n >= 4; n -= 4, p += 16, q += 16, to += 16) v128.store(to, f32x4.add(v128.load(p), v128.load(q)));
  for (; n > 0; n--, p += 4, q += 4, to += 4) f32.store(to, f32.load(p) + f32.load(q));
}

export function sub(a: i32, b: i32, out: i32, n: i32): void {
  let p = at(a), q = at(b), to = at(out);
  for (; n >= 4; n -= 4, p += 16, q += 16, to += 16) v128.store(to, f32x4.sub(v128.load(p), v128.load(q)));
  for (; n > 0; n--, p += 4, q += 4, to += 4) f32.store(to, f32.load(p) - f32.load(q));
}

export function mul(a: i32, b: i32, out: i32, n: i32): void {
  let p = at(a), q = at(b), to = at(out);
  for (; n >= 4; n -= 4, p += 16, q += 16, to += 16) v128.store(to, f32x4.mul(v128.load(p), v128.load(q)));
  for (; n > 0; n--, p += 4, q += 4, to += 4) f32.store(to, f32.load(p) * f32.load(q));
}

export function div(a: i32, b: i32, out: i32, n: i32): void {
  let p = at(a), q = at(b), to = at(out);
  for (; n >= 4; n -= 4, p += 16, q += 16, to += 16) v128.store(to, f32x4.div(v128.load(p), v128.load(q)));
  for (; n > 0; n--, p += 4, q += 4, to += 4) f32.store(to, f32.load(p) / f32.load(q));
}

/** out = a · scale + shift */
export function affine(a: i32, scale: f32, shift: f32, out: i32, n: i32): void {
  let p = at(a), to = at(out);
  const s = f32x4.splat(scale), t = f32x4.splat(shift);
  for (; n >= 4; n -= 4, p += 16, to += 16) v128.store(to, f32x4.add(f32x4.mul(v128.load(p), s), t));
  for (; n > 0; n--, p += 4, to += 4) f32.store(to, f32.load(p) * scale + shift);
}

/** out += scale · a */
export function addScaled(a: i32, scale: f32, out: i32, n: i32): void {
  let p = at(a), to = at(out);
  const s = f32x4.splat(scale);
  for (; n >= 4; n -= 4, p += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(p), s)));
  for (; n > 0; n--, p += 4, to += 4) f32.store(to, f32.load(to) + scale * f32.load(p));
}

/** out[i, j] = a[i, j] + row[j] */
export function addRow(a: i32, row: i32, out: i32, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, a += columns, out += columns) add(a, row, out, columns);
}

/** min(max(a, low), high); NaN stays NaN. */
export function clamp(a: i32, low: f32, high: f32, out: i32, n: i32): void {
  let p = at(a), to = at(out);
  const l = f32x4.splat(low), h = f32x4.splat(high);
  for (; n >= 4; n -= 4, p += 16, to += 16) v128.store(to, f32x4.min(f32x4.max(v128.load(p), l), h));
  for (; n > 0; n--, p += 4, to += 4) f32.store(to, min<f32>(max<f32>(f32.load(p), low), high));
}

/** out = max(x, 0) */
export function relu(x: i32, out: i32, n: i32): void {
  let p = at(x), to = at(out);
  const zero = f32x4.splat(0);
  for (; n >= 4; n -= 4, p += 16, to += 16) v128.store(to, f32x4.max(v128.load(p), zero));
  for (; n > 0; n--, p += 4, to += 4) f32.store(to, max<f32>(f32.load(p), 0));
}

/** dx = y > 0 ? g : 0 */
export function reluBackward(y: i32, g: i32, dx: i32, n: i32): void {
  let p = at(y), q = at(g), to = at(dx);
  const zero = f32x4.splat(0);
  for (; n >= 4; n -= 4, p += 16, q += 16, to += 16) v128.store(to, v128.and(v128.load(q), f32x4.gt(v128.load(p), zero)));
  for (; n > 0; n--, p += 4, q += 4, to += 4) f32.store(to, f32.load(p) > 0 ? f32.load(q) : 0);
}
