// Arithmetic of shapes, and what to say when shapes do not fit.

export type Shape = readonly number[];

/** Number of numbers in a tensor of this shape. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i];
  return size;
}

export function isSameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** `(32, 64)`; a tensor without dimensions is `()`. */
export function show(shape: Shape): string {
  return `(${shape.join(', ')})`;
}

/** How far apart neighbours along each dimension stand in a row-major block. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i];
  }
  return strides;
}

/** The shape of the result when `a` and `b` are stretched to fit: sizes are compared from the right, and a 1 stretches. */
export function broadcastShapes(a: Shape, b: Shape, operation: string): Shape {
  if (isSameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const sizeA = i <= a.length ? a[a.length - i] : 1;
    const sizeB = i <= b.length ? b[b.length - i] : 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new RangeError(
        `${operation}: ${show(a)} and ${show(b)} do not fit: counted from the right, dimension ${i} is ${sizeA} in one and ${sizeB} in the other (sizes must be equal, or one of them 1)`,
      );
    }
    shape[rank - i] = sizeA === 1 ? sizeB : sizeA;
  }
  return shape;
}

/** Turns −1 into the last dimension and refuses what is outside. */
export function dimension(dim: number, rank: number, operation: string): number {
  const result = dim < 0 ? dim + rank : dim;
  if (!Number.isInteger(dim) || result < 0 || result >= rank) {
    throw new RangeError(
      rank === 0
        ? `${operation}: there is no dimension ${dim}: this tensor is a single number`
        : `${operation}: there is no dimension ${dim}: this tensor has ${rank} (0 to ${rank - 1}, or −1 for the last)`,
    );
  }
  return result;
}

/** A list of dimensions in rising order; undefined means all of them. */
export function dimensions(
  dims: number | readonly number[] | undefined,
  rank: number,
  operation: string,
): number[] {
  if (dims === undefined) return Array.from({ length: rank }, (_, i) => i);
  const list = (typeof dims === 'number' ? [dims] : dims).map((d) => dimension(d, rank, operation));
  if (new Set(list).size !== list.length)
    throw new RangeError(
      `${operation}: a dimension is named twice in [${[dims].flat().join(', ')}]`,
    );
  return list.sort((a, b) => a - b);
}

/** The shape without `dims`, or with size 1 in their place. */
export function reducedShape(shape: Shape, dims: readonly number[], keepdim: boolean): number[] {
  if (keepdim) return shape.map((size, d) => (dims.includes(d) ? 1 : size));
  return shape.filter((_, d) => !dims.includes(d));
}

/** Fills in the one −1 of a wanted shape and checks that the number of numbers stays the same. */
export function resolveShape(wanted: Shape, from: Shape, operation: string): Shape {
  const size = sizeOf(from);
  const open = wanted.indexOf(-1);
  if (open >= 0) {
    const rest = -sizeOf(wanted);
    if (wanted.indexOf(-1, open + 1) >= 0)
      throw new RangeError(`${operation}: only one size of ${show(wanted)} may be −1`);
    if (rest > 0 ? size % rest !== 0 : true)
      throw new RangeError(
        `${operation}: ${show(from)} has ${size} numbers, which do not divide evenly into ${show(wanted)}`,
      );
    return wanted.map((s) => (s === -1 ? size / rest : s));
  }
  checkShape(wanted, operation);
  if (sizeOf(wanted) !== size)
    throw new RangeError(
      `${operation}: ${show(from)} has ${size} numbers and ${show(wanted)} has room for ${sizeOf(wanted)}`,
    );
  return wanted;
}

/** Sizes must be whole and not negative. */
export function checkShape(shape: Shape, operation: string): void {
  for (const size of shape)
    if (!Number.isInteger(size) || size < 0)
      throw new RangeError(
        `${operation}: a size must be a whole number, 0 or more; found ${size} in ${show(shape)}`,
      );
}

/** Refuses a shape that has another number of dimensions than `pattern`, such as `(N, C, H, W)`. */
export function expectShape(shape: Shape, pattern: string, what: string): void {
  if (shape.length !== pattern.split(',').length)
    throw new RangeError(`${what} must have shape ${pattern}; found ${show(shape)}`);
}

/** Refuses anything but a whole number from `low` to `high`. */
export function expectWhole(value: number, low: number, high: number, what: string): void {
  if (!(Number.isInteger(value) && value >= low && value <= high))
    throw new RangeError(`${what} must be a whole number from ${low} to ${high}; found ${value}`);
}
