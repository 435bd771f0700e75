// The kernels: every heavy loop of the engine, by name. Each has a plain TypeScript twin in `reference/` (to read, and to fall
// back on) and a WebAssembly SIMD form. Both take the same arguments.
//
// Conventions
//   - `a`, `x`, `out`, … are addresses: indices of float32 numbers in the heap (byte address = 4 × address). `n` counts floats.
//   - All blocks are contiguous and row-major. An address need not be a multiple of four. Blocks never overlap unless said.
//   - Address NONE (0) for an optional operand means it is not there.
//   - A kernel writes exactly the numbers of its result, and may use the first SCRATCH_FLOATS of the heap as scratch space.
//   - `g` is the gradient that arrives, `dx` the gradient of x that the kernel writes. `accumulate` adds to what is there.
//   - Sizes may be zero. Kernels check nothing: the operations have checked shapes before.

import { memory } from './memory.ts';
import { reference } from './reference/reference.ts';
import { instantiate } from './webassembly.ts';

/** Sizes of a two-dimensional convolution; images are (batch, channels, height, width), weights (outChannels, inChannels / groups, kernelHeight, kernelWidth). */
export interface ConvolutionShape {
  readonly batch: number;
  readonly inChannels: number;
  readonly height: number;
  readonly width: number;
  readonly outChannels: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly paddingHeight: number;
  readonly paddingWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly groups: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/** Sizes of a pooling over `planes` = batch × channels images. */
export interface PoolingShape {
  readonly planes: number;
  readonly height: number;
  readonly width: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly paddingHeight: number;
  readonly paddingWidth: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/** Elementwise functions of one number. The backward form gets x, y = f(x) and g, and writes dx = g · f′(x). */
export type UnaryName =
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'abs'
  | 'sin'
  | 'cos'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'elu'
  | 'gelu'
  | 'softplus'
  | 'silu'
  | 'pow';

export interface Kernels {
  // Elementwise. `out` may be the same block as an input.
  fill(out: number, n: number, value: number): void;
  copy(a: number, out: number, n: number): void;
  add(a: number, b: number, out: number, n: number): void;
  sub(a: number, b: number, out: number, n: number): void;
  mul(a: number, b: number, out: number, n: number): void;
  div(a: number, b: number, out: number, n: number): void;
  /** out = a · scale + shift */
  affine(a: number, scale: number, shift: number, out: number, n: number): void;
  /** out += scale · a */
  addScaled(a: number, scale: number, out: number, n: number): void;
  /** out[i, j] = a[i, j] + row[j] */
  addRow(a: number, row: number, out: number, rows: number, columns: number): void;
  /** out = min(max(a, low), high); NaN stays NaN. */
  clamp(a: number, low: number, high: number, out: number, n: number): void;
  /** out = f(x). `parameter`: slope of leakyRelu, α of elu, exponent of pow; others ignore it. */
  unary(name: UnaryName, x: number, out: number, n: number, parameter: number): void;
  /** dx = g · f′(x), given x and y = f(x). dx may be g. */
  unaryBackward(
    name: UnaryName,
    x: number,
    y: number,
    g: number,
    dx: number,
    n: number,
    parameter: number,
  ): void;

  // Reductions.
  sum(a: number, n: number): number;
  sumSquares(a: number, n: number): number;
  /** 1 when every number is finite, else 0. */
  allFinite(a: number, n: number): number;
  /** out[j] = Σᵢ a[i, j]; adds to out when accumulate. */
  sumRows(a: number, out: number, rows: number, columns: number, accumulate: number): void;
  /** out[i] = Σⱼ a[i, j] */
  sumColumns(a: number, out: number, rows: number, columns: number): void;

