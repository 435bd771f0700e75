// The arithmetic of sliding windows: output sizes, which inputs a window reads, how far a stack of layers sees.

/** A window along one dimension. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** ⌊(n + 2P − D(K − 1) − 1)/S⌋ + 1, and 0 when the window is wider than the padded input. */
export function outputSize(n: number, { kernel, stride, padding, dilation }: Window): number {
  const room = n + 2 * padding - dilation * (kernel - 1) - 1;
  return room < 0 ? 0 : Math.floor(room / stride) + 1;
}

/** Positions in the input that output `index` reads; below 0 or from n on they lie in the padding. */
export function taps(index: number, { kernel, stride, padding, dilation }: Window): number[] {
  const first = index * stride - padding;
  return Array.from({ length: kernel }, (_, k) => first + k * dilation);
}

/** A layer of a stack: a convolution or a pooling, alike for what they see. */
export interface Layer {
  readonly kind: 'conv' | 'pool';
  readonly kernel: number;
  readonly stride: number;
}

/** What one unit after a layer sees of the input: `field` pixels, and neighbours are `jump` pixels apart. */
export interface View {
  readonly field: number;
  readonly jump: number;
}

/** The recurrence r ← r + (K − 1) j, j ← j S, from r = j = 1 at the input; one entry more than there are layers. */
export function receptiveFields(layers: readonly Layer[]): View[] {
  const views: View[] = [{ field: 1, jump: 1 }];
  for (const { kernel, stride } of layers) {
    const { field, jump } = views.at(-1)!;
    views.push({ field: field + (kernel - 1) * jump, jump: jump * stride });
  }
  return views;
}

/** A range of units, both ends counted. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Which units of every level feed the units `range` of the last: level 0 is the input. Windows start at their
 * unit's first tap, without padding, so that ranges never leave the picture.
 */
export function trace(layers: readonly Layer[], range: Range): Range[] {
  const levels: Range[] = [range];
  for (const { kernel, stride } of layers.toReversed()) {
    const { from, to } = levels[0]!;
    levels.unshift({ from: from * stride, to: to * stride + kernel - 1 });
  }
  return levels;
}

/** How many units each level needs so that the last has `count`: level 0 is the input. */
export function levelSizes(layers: readonly Layer[], count: number): number[] {
  return trace(layers, { from: 0, to: count - 1 }).map(({ to }) => to + 1);
}
