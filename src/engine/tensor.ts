// The tensor: numbers with a shape, and what is needed to differentiate a result with respect to them. The methods here are the public
// face; each one hands over to the operation in `ops/` that does the work and has its gradient beside it. This file is long because
// it lists everything a tensor can do.

import { backward, isGradEnabled, type Operation } from './autograd.ts';
import { kernels } from './kernels/kernels.ts';
import * as arithmetic from './ops/arithmetic.ts';
import { internally } from './ops/broadcast.ts';
import * as choose from './ops/choose.ts';
import * as join from './ops/join.ts';
import { matmul } from './ops/matmul.ts';
import * as reduce from './ops/reduce.ts';
import { logSoftmax, softmax } from './ops/softmax.ts';
import * as moves from './ops/strided.ts';
import { clamp, unary } from './ops/unary.ts';
import * as views from './ops/views.ts';
import { show as showTensor } from './show.ts';
import { dimension, isSameShape, show, type Shape, sizeOf, stridesOf } from './shapes.ts';
import {
  addressOf,
  copyNumbers,
  copyOf,
  type Floats,
  letGo,
  markChanged,
  numberAt,
  reserveInternal,
  safePoint,
  type Storage,
  storageOf,
} from './storage.ts';

export type Operand = Tensor | number;
export type Dims = reduce.Dims;
/** Numbers nested in lists, as deep as the tensor has dimensions. */
export type Nested = number | Nested[];

/**
 * Numbers (float32) in rows, rows of rows, and so on. Make one with `tensor`, `zeros`, `randn` …; combine them with the methods.
 *
 * @example
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(x.mul(x).sum(1).tolist()); // [5, 25]
 */
export class Tensor {
  /** The size of each dimension; a single number has shape []. */
  readonly shape: Shape;
  /** How many numbers there are. */
  readonly numel: number;
  /** Is the gradient with respect to this tensor wanted? True for parameters and for everything computed from them. */
  requiresGrad = false;

  // What follows up to the constructor is for the engine alone.

  /** @internal Where the numbers are, see storage.ts. */
  readonly storage: Storage;
  /** @internal Where they begin there. */
  readonly offset: number;
  /** @internal The operation that made this tensor, see autograd.ts; null for a leaf. */
  operation: Operation | null = null;
  /** @internal What it was made from. */
  inputs: readonly Tensor[] = NO_TENSORS;
  /** @internal What backward will need besides. */
  saved: Storage[] | null = null;
  /** @internal Settings of the operation. */
  options: unknown = null;
  /** @internal Number of its creation: later results have larger ones. */
  order = 0;
  /** @internal Tells changes in place. */
  versions = 0;
  /** @internal The last walk through the graph that came by. */
  visit = 0;
  /** @internal The gradient: gathered in a leaf, on its way through a result. */
  gradient: Storage | null = null;
  /** @internal Was `retainGrad` called? */
  retainsGrad = false;
  /** @internal The gradient of a result, kept for `grad`. */
  retained: Storage | null = null;

  constructor(shape: Shape, storage: Storage, offset = 0) {
    this.shape = shape;
    this.numel = sizeOf(shape);
    this.storage = storage;
    this.offset = offset;
  }

  /** @internal A tensor that owns `values` from now on. */
  static from(values: Floats, shape: Shape): Tensor {
    return new Tensor(shape, storageOf(values));
  }

  // ——— Reading ———

  /** Number of dimensions. */
  get ndim(): number {
    return this.shape.length;
  }

  /** The size of one dimension; −1 is the last. */
  size(dim: number): number {
    return this.shape[dimension(dim, this.ndim, 'size')];
  }

  /**
   * All numbers in row-major order: a copy, safe to keep. Writing into it does not change the tensor.
   *
   * @example
   * console.log(tensor([[1, 2], [3, 4]]).data); // Float32Array [1, 2, 3, 4]
   */
  get data(): Float32Array {
    const { storage } = this;
    const isWhole = this.offset === 0 && this.numel === storage.size;
    if (isWhole && storage.snapshot !== null) return storage.snapshot as Float32Array;
    const copy = copyOf(storage, this.offset, this.numel);
    if (isWhole) storage.snapshot = copy;
    return copy as Float32Array;
  }

