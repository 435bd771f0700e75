// The parts of a residual block, with the shape behind each, its parameters and its multiply-adds.

export interface BlockChoice {
  readonly kind: 'basic' | 'bottleneck';
  /** ReLU after the sum (2015), or normalisation and ReLU before each convolution (2016). */
  readonly order: 'post' | 'pre';
  readonly shortcut: 'identity' | 'zeros' | 'projection';
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: 1 | 2;
  /** Height and width of the picture that comes in. */
  readonly side: number;
}

/** Channels, height, width. */
export type Shape = readonly [channels: number, height: number, width: number];

export interface Part {
  readonly type: 'conv' | 'bn' | 'relu' | 'zeros';
  /** Of a convolution: kernel size and stride. */
  readonly kernel?: number;
  readonly stride?: number;
  readonly shape: Shape;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

export interface Block {
  readonly body: readonly Part[];
  readonly shortcut: readonly Part[];
  /** Behind the sum. */
  readonly after: readonly Part[];
  readonly bodyShape: Shape;
  readonly shortcutShape: Shape;
  /** Can the two be added? */
  readonly fits: boolean;
  /** Zeros can only add channels, never take some away. */
  readonly isPossible: boolean;
  readonly bodyParameters: number;
  readonly shortcutParameters: number;
  readonly multiplyAdds: number;
}

export const isSame = (a: Shape, b: Shape): boolean => a.every((size, i) => size === b[i]);

export function buildBlock(choice: BlockChoice): Block {
  const { kind, order, inChannels, outChannels, stride, side } = choice;
  const input: Shape = [inChannels, side, side];
  const narrow = outChannels / 4;
  const convolutions =
    kind === 'basic'
      ? [
          { to: outChannels, kernel: 3, stride },
          { to: outChannels, kernel: 3, stride: 1 },
        ]
      : [
          { to: narrow, kernel: 1, stride: 1 },
          { to: narrow, kernel: 3, stride },
          { to: outChannels, kernel: 1, stride: 1 },
        ];
  const body: Part[] = [];
  let shape = input;
  convolutions.forEach(({ to, kernel, stride }, i) => {
    const isLast = i === convolutions.length - 1;
    if (order === 'pre') body.push(norm(shape), relu(shape));
    const part = convolution(shape, to, kernel, stride);
    body.push(part);
    shape = part.shape;
    if (order === 'post') body.push(norm(shape), ...(isLast ? [] : [relu(shape)]));
  });
  const shortcut = shortcutOf(choice, input);
  const shortcutShape = shortcut.at(-1)?.shape ?? input;
  return {
    body,
    shortcut,
    after: order === 'post' ? [relu(shape)] : [],
    bodyShape: shape,
    shortcutShape,
    fits: isSame(shape, shortcutShape),
    isPossible: choice.shortcut !== 'zeros' || outChannels >= inChannels,
    bodyParameters: sum(body, 'parameters'),
    shortcutParameters: sum(shortcut, 'parameters'),
    multiplyAdds: sum(body, 'multiplyAdds') + sum(shortcut, 'multiplyAdds'),
  };
}

function shortcutOf({ shortcut, order, outChannels, stride }: BlockChoice, input: Shape): Part[] {
  if (shortcut === 'projection') {
    const part = convolution(input, outChannels, 1, stride);
    return order === 'post' ? [part, norm(part.shape)] : [part];
  }
  const [channels, height] = input;
  if (shortcut === 'identity' || (outChannels <= channels && stride === 1)) return [];
  const side = Math.ceil(height / stride);
  const shape: Shape = [Math.max(channels, outChannels), side, side];
  return [{ type: 'zeros', stride, shape, parameters: 0, multiplyAdds: 0 }];
}

/** Without bias; its padding keeps the size at stride 1. */
function convolution([from, side]: Shape, to: number, kernel: number, stride: number): Part {
  const out = Math.ceil(side / stride);
  const parameters = from * to * kernel * kernel;
  const multiplyAdds = parameters * out * out;
  return { type: 'conv', kernel, stride, shape: [to, out, out], parameters, multiplyAdds };
}

/** A γ and a β for each channel. */
const norm = (shape: Shape): Part => ({
  type: 'bn',
  shape,
  parameters: 2 * shape[0],
  multiplyAdds: 0,
});

const relu = (shape: Shape): Part => ({ type: 'relu', shape, parameters: 0, multiplyAdds: 0 });

const sum = (parts: readonly Part[], what: 'parameters' | 'multiplyAdds') =>
  parts.reduce((total, part) => total + part[what], 0);