  // Matrix products.
  /**
   * C (m, n) = A (m, k) · B (k, n), added to C when accumulate. With transposeA the block a holds Aᵀ, (k, m) row-major; with
   * transposeB the block b holds Bᵀ, (n, k). Flags are 0 or 1.
   */
  matmul(
    a: number,
    transposeA: number,
    b: number,
    transposeB: number,
    c: number,
    m: number,
    n: number,
    k: number,
    accumulate: number,
  ): void;
  /** out (m, n) = x (m, k) · w (k, n) + bias (n), then max(·, 0) when relu. bias may be NONE. */
  linear(
    x: number,
    w: number,
    bias: number,
    out: number,
    m: number,
    k: number,
    n: number,
    relu: number,
  ): void;
  /**
   * Gradients of `linear`: y is its output, g (m, n) is overwritten by the masked gradient when relu. Writes dx = g wᵀ, dw = xᵀ g,
   * dbias = Σ rows of g; each may be NONE; dw and dbias are added to when accumulate.
   */
  linearBackward(
    x: number,
    w: number,
    y: number,
    g: number,
    dx: number,
    dw: number,
    dbias: number,
    m: number,
    k: number,
    n: number,
    relu: number,
    accumulate: number,
  ): void;

  // Softmax over rows, with the largest logit subtracted first. out may be x.
  softmax(x: number, out: number, rows: number, columns: number): void;
  /** dx = y · (g − Σ g y), row by row. */
  softmaxBackward(y: number, g: number, dx: number, rows: number, columns: number): void;
  logSoftmax(x: number, out: number, rows: number, columns: number): void;
  /** dx = g − softmax(x) · Σ g, with y = logSoftmax(x). */
  logSoftmaxBackward(y: number, g: number, dx: number, rows: number, columns: number): void;
  /**
   * Sum over rows of the cross-entropy −Σ t log softmax(logits), where t puts 1 − smoothing on the label (a whole number stored as
   * float) and smoothing / columns on every class. Writes the probabilities.
   */
  crossEntropy(
    logits: number,
    labels: number,
    probabilities: number,
    rows: number,
    columns: number,
    smoothing: number,
  ): number;
  /** dx = (probabilities − t) · scale */
  crossEntropyBackward(
    probabilities: number,
    labels: number,
    dx: number,
    rows: number,
    columns: number,
    smoothing: number,
    scale: number,
  ): void;

  // Convolution (cross-correlation) and pooling.
  /** bias (outChannels) may be NONE; max(·, 0) at the end when relu. */
  conv2d(
    shape: ConvolutionShape,
    x: number,
    weight: number,
    bias: number,
    out: number,
    relu: number,
  ): void;
  /** dx (written). g is already masked by the ReLU. */
  conv2dBackwardInput(shape: ConvolutionShape, weight: number, g: number, dx: number): void;
  /** dweight and dbias (either may be NONE), added to when accumulate. */
  conv2dBackwardWeight(
    shape: ConvolutionShape,
    x: number,
    g: number,
    dweight: number,
    dbias: number,
    accumulate: number,
  ): void;
  /** The largest of each window; padding never wins; the first of equals wins, NaN wins. `chosen` gets its index in the plane, as a float. */
  maxPool2d(shape: PoolingShape, x: number, out: number, chosen: number): void;
  maxPool2dBackward(shape: PoolingShape, chosen: number, g: number, dx: number): void;
  /** Mean of each window; zeros of the padding are counted. */
  avgPool2d(shape: PoolingShape, x: number, out: number): void;
  avgPool2dBackward(shape: PoolingShape, g: number, dx: number): void;

