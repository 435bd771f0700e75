// Reference kernels for functions of one number: each entry holds f(x) and the derivative f′(x), which may use y = f(x).

import { cos, erf, exp, log, pow, sigmoid, sin, softplus, tanh } from '../../portable-math.ts';
import type { UnaryName } from '../kernels.ts';
import { heap } from '../memory.ts';

interface UnaryFunction {
  /** f(x); p is the parameter of the family (slope, α, exponent). */
  readonly value: (x: number, p: number) => number;
  /** f′(x) */
  readonly slope: (x: number, y: number, p: number) => number;
}

export const unaryFunctions: Readonly<Record<UnaryName, UnaryFunction>> = {
  exp: { value: exp, slope: (_x, y) => y },
  log: { value: log, slope: (x) => 1 / x },
  sqrt: { value: (x) => Math.sqrt(x), slope: (_x, y) => 1 / (2 * y) },
  abs: { value: (x) => Math.abs(x), slope: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0) },
  sin: { value: sin, slope: (x) => cos(x) },
  cos: { value: cos, slope: (x) => -sin(x) },
  sigmoid: { value: sigmoid, slope: (_x, y) => y * (1 - y) },
  tanh: { value: tanh, slope: (_x, y) => 1 - y * y },
  // At 0, where no derivative exists, the convention is 0.
  relu: { value: (x) => (x > 0 || x !== x ? x : 0), slope: (x) => (x > 0 ? 1 : 0) },
  leakyRelu: { value: (x, p) => (x > 0 ? x : p * x), slope: (x, _y, p) => (x > 0 ? 1 : p) },
  elu: { value: (x, p) => (x > 0 ? x : p * (exp(x) - 1)), slope: (x, y, p) => (x > 0 ? 1 : y + p) },
  // x Φ(x), with Φ the cumulative and φ the density of the normal distribution: f′ = Φ + x φ.
  gelu: {
    value: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
    slope: (x) => 0.5 * (1 + erf(x * Math.SQRT1_2)) + x * 0.3989422804014327 * exp(-0.5 * x * x),
  },
  softplus: { value: softplus, slope: (x) => sigmoid(x) },
  // x σ(x)
  silu: {
    value: (x) => x * sigmoid(x),
    slope: (x) => {
      const s = sigmoid(x);
      return s * (1 + x * (1 - s));
    },
  },
  pow: { value: pow, slope: (x, _y, p) => (p === 0 ? 0 : p * pow(x, p - 1)) },
};

export function unary(name: UnaryName, x: number, out: number, n: number, parameter: number): void {
  const f32 = heap;
  const { value } = unaryFunctions[name];
  for (let i = 0; i < n; i++) f32[out + i] = value(f32[x + i], parameter);
}

export function unaryBackward(
  name: UnaryName,
  x: number,
  y: number,
  g: number,
  dx: number,
  n: number,
  parameter: number,
): void {
  const f32 = heap;
  const { slope } = unaryFunctions[name];
  for (let i = 0; i < n; i++) f32[dx + i] = f32[g + i] * slope(f32[x + i], f32[y + i], parameter);
}
