// Making tensors: from lists, filled with one number, in rows, at random.

import { cat as joined, stack as stacked } from './ops/join.ts';
import { where as chosen } from './ops/choose.ts';
import { defaultGenerator, type Generator } from './random.ts';
import { checkShape, show, type Shape, sizeOf, expectWhole } from './shapes.ts';
import { asTensor, type Operand, shapeOf, Tensor } from './tensor.ts';

export interface TensorOptions {
  /** Is the gradient with respect to this tensor wanted? */
  readonly requiresGrad?: boolean;
}

export interface RandomOptions extends TensorOptions {
  /** Where the numbers come from; by default the stream that `manualSeed` sets. */
  readonly generator?: Generator;
}

export type Numbers =
  | number
  | boolean
  | readonly Numbers[]
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/**
 * A tensor from a number, nested lists or a typed array; `shape` arranges a flat list. The numbers are copied and stored as float32.
 *
 * @throws RangeError when rows differ in length or the shape does not fit
 *
 * @example
 * console.log(tensor([[1, 2, 3], [4, 5, 6]]).shape); // [2, 3]
 * console.log(tensor(new Uint8Array([1, 2, 3, 4]), { shape: [2, 2] }).tolist()); // [[1, 2], [3, 4]]
 */
export function tensor(values: Numbers, options: TensorOptions & { shape?: Shape } = {}): Tensor {
  const shape = measured(values);
  const numbers = new Float32Array(sizeOf(shape));
  fillFrom(values, shape, 0, numbers, 0);
  const wanted = options.shape ?? shape;
  checkShape(wanted, 'tensor');
  if (sizeOf(wanted) !== numbers.length)
    throw new RangeError(
      `tensor: ${numbers.length} numbers given for shape ${show(wanted)}, which has room for ${sizeOf(wanted)}`,
    );
  return made(numbers, wanted, options);
}

type Sizes = number[] | [shape: Shape, options?: TensorOptions];
type RandomSizes = number[] | [shape: Shape, options?: RandomOptions];

/** Zeros: `zeros(2, 3)` or `zeros([2, 3], { requiresGrad: true })`. */
export function zeros(...sizes: Sizes): Tensor {
  return full(shapeOf(sizes as number[]), 0, optionsOf(sizes));
}

/** Ones: `ones(2, 3)` or `ones([2, 3], options)`. */
export function ones(...sizes: Sizes): Tensor {
  return full(shapeOf(sizes as number[]), 1, optionsOf(sizes));
}

/** Every number is `value`. */
export function full(shape: Shape, value: number, options: TensorOptions = {}): Tensor {
  checkShape(shape, 'full');
  return made(new Float32Array(sizeOf(shape)).fill(value), shape, options);
}

/** Zeros in the shape of `other`. */
export function zerosLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return full(other.shape, 0, options);
}

/** Ones in the shape of `other`. */
export function onesLike(other: Tensor, options: TensorOptions = {}): Tensor {
  return full(other.shape, 1, options);
}

/** The identity matrix (n, n). */
export function eye(n: number, options: TensorOptions = {}): Tensor {
  const numbers = new Float32Array(n * n);
  for (let i = 0; i < n; i++) numbers[i * n + i] = 1;
  return made(numbers, [n, n], options);
}

/**
 * start, start + step, … below `end`: `arange(5)`, `arange(2, 5)`, `arange(0, 1, 0.25)`.
 *
 * @example
 * console.log(arange(0, 1, 0.25).tolist()); // [0, 0.25, 0.5, 0.75]
 */
export function arange(start: number, end?: number, step = 1): Tensor {
  const [from, to] = end === undefined ? [0, start] : [start, end];
  if (step === 0) throw new RangeError('arange: the step must not be 0');
  const count = Math.max(0, Math.ceil((to - from) / step));
  return made(
    Float32Array.from({ length: count }, (_, i) => from + i * step),
    [count],
    {},
  );
}

/** `steps` numbers from `start` to `end`, both included, equally far apart. */
export function linspace(start: number, end: number, steps: number): Tensor {
  const gap = (end - start) / Math.max(1, steps - 1);
  const at = (i: number) => (i === steps - 1 && steps > 1 ? end : start + i * gap);
  return made(
    Float32Array.from({ length: steps }, (_, i) => at(i)),
    [steps],
    {},
  );
}

/** Uniform in [0, 1). */
export function rand(...sizes: RandomSizes): Tensor {
  const { generator = defaultGenerator, ...options } = optionsOf(sizes) as RandomOptions;
  return drawn(shapeOf(sizes as number[]), () => generator.uniform(), options);
}

