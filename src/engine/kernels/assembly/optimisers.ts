// One step of each optimiser on one parameter p with gradient g. Numbers past the last whole vector go through a padded copy, so
// that each formula stands here once.

import { at } from './simd';

/** Four rows of four numbers: the end of p, g and two blocks of state. */
const TAIL: usize = memory.data(64, 16);

function tailIn(row: i32, from: usize, n: i32): void {
  if (from) memory.copy(TAIL + (<usize>row << 4), from, at(n));
}

function tailOut(row: i32, to: usize, n: i32): void {
  if (to) memory.copy(to, TAIL + (<usize>row << 4), at(n));
}

/** g′ = g + weightDecay · p; v = momentum · v + (1 − dampening) · g′; p −= learningRate · (nesterov ? g′ + momentum · v : v) */
export function sgd(p: i32, g: i32, v: i32, n: i32, learningRate: f32, momentum: f32, dampening: f32, weightDecay: f32, nesterov: i32): void {
  let a = at(p), b = at(g), c = at(v);
  sgdVectors(a, b, c, n >> 2, learningRate, momentum, 1 - dampening, weightDecay, nesterov);
  const whole = at(n & -4), rest = n & 3;
  if (rest == 0) return;
  a += whole;
  b += whole;
  if (v) c += whole;
  tailIn(0, a, rest);
  tailIn(1, b, rest);
  tailIn(2, c, rest);
  sgdVectors(TAIL, TAIL + 16, v ? TAIL + 32 : 0, 1, learningRate, momentum, 1 - dampening, weightDecay, nesterov);
  tailOut(0, a, rest);
  tailOut(2, c, rest);
}

function sgdVectors(p: usize, g: usize, v: usize, n: i32, learningRate: f32, momentum: f32, share: f32, weightDecay: f32, nesterov: i32): void {
  const rate = f32x4.splat(learningRate), mu = f32x4.splat(momentum), part = f32x4.splat(share), decay = f32x4.splat(weightDecay);
  for (; n > 0; n--, p += 16, g += 16) {
    const value = v128.load(p);
    let gradient = v128.load(g);
    if (weightDecay != 0) gradient = f32x4.add(gradient, f32x4.mul(decay, value));
    if (v) {
      const velocity = f32x4.add(f32x4.mul(mu, v128.load(v)), f32x4.mul(part, gradient));
      v128.store(v, velocity);
      v += 16;
      gradient = nesterov ? f32x4.add(gradient, f32x4.mul(mu, velocity)) : velocity;
    }
    v128.store(p, f32x4.sub(value, f32x4.mul(rate, gradient)));
  }
}

/** m = β₁ m + (1 − β₁) g, s = β₂ s + (1 − β₂) g², p −= learningRate · (m / correction1) / (√(s / correction2) + eps) */
export function adam(
  p: i32, g: i32, m: i32, s: i32, n: i32, learningRate: f32, beta1: f64, beta2: f64, eps: f32, weightDecay: f32, decoupled: i32,
  correction1: f32, correction2: f32,
): void {
  let a = at(p), b = at(g), c = at(m), d = at(s);
  const rest = n & 3, whole = at(n & -4);
  adamVectors(a, b, c, d, n >> 2, learningRate, <f32>beta1, <f32>(1 - beta1), <f32>beta2, <f32>(1 - beta2), eps, weightDecay, decoupled, correction1, correction2);
  if (rest == 0) return;
  a += whole;
  b += whole;
  c += whole;
  d += whole;
  tailIn(0, a, rest);
  tailIn(1, b, rest);
  tailIn(2, c, rest);
  tailIn(3, d, rest);
  adamVectors(TAIL, TAIL + 16, TAIL + 32, TAIL + 48, 1, learningRate, <f32>beta1, <f32>(1 - beta1), <f32>beta2, <f32>(1 - beta2), eps, weightDecay, decoupled, correction1, correction2);
  tailOut(0, a, rest);
  tailOut(2, c, rest);
  tailOut(3, d, rest);
}

function adamVectors(
  p: usize, g: usize, m: usize, s: usize, n: i32, learningRate: f32, beta1: f32, share1: f32, beta2: f32, share2: f32, eps: f32,
  weightDecay: f32, decoupled: i32, correction1: f32, correction2: f32,
): void {
  const b1 = f32x4.splat(beta1), s1 = f32x4.splat(share1), b2 = f32x4.splat(beta2), s2 = f32x4.splat(share2), e = f32x4.splat(eps);
  const rate = f32x4.splat(learningRate / correction1), c2 = f32x4.splat(correction2);
  const decay = f32x4.splat(decoupled ? learningRate * weightDecay : weightDecay);
  for (; n > 0; n--, p += 16, g += 16, m += 16, s += 16) {
    let value = v128.load(p), gradient = v128.load(g);
    if (weightDecay != 0) {
      if (decoupled) value = f32x4.sub(value, f32x4.mul(decay, value));
      else gradient = f32x4.add(gradient, f32x4.mul(decay, value));
    }
    const first = f32x4.add(f32x4.mul(b1, v128.load(m)), f32x4.mul(s1, gradient));
    const second = f32x4.add(f32x4.mul(b2, v128.load(s)), f32x4.mul(s2, f32x4.mul(gradient, gradient)));
    v128.store(m, first);
    v128.store(s, second);
    v128.store(p, f32x4.sub(value, f32x4.div(f32x4.mul(rate, first), f32x4.add(f32x4.sqrt(f32x4.div(second, c2)), e))));
  }
}
