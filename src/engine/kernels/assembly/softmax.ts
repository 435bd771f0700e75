// Softmax and cross-entropy, row by row. The largest logit is subtracted first, so that no exponential overflows.

import { at, sumLanes } from './simd';
import { exp4, log4 } from './transcendental';

/** The last `n` < 4 numbers of a row; the lanes behind them hold `filler`. */
function loadEnd(from: usize, n: i32, filler: f32): v128 {
  let v = f32x4.replace_lane(f32x4.splat(filler), 0, f32.load(from));
  if (n > 1) v = f32x4.replace_lane(v, 1, f32.load(from, 4));
  if (n > 2) v = f32x4.replace_lane(v, 2, f32.load(from, 8));
  return v;
}

function storeEnd(to: usize, n: i32, v: v128): void {
  f32.store(to, f32x4.extract_lane(v, 0));
  if (n > 1) f32.store(to, f32x4.extract_lane(v, 1), 4);
  if (n > 2) f32.store(to, f32x4.extract_lane(v, 2), 8);
}

function rowMaximum(x: usize, columns: i32): f32 {
  let m = f32x4.splat(-Infinity);
  for (; columns >= 4; columns -= 4, x += 16) m = f32x4.max(m, v128.load(x));
  if (columns > 0) m = f32x4.max(m, loadEnd(x, columns, -Infinity));
  return max<f32>(
    max<f32>(f32x4.extract_lane(m, 0), f32x4.extract_lane(m, 1)),
    max<f32>(f32x4.extract_lane(m, 2), f32x4.extract_lane(m, 3)),
  );
}

/** to = e^(x − largest) for one row; returns the sum. */
function exponentials(x: usize, to: usize, columns: i32, largest: f32): f32 {
  const m = f32x4.splat(largest);
  let s = f32x4.splat(0);
  for (; columns >= 4; columns -= 4, x += 16, to += 16) {
    const e = exp4(f32x4.sub(v128.load(x), m));
    s = f32x4.add(s, e);
    v128.store(to, e);
  }
  if (columns > 0) {
    const e = exp4(f32x4.sub(loadEnd(x, columns, -Infinity), m));
    s = f32x4.add(s, e);
    storeEnd(to, columns, e);
  }
  return sumLanes(s);
}

function scaleRow(to: usize, columns: i32, factor: f32): void {
  const f = f32x4.splat(factor);
  for (; columns >= 4; columns -= 4, to += 16) v128.store(to, f32x4.mul(v128.load(to), f));
  for (; columns > 0; columns--, to += 4) f32.store(to, f32.load(to) * factor);
}

function log(x: f32): f32 {
  return f32x4.extract_lane(log4(f32x4.splat(x)), 0);
}

export function softmax(x: i32, out: i32, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++, x += columns, out += columns) {
    const total = exponentials(at(x), at(out), columns, rowMaximum(at(x), columns));
    scaleRow(at(out), columns, 1 / total);
  }
}

/** Σ over rows of (1 − ε) (ln Σ eˣ − x[label]) + ε · mean over j of (ln Σ eˣ − x[j]), ε = smoothing. Writes the probabilities. */
export function crossEntropy(logits: i32, labels: i32, probabilities: i32, rows: i32, columns: i32, smoothing: f64): f64 {
  let loss: f64 = 0;
  for (let i = 0; i < rows; i++, logits += columns, probabilities += columns) {
    const x = at(logits), largest = rowMaximum(x, columns);
    const total = exponentials(x, at(probabilities), columns, largest);
    scaleRow(at(probabilities), columns, 1 / total);
    const logTotal = <f64>log(total) + <f64>largest, label = <i32>f32.load(at(labels + i));
    loss += (1 - smoothing) * (logTotal - <f64>f32.load(x + at(label)));
    if (smoothing != 0) for (let j = 0; j < columns; j++) loss += (smoothing / <f64>columns) * (logTotal - <f64>f32.load(x + at(j)));
  }
  return loss;
}

/** dx = (p − t) · scale */
export function crossEntropyBackward(probabilities: i32, labels: i32, dx: i32, rows: i32, columns: i32, smoothing: f32, scale: f32): void {
  const share = smoothing / <f32>columns, hit = (<f32>1 - smoothing) * scale;
  for (let i = 0; i < rows; i++, probabilities += columns, dx += columns) {
    let from = at(probabilities), to = at(dx), n = columns;
    const s = f32x4.splat(scale), t = f32x4.splat(share);
    for (; n >= 4; n -= 4, from += 16, to += 16) v128.store(to, f32x4.mul(f32x4.sub(v128.load(from), t), s));
    for (; n > 0; n--, from += 4, to += 4) f32.store(to, (f32.load(from) - share) * scale);
    const right = at(dx + <i32>f32.load(at(labels + i)));
    f32.store(right, f32.load(right) - hit);
  }
}
