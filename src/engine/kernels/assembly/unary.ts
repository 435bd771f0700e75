// Functions of one number and their derivatives: f(x) and g · f′(x), where f′ may use y = f(x). One vector at a time through a
// table of cases; relu, the commonest, has loops of its own in elementwise.ts.

import { at } from './simd';
import { exp4, log4, sigmoid4, tanh4 } from './transcendental';

// The numbers of the functions; the same list stands in ../webassembly.ts.
const EXP = 0, LOG = 1, SQRT = 2, ABS = 3, SIGMOID = 4, TANH = 5;

/** A place for the last one to three numbers of a block. */
const TAIL: usize = memory.data(64, 16);

function value(f: i32, x: v128): v128 {
  switch (f) {
    case EXP: return exp4(x);
    case LOG: return log4(x);
    case SQRT: return f32x4.sqrt(x);
    case ABS: return f32x4.abs(x);
    case SIGMOID: return sigmoid4(x);
    default: return tanh4(x);
  }
}

function slope(f: i32, x: v128, y: v128, one: v128): v128 {
  const zero = f32x4.sub(one, one);
  switch (f) {
    case EXP: return y;
    case LOG: return f32x4.div(one, x);
    case SQRT: return f32x4.div(one, f32x4.add(y, y));
    case ABS: return v128.or(v128.and(one, f32x4.gt(x, zero)), v128.and(f32x4.neg(one), f32x4.lt(x, zero)));
    case SIGMOID: return f32x4.mul(y, f32x4.sub(one, y));
    default: return f32x4.sub(one, f32x4.mul(y, y));
  }
}

export function unary(f: i32, x: i32, out: i32, n: i32): void {
  let from = at(x), to = at(out);
  for (; n >= 4; n -= 4, from += 16, to += 16) v128.store(to, value(f, v128.load(from)));
  if (n > 0) {
    memory.copy(TAIL, from, at(n));
    v128.store(TAIL, value(f, v128.load(TAIL)));
    memory.copy(to, TAIL, at(n));
  }
}

export function unaryBackward(f: i32, x: i32, y: i32, g: i32, dx: i32, n: i32): void {
  let from = at(x), value = at(y), gradient = at(g), to = at(dx);
  const one = f32x4.splat(1);
  for (; n >= 4; n -= 4, from += 16, value += 16, gradient += 16, to += 16)
    v128.store(to, f32x4.mul(v128.load(gradient), slope(f, v128.load(from), v128.load(value), one)));
  if (n > 0) {
    memory.copy(TAIL, from, at(n));
    memory.copy(TAIL + 16, value, at(n));
    memory.copy(TAIL + 32, gradient, at(n));
    v128.store(TAIL, f32x4.mul(v128.load(TAIL, 32), slope(f, v128.load(TAIL), v128.load(TAIL, 16), one)));
    memory.copy(to, TAIL, at(n));
  }
}