  /**
   * The one number of a tensor with one element.
   *
   * @throws Error when there are more, or none
   */
  item(): number {
    if (this.numel !== 1)
      throw new Error(
        `item: needs a tensor with one number; this one has shape ${show(this.shape)}`,
      );
    return numberAt(this.storage, this.offset);
  }

  /**
   * The number at the given position; negative positions count from the end.
   *
   * @example
   * console.log(tensor([[1, 2], [3, 4]]).at(1, 0)); // 3
   */
  at(...position: number[]): number {
    if (position.length !== this.ndim)
      throw new RangeError(`at: ${position.length} positions given for shape ${show(this.shape)}`);
    const strides = stridesOf(this.shape);
    let place = this.offset;
    for (let d = 0; d < position.length; d++) {
      const index = position[d] < 0 ? position[d] + this.shape[d] : position[d];
      if (!(index >= 0 && index < this.shape[d]))
        throw new RangeError(
          `at: there is no position ${position[d]} in dimension ${d} of ${show(this.shape)}`,
        );
      place += index * strides[d];
    }
    return numberAt(this.storage, place);
  }

  /**
   * The numbers as nested lists.
   *
   * @example
   * console.log(ones(2, 2).tolist()); // [[1, 1], [1, 1]]
   */
  tolist(): Nested {
    const { data, shape } = this;
    const build = (dim: number, start: number, size: number): Nested => {
      if (dim === shape.length) return data[start];
      const step = size / Math.max(1, shape[dim]);
      return Array.from({ length: shape[dim] }, (_, i) => build(dim + 1, start + i * step, step));
    };
    return build(0, 0, this.numel);
  }

  /** The tensor as text, shortened in the middle when it is long. */
  toString(): string {
    return showTensor(this);
  }

  // ——— Differentiating ———

  /** The gradient gathered by `backward`, or null. It has this tensor's shape. */
  get grad(): Tensor | null {
    const gradient = this.operation === null ? this.gradient : this.retained;
    if (gradient === null) return null;
    gradient.isHeld = true;
    return new Tensor(this.shape, gradient);
  }

  set grad(value: Tensor | null) {
    if (value !== null && !isSameShape(value.shape, this.shape))
      throw new RangeError(
        `grad: shape ${show(value.shape)} given for a tensor of shape ${show(this.shape)}`,
      );
    this.zeroGrad();
    if (value !== null) this.gradient = value.clone().storage;
  }

  /** Forgets the gradient: `grad` is null until the next `backward`. */
  zeroGrad(): void {
    if (this.gradient === null) return;
    letGo(this.gradient);
    this.gradient = null;
  }

  /** Was this tensor made by the reader, not computed from others that need gradients? */
  get isLeaf(): boolean {
    return this.operation === null;
  }

  /** The name of the operation that made this tensor, or null for a leaf. */
  get gradFn(): string | null {
    return this.operation?.name ?? null;
  }

  /** Says that the gradient with respect to this leaf is wanted, or no longer. */
  requiresGrad_(wanted = true): this {
    if (this.operation !== null)
      throw new Error(
        'requiresGrad_: only for leaves; call detach() first to cut this tensor out of its graph',
      );
    this.requiresGrad = wanted;
    return this;
  }

  /** Keeps the gradient of this result, which is otherwise dropped on the way, in `grad`. */
  retainGrad(): this {
    this.retainsGrad = true;
    return this;
  }

  /** @internal Stores a copy of the gradient of a result for `grad`. */
  keepGradient(gradient: Storage): void {
    const copy = reserveInternal(gradient.size);
    copyNumbers(gradient, 0, copy, gradient.size);
    this.retained = copy;
  }