  // Normalisation. x is (batch, channels, spatial).
  /** Mean and biased variance of each channel. */
  channelStatistics(
    x: number,
    mean: number,
    variance: number,
    batch: number,
    channels: number,
    spatial: number,
  ): void;
  /** out = (x − mean) · inverseDeviation · weight + bias (+ residual when not NONE), then max(·, 0) when relu. weight, bias may be NONE. */
  batchNorm(
    x: number,
    residual: number,
    mean: number,
    inverseDeviation: number,
    weight: number,
    bias: number,
    out: number,
    batch: number,
    channels: number,
    spatial: number,
    relu: number,
  ): void;
  /**
   * Gradients of batchNorm; y is its output. g is overwritten by the masked gradient when relu (that is then the gradient of the
   * residual). dweight and dbias are always written. With training = 1 mean and deviation depend on x too:
   * dx = weight · inverseDeviation · (g − mean(g) − x̂ · mean(g · x̂)); else dx = weight · inverseDeviation · g. dx may be NONE, or g.
   */
  batchNormBackward(
    x: number,
    y: number,
    mean: number,
    inverseDeviation: number,
    weight: number,
    g: number,
    dx: number,
    dweight: number,
    dbias: number,
    batch: number,
    channels: number,
    spatial: number,
    relu: number,
    training: number,
  ): void;
  /** Normalises each row; keeps mean and 1/√(variance + eps) of each row. weight, bias (columns) may be NONE. */
  layerNorm(
    x: number,
    weight: number,
    bias: number,
    out: number,
    mean: number,
    inverseDeviation: number,
    rows: number,
    columns: number,
    eps: number,
  ): void;
  /** dx, and dweight, dbias (NONE together or not at all), written. */
  layerNormBackward(
    x: number,
    mean: number,
    inverseDeviation: number,
    weight: number,
    g: number,
    dx: number,
    dweight: number,
    dbias: number,
    rows: number,
    columns: number,
  ): void;

  // Optimiser steps: parameter p (changed), gradient g (left alone), state (changed).
  /** g′ = g + weightDecay · p; v = momentum · v + (1 − dampening) · g′; p −= learningRate · (nesterov ? g′ + momentum · v : v). v is NONE without momentum. */
  sgd(
    p: number,
    g: number,
    v: number,
    n: number,
    learningRate: number,
    momentum: number,
    dampening: number,
    weightDecay: number,
    nesterov: number,
  ): void;
  /**
   * Adam: m = β₁ m + (1 − β₁) g, s = β₂ s + (1 − β₂) g², p −= learningRate · (m / correction1) / (√(s / correction2) + eps).
   * Before that: decoupled ? p −= learningRate · weightDecay · p : g += weightDecay · p.
   */
  adam(
    p: number,
    g: number,
    m: number,
    s: number,
    n: number,
    learningRate: number,
    beta1: number,
    beta2: number,
    eps: number,
    weightDecay: number,
    decoupled: number,
    correction1: number,
    correction2: number,
  ): void;
  /** s = α s + (1 − α) g²; step = g / (√s + eps); with momentum v = momentum · v + step and p −= learningRate · v, else p −= learningRate · step. */
  rmsprop(
    p: number,
    g: number,
    s: number,
    v: number,
    n: number,
    learningRate: number,
    alpha: number,
    eps: number,
    momentum: number,
    weightDecay: number,
  ): void;
  /** s += g²; p −= learningRate · g / (√s + eps) */
  adagrad(
    p: number,
    g: number,
    s: number,
    n: number,
    learningRate: number,
    eps: number,
    weightDecay: number,
  ): void;
}

/**
 * deterministic: WebAssembly with separate multiply and add: the same bits in every browser and in Node. fast: relaxed SIMD with
 * fused multiply-add where the machine has it. reference: the plain TypeScript twins.
 */
export type KernelMode = 'deterministic' | 'fast' | 'reference';

/** The kernels in use. */
export let kernels: Kernels = reference;

let mode: KernelMode = 'reference';

/**
 * Chooses the kernels: `'deterministic'` (the default), `'fast'` or `'reference'`. Returns the mode in force; where WebAssembly
 * SIMD is missing that is `'reference'`.
 */
export function useKernels(wanted: KernelMode): KernelMode {
  const compiled = wanted === 'reference' || memory === null ? null : instantiate(memory, wanted);
  kernels = compiled === null ? reference : { ...reference, ...compiled };
  mode = compiled === null ? 'reference' : wanted;
  return mode;
}

/** Kernels that do nothing, for measuring shapes. */
export function useNoKernels(): void {
  kernels = Object.fromEntries(
    Object.keys(reference).map((name) => [name, () => 0]),
  ) as unknown as Kernels;
}

/** The mode in force. */
export function kernelMode(): KernelMode {
  return mode;
}

useKernels('deterministic');