/**
 * Normally distributed with mean 0 and standard deviation 1.
 *
 * @example
 * manualSeed(3);
 * console.log(Math.abs(randn(10000).mean().item()) < 0.05); // true
 */
export function randn(...sizes: RandomSizes): Tensor {
  const { generator = defaultGenerator, ...options } = optionsOf(sizes) as RandomOptions;
  return drawn(shapeOf(sizes as number[]), () => generator.normal(), options);
}

/** Whole numbers from `low` to `high` − 1. */
export function randint(
  low: number,
  high: number,
  shape: Shape,
  options: RandomOptions = {},
): Tensor {
  const { generator = defaultGenerator, ...rest } = options;
  return drawn(shape, () => low + generator.integer(high - low), rest);
}

/** The numbers 0 to n − 1 in random order. */
export function randperm(n: number, { generator = defaultGenerator }: RandomOptions = {}): Tensor {
  return made(generator.shuffle(Float32Array.from({ length: n }, (_, i) => i)), [n], {});
}

/**
 * Each label as a row with a 1 in its place.
 *
 * @example
 * console.log(oneHot([2, 0], 3).tolist()); // [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(labels: ArrayLike<number> | Tensor, classes: number): Tensor {
  const list = labels instanceof Tensor ? labels.data : labels;
  const numbers = new Float32Array(list.length * classes);
  for (let i = 0; i < list.length; i++) {
    expectWhole(list[i], 0, classes - 1, `oneHot: label ${i}`);
    numbers[i * classes + list[i]] = 1;
  }
  return made(numbers, [list.length, classes], {});
}

/** Tensors joined along an existing dimension. */
export function cat(tensors: readonly Tensor[], dim = 0): Tensor {
  return joined(tensors, dim);
}

/** Tensors of one shape joined along a new dimension. */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  return stacked(tensors, dim);
}

/** a where `condition` is not 0, else b. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  return chosen(condition, asTensor(a), asTensor(b));
}

/** The grid of all pairs: two tensors of shape (x.numel, y.numel), as PyTorch with indexing 'ij'. */
export function meshgrid(x: Tensor, y: Tensor): [Tensor, Tensor] {
  const shape = [x.numel, y.numel];
  return [x.reshape(-1, 1).expand(shape), y.reshape(1, -1).expand(shape)];
}

function made(numbers: Float32Array, shape: Shape, options: TensorOptions): Tensor {
  const result = Tensor.from(numbers, [...shape]);
  result.requiresGrad = options.requiresGrad ?? false;
  return result;
}

function drawn(shape: Shape, draw: () => number, options: TensorOptions): Tensor {
  checkShape(shape, 'random');
  const numbers = new Float32Array(sizeOf(shape));
  for (let i = 0; i < numbers.length; i++) numbers[i] = draw();
  return made(numbers, shape, options);
}

function optionsOf(sizes: Sizes | RandomSizes): RandomOptions {
  return typeof sizes[0] === 'object' ? ((sizes[1] as RandomOptions | undefined) ?? {}) : {};
}

type List = readonly Numbers[] | Float32Array;

function isList(values: Numbers): values is List {
  return typeof values === 'object';
}

/** The shape of nested lists, judged by the first of each. */
function measured(values: Numbers): number[] {
  if (!isList(values)) return [];
  if (values.length === 0 || !isList(values[0])) return [values.length];
  return [values.length, ...measured(values[0])];
}

/** Copies nested lists into `numbers` from `at` on; returns where it ended. */
function fillFrom(
  values: Numbers,
  shape: Shape,
  dim: number,
  numbers: Float32Array,
  at: number,
): number {
  if (!isList(values)) {
    if (dim !== shape.length)
      throw new RangeError(`tensor: a number stands where a list of ${shape[dim]} was expected`);
    if (typeof values !== 'number' && typeof values !== 'boolean')
      throw new TypeError(`tensor: found ${String(values)} where a number was expected`);
    numbers[at] = Number(values);
    return at + 1;
  }
  if (dim === shape.length)
    throw new RangeError('tensor: a list stands where a number was expected');
  if (values.length !== shape[dim])
    throw new RangeError(
      `tensor: one list has ${values.length} entries and another ${shape[dim]}; all lists of a dimension must be equally long`,
    );
  if (values instanceof Float32Array) {
    numbers.set(values, at);
    return at + values.length;
  }
  for (let i = 0; i < values.length; i++) at = fillFrom(values[i], shape, dim + 1, numbers, at);
  return at;
}