  /**
   * Computes the gradient of this number with respect to every leaf it was computed from and adds it to their `grad`. A tensor with
   * more than one number needs `gradient`, the ∂L/∂this to start from. The graph is consumed unless `retainGraph`.
   *
   * @throws Error for more than one number without `gradient`, for a tensor that nothing requiring a gradient went into, for a
   * graph that was consumed before
   *
   * @example
   * const x = tensor(3, { requiresGrad: true });
   * x.mul(x).add(x).backward();
   * console.log(x.grad.item()); // 7
   */
  backward({
    gradient,
    retainGraph = false,
  }: { gradient?: Tensor; retainGraph?: boolean } = {}): void {
    if (!this.requiresGrad)
      throw new Error(
        'backward: nothing here requires a gradient. Make the parameters with { requiresGrad: true }, and compute the loss outside noGrad.',
      );
    if (gradient === undefined && this.numel !== 1)
      throw new Error(
        `backward: needs a single number to start from, and this tensor has shape ${show(this.shape)}. Reduce it with sum() or mean(), or pass backward({ gradient }).`,
      );
    if (gradient !== undefined && !isSameShape(gradient.shape, this.shape))
      throw new RangeError(
        `backward: gradient ${show(gradient.shape)} given for a result ${show(this.shape)}`,
      );
    const seed = reserveInternal(this.numel);
    if (gradient === undefined) kernels.fill(addressOf(seed), 1, 1);
    else kernels.copy(addressOfTensor(gradient), addressOf(seed), this.numel);
    backward(this, seed, retainGraph);
  }

  /** The same numbers outside the graph; shared, not copied. */
  detach(): Tensor {
    return views.detach(this);
  }

  /** A copy; gradients flow through it. */
  clone(): Tensor {
    return arithmetic.affine(this, 1, 0);
  }

  // ——— Arithmetic: with a number or a tensor, whose shapes broadcast ———

  /** this + other */
  add(other: Operand): Tensor {
    return arithmetic.add(this, other);
  }

  /** this − other */
  sub(other: Operand): Tensor {
    return arithmetic.sub(this, other);
  }

  /** this · other, elementwise */
  mul(other: Operand): Tensor {
    return arithmetic.mul(this, other);
  }

  /** this / other, elementwise */
  div(other: Operand): Tensor {
    return arithmetic.div(this, other);
  }

  /** −this */
  neg(): Tensor {
    return arithmetic.affine(this, -1, 0);
  }

  /** Each number to the power `exponent`, a plain number. */
  pow(exponent: number): Tensor {
    return unary('pow', this, exponent);
  }

  /** The larger of two, elementwise. */
  maximum(other: Operand): Tensor {
    return arithmetic.maximum(this, asTensor(other));
  }

  /** The smaller of two, elementwise. */
  minimum(other: Operand): Tensor {
    return arithmetic.minimum(this, asTensor(other));
  }

  /**
   * Matrix product (m, k) × (k, n) → (m, n). A vector counts as a row on the left and as a column on the right; leading
   * dimensions are batches.
   *
   * @throws RangeError such as `matmul: (32, 64) × (50, 10): the inner sizes 64 and 50 differ`
   *
   * @example
   * const a = tensor([[1, 2], [3, 4]]);
   * console.log(a.matmul(tensor([1, 10])).tolist()); // [21, 43]
   */
  matmul(other: Tensor): Tensor {
    return matmul(this, other);
  }

  // ——— Functions of one number ———

  /** eˣ */
  exp(): Tensor {
    return unary('exp', this);
  }

  /** Natural logarithm. */
  log(): Tensor {
    return unary('log', this);
  }

  /** √x */
  sqrt(): Tensor {
    return unary('sqrt', this);
  }

  /** |x|; its gradient at 0 is taken as 0. */
  abs(): Tensor {
    return unary('abs', this);
  }

  /** sin x, x in radians. */
  sin(): Tensor {
    return unary('sin', this);
  }

  /** cos x, x in radians. */
  cos(): Tensor {
    return unary('cos', this);
  }

  /** 1 / (1 + e⁻ˣ), safe for any x. */
  sigmoid(): Tensor {
    return unary('sigmoid', this);
  }

  /** Hyperbolic tangent. */
  tanh(): Tensor {
    return unary('tanh', this);
  }

  /** max(x, 0); its gradient at 0 is taken as 0. */
  relu(): Tensor {
    return unary('relu', this);
  }

  /** x where x > 0, else slope · x. */
  leakyRelu(slope = 0.01): Tensor {
    return unary('leakyRelu', this, slope);
  }

  /** x where x > 0, else α (eˣ − 1). Clevert et al. 2015. */
  elu(alpha = 1): Tensor {
    return unary('elu', this, alpha);
  }

  /** x Φ(x), Φ the cumulative normal distribution. Hendrycks and Gimpel 2016. */
  gelu(): Tensor {
    return unary('gelu', this);
  }

  /** ln(1 + eˣ), safe for any x. */
  softplus(): Tensor {
    return unary('softplus', this);
  }

  /** x σ(x), also called swish. */
  silu(): Tensor {
    return unary('silu', this);
  }

  /** Numbers below `min` become `min`, above `max` become `max`. */
  clamp(min = -Infinity, max = Infinity): Tensor {
    return clamp(this, min, max);
  }

  /**
   * e^xᵢ / Σ e^xⱼ along `dim`: positive numbers that add up to 1.
   *
   * @example
   * console.log(tensor([1000, 1000]).softmax(0).tolist()); // [0.5, 0.5]
   */
  softmax(dim: number): Tensor {
    return softmax(this, dim);
  }

  /** The logarithm of softmax, computed without overflow or loss of digits. */
  logSoftmax(dim: number): Tensor {
    return logSoftmax(this, dim);
  }

  // ——— Many to few. `dim`: one dimension, a list, or nothing for all; `keepdim` leaves size 1 in their place ———

  /** Sum over `dim`. */
  sum(dim?: Dims, keepdim = false): Tensor {
    return reduce.sum(this, dim, keepdim);
  }

  /** Mean over `dim`. */
  mean(dim?: Dims, keepdim = false): Tensor {
    return reduce.mean(this, dim, keepdim);
  }

  /** Σ (x − mean)² / (n − correction); PyTorch's `var`. `correction` 1 estimates from a sample, 0 describes what is there. */
  variance(dim?: Dims, { correction = 1, keepdim = false } = {}): Tensor {
    return reduce.variance(this, dim, correction, keepdim);
  }

  /** The square root of `variance`. */
  std(dim?: Dims, options: { correction?: number; keepdim?: boolean } = {}): Tensor {
    return this.variance(dim, options).sqrt();
  }

  /** The length √Σ x². */
  norm(dim?: Dims, keepdim = false): Tensor {
    return reduce.norm(this, dim, keepdim);
  }

  /** log Σ eˣ along `dim`, without overflow. */
  logsumexp(dim: number, keepdim = false): Tensor {
    return reduce.logsumexp(this, dim, keepdim);
  }

  /**
   * The largest number; with `dim`, the largest along it and the index where it stands (the first of equals).
   *
   * @example
   * const { values, indices } = tensor([[1, 5], [7, 2]]).max(1);
   * console.log(values.tolist(), indices.tolist()); // [5, 7] [1, 0]
   */
  max(): Tensor;
  max(dim: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
  max(dim?: number, keepdim = false): Tensor | { values: Tensor; indices: Tensor } {
    if (dim === undefined) return choose.extreme(this.reshape(-1), 'max', 0, false).values;
    return choose.extreme(this, 'max', dim, keepdim);
  }

  /** The smallest number; with `dim`, the smallest along it and the index where it stands. */
  min(): Tensor;
  min(dim: number, keepdim?: boolean): { values: Tensor; indices: Tensor };
  min(dim?: number, keepdim = false): Tensor | { values: Tensor; indices: Tensor } {
    if (dim === undefined) return choose.extreme(this.reshape(-1), 'min', 0, false).values;
    return choose.extreme(this, 'min', dim, keepdim);
  }

  /** The largest along `dim`, without the indices. */
  amax(dim: number, keepdim = false): Tensor {
    return choose.extreme(this, 'max', dim, keepdim).values;
  }

  /** The smallest along `dim`, without the indices. */
  amin(dim: number, keepdim = false): Tensor {
    return choose.extreme(this, 'min', dim, keepdim).values;
  }

  /** The index of the largest along `dim`, or in the whole flattened tensor. */
  argmax(dim?: number, keepdim = false): Tensor {
    const source = this.detach();
    if (dim === undefined) return choose.extreme(source.reshape(-1), 'max', 0, false).indices;
    return choose.extreme(source, 'max', dim, keepdim).indices;
  }

  /** The index of the smallest along `dim`, or in the whole flattened tensor. */
  argmin(dim?: number, keepdim = false): Tensor {
    const source = this.detach();
    if (dim === undefined) return choose.extreme(source.reshape(-1), 'min', 0, false).indices;
    return choose.extreme(source, 'min', dim, keepdim).indices;
  }

  // ——— Comparisons: 1 where true, 0 where false ———

  /** this = other */
  eq(other: Operand): Tensor {
    return choose.compare('eq', this, other);
  }

  /** this ≠ other */
  ne(other: Operand): Tensor {
    return choose.compare('ne', this, other);
  }

  /** this < other */
  lt(other: Operand): Tensor {
    return choose.compare('lt', this, other);
  }

  /** this ≤ other */
  le(other: Operand): Tensor {
    return choose.compare('le', this, other);
  }

  /** this > other */
  gt(other: Operand): Tensor {
    return choose.compare('gt', this, other);
  }

  /** this ≥ other */
  ge(other: Operand): Tensor {
    return choose.compare('ge', this, other);
  }

  // ——— Shape ———

  /**
   * The same numbers, in the same order, under another shape; one size may be −1 and is worked out.
   *
   * @example
   * console.log(arange(6).reshape(2, -1).tolist()); // [[0, 1, 2], [3, 4, 5]]
   */
  reshape(...shape: number[] | [Shape]): Tensor {
    return views.reshape(this, shapeOf(shape));
  }

  /** The same as `reshape`. */
  view(...shape: number[] | [Shape]): Tensor {
    return views.reshape(this, shapeOf(shape), 'view');
  }

  /** Joins all dimensions from `startDim` on into one. */
  flatten(startDim = 0): Tensor {
    return views.flatten(this, startDim);
  }

  /** Without dimensions of size 1 (or without `dim` if its size is 1). */
  squeeze(dim?: number): Tensor {
    return views.squeeze(this, dim);
  }

  /** With a new dimension of size 1 at `dim`. */
  unsqueeze(dim: number): Tensor {
    return views.unsqueeze(this, dim);
  }

  /** Two dimensions swapped. */
  transpose(a: number, b: number): Tensor {
    return moves.transpose(this, a, b);
  }

  /** The transpose of a matrix. */
  get T(): Tensor {
    if (this.ndim !== 2) throw new RangeError(`T: needs a matrix, found shape ${show(this.shape)}`);
    return moves.transpose(this, 0, 1);
  }

  /** The dimensions in another order. */
  permute(...order: number[] | [Shape]): Tensor {
    return moves.permute(this, shapeOf(order));
  }

  /** Dimensions of size 1 repeated up to `shape`. */
  expand(...shape: number[] | [Shape]): Tensor {
    return moves.expand(this, shapeOf(shape));
  }

  /**
   * `length` slices along `dim`, from `start` on.
   *
   * @example
   * console.log(arange(5).narrow(0, 1, 3).tolist()); // [1, 2, 3]
   */
  narrow(dim: number, start: number, length: number): Tensor {
    if (dim === 0 && !(this.requiresGrad && isGradEnabled()) && start >= 0)
      return views.rows(this, start, length);
    return moves.narrow(this, dim, start, length);
  }

  /** One slice along `dim`, which disappears from the shape. */
  select(dim: number, index: number): Tensor {
    return moves.select(this, dim, index);
  }

  /** The slices at `indices` along `dim`. */
  indexSelect(dim: number, indices: ArrayLike<number> | Tensor): Tensor {
    return choose.indexSelect(this, dim, indices instanceof Tensor ? indices.data : indices);
  }

  /** result[i][j] = this[i][index[i][j]] for dim 1, and so on for the other dimensions. */
  gather(dim: number, index: Tensor): Tensor {
    return choose.gather(this, dim, index);
  }

  /** A frame of `value`: [left, right, top, bottom, …] around the last dimensions. */
  pad(amounts: readonly number[], value = 0): Tensor {
    return join.pad(this, amounts, value);
  }

  /** Turned round along the given dimensions. */
  flip(dims: number | readonly number[]): Tensor {
    return moves.flip(this, typeof dims === 'number' ? [dims] : dims);
  }

  // ——— In place: for leaves, inside noGrad when they require a gradient ———

  /** Adds `other` to every number here. */
  add_(other: Operand): this {
    return this.overwrite('add_', (self) => arithmetic.add(self, other));
  }

  /** Subtracts `other` from every number here. */
  sub_(other: Operand): this {
    return this.overwrite('sub_', (self) => arithmetic.sub(self, other));
  }

  /** Multiplies every number here by `other`. */
  mul_(other: Operand): this {
    return this.overwrite('mul_', (self) => arithmetic.mul(self, other));
  }

  /** Divides every number here by `other`. */
  div_(other: Operand): this {
    return this.overwrite('div_', (self) => arithmetic.div(self, other));
  }

  /** Clamps every number here. */
  clamp_(min = -Infinity, max = Infinity): this {
    return this.overwrite('clamp_', (self) => clamp(self, min, max));
  }

  /** Sets every number here to `value`. */
  fill_(value: number): this {
    this.checkWritable('fill_');
    kernels.fill(addressOfTensor(this), this.numel, value);
    markChanged(this.storage);
    return this;
  }

  /** Sets every number here to 0. */
  zero_(): this {
    return this.fill_(0);
  }

  /** Takes over the numbers of `source`, a tensor of the same shape or a list of as many numbers. */
  copy_(source: Tensor | ArrayLike<number>): this {
    const isTensor = source instanceof Tensor;
    if (isTensor ? !isSameShape(source.shape, this.shape) : source.length !== this.numel)
      throw new RangeError(
        `copy_: ${isTensor ? show(source.shape) : `${source.length} numbers`} into a tensor of shape ${show(this.shape)}`,
      );
    const from = isTensor ? source : Tensor.from(Float32Array.from(source), this.shape);
    this.checkWritable('copy_');
    safePoint();
    return this.takeOver(from);
  }

  private overwrite(name: string, compute: (self: Tensor) => Tensor): this {
    this.checkWritable(name);
    const result = internally(() => compute(this.detach()));
    if (result.requiresGrad)
      throw new Error(
        `${name}: no gradient flows through a change in place; use ${name.slice(0, -1)}, or noGrad`,
      );
    if (!isSameShape(result.shape, this.shape))
      throw new RangeError(
        `${name}: the result has shape ${show(result.shape)} and does not fit into ${show(this.shape)}`,
      );
    this.takeOver(result);
    letGo(result.storage);
    return this;
  }

  private takeOver(source: Tensor): this {
    kernels.copy(addressOfTensor(source), addressOfTensor(this), this.numel);
    markChanged(this.storage);
    return this;
  }

  private checkWritable(name: string): void {
    if (this.operation !== null)
      throw new Error(
        `${name}: this tensor was computed by ${this.gradFn} and belongs to a graph; use ${name.slice(0, -1)} and keep the result`,
      );
    if (this.requiresGrad && isGradEnabled())
      throw new Error(`${name}: this tensor requires a gradient; change it inside noGrad(() => …)`);
  }
}

const NO_TENSORS: readonly Tensor[] = [];

/** Where the numbers of `tensor` begin in the heap. */
export function addressOfTensor(tensor: Tensor): number {
  return addressOf(tensor.storage) + tensor.offset;
}

/** A number as a tensor without dimensions. */
export function asTensor(value: Operand): Tensor {
  return typeof value === 'number' ? Tensor.from(new Float32Array([value]), []) : value;
}

/** Accepts sizes one by one or as one list. */
export function shapeOf(sizes: readonly number[] | readonly [Shape]): Shape {
  return typeof sizes[0] === 'object' ? sizes[0] : (sizes as readonly number[]);
}
