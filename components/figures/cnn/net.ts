// The network of the trainer: convolutions with or without pooling, perhaps a hidden dense layer, then one score a class.
import {
  Generator,
  loadSafetensors,
  nn,
  saveSafetensors,
  tensor,
} from '../../../src/engine/index.ts';

export const CLASSES = 10;
const SIDE = 28;

export const POOLINGS = ['none', 'max', 'mean'] as const;

/** A convolution with padding, ReLU, and what follows them. */
export interface Block {
  readonly filters: number;
  /** Side of a kernel, odd. */
  readonly kernel: number;
  /** Over windows of 2 × 2. */
  readonly pooling: (typeof POOLINGS)[number];
}

export interface NetChoice {
  readonly blocks: readonly Block[];
  /** Units of a dense layer before the last one; 0 for none. */
  readonly hidden: number;
}

/** Two blocks of 8 and 16 kernels of 3 × 3, then a dense layer: 9,098 parameters. */
export const USUAL: NetChoice = {
  blocks: [
    { filters: 8, kernel: 3, pooling: 'max' },
    { filters: 16, kernel: 3, pooling: 'max' },
  ],
  hidden: 0,
};

/** A net for pictures of 28 × 28, weights drawn from the seed. */
export function buildNet({ blocks, hidden }: NetChoice, seed = 1): nn.Sequential {
  const generator = new Generator(seed);
  const layers: nn.Module[] = [];
  let channels = 1;
  let side = SIDE;
  for (const { filters, kernel, pooling } of blocks) {
    const padding = (kernel - 1) / 2;
    layers.push(new nn.Conv2d(channels, filters, kernel, { padding, generator }), new nn.ReLU());
    if (pooling !== 'none') {
      layers.push(pooling === 'max' ? new nn.MaxPool2d(2) : new nn.AvgPool2d(2));
      side >>= 1;
    }
    channels = filters;
  }
  const features = channels * side * side;
  layers.push(new nn.Flatten());
  if (hidden) layers.push(new nn.Linear(features, hidden, { generator }), new nn.ReLU());
  layers.push(new nn.Linear(hidden || features, CLASSES, { generator }));
  return new nn.Sequential(...layers);
}

/** What a net costs: learned numbers, and multiplications for one picture. */
export function costOf({ blocks, hidden }: NetChoice): {
  parameters: number;
  multiplyAdds: number;
} {
  let [parameters, multiplyAdds, channels, side] = [0, 0, 1, SIDE];
  for (const { filters, kernel, pooling } of blocks) {
    const weights = channels * kernel * kernel * filters;
    parameters += weights + filters;
    multiplyAdds += weights * side * side;
    if (pooling !== 'none') side >>= 1;
    channels = filters;
  }
  let inputs = channels * side * side;
  for (const outputs of hidden ? [hidden, CLASSES] : [CLASSES]) {
    parameters += (inputs + 1) * outputs;
    multiplyAdds += inputs * outputs;
    inputs = outputs;
  }
  return { parameters, multiplyAdds };
}

/** The name of the tensor that says what the layers are. */
const LAYERS = 'layers';

/** A net as a safetensors file: its weights, and a small tensor with a row for each block and one for the hidden layer. */
export function packNet(model: nn.Module, { blocks, hidden }: NetChoice): Uint8Array<ArrayBuffer> {
  const rows = blocks.map(({ filters, kernel, pooling }) => [
    filters,
    kernel,
    POOLINGS.indexOf(pooling),
  ]);
  return saveSafetensors({ ...model.stateDict(), [LAYERS]: tensor([...rows, [hidden, 0, 0]]) });
}

const LIMITS = { blocks: 6, filters: 64, kernel: 7, hidden: 512 };

/** The net in a file. Throws when the file is damaged or holds another net. */
export function unpackNet(bytes: Uint8Array): { net: nn.Sequential; choice: NetChoice } {
  const { [LAYERS]: layers, ...weights } = loadSafetensors(bytes);
  if (layers?.shape.length !== 2 || layers.shape[1] !== 3)
    throw new Error('these weights belong to another network');
  const rows = layers.tolist() as number[][];
  const choice: NetChoice = {
    blocks: rows.slice(0, -1).map(([filters, kernel, pooling]) => ({
      filters: filters!,
      kernel: kernel!,
      pooling: POOLINGS[pooling!] ?? 'none',
    })),
    hidden: rows.at(-1)![0]!,
  };
  const isWhole = (value: number, most: number) => Number.isInteger(value) && value <= most;
  const fits =
    choice.blocks.length >= 1 &&
    choice.blocks.length <= LIMITS.blocks &&
    choice.blocks.every(
      ({ filters, kernel }) =>
        filters >= 1 &&
        isWhole(filters, LIMITS.filters) &&
        kernel % 2 === 1 &&
        isWhole(kernel, LIMITS.kernel),
    ) &&
    choice.hidden >= 0 &&
    isWhole(choice.hidden, LIMITS.hidden) &&
    choice.blocks.filter(({ pooling }) => pooling !== 'none').length <= 4;
  if (!fits) throw new Error('these weights belong to another network');
  const net = buildNet(choice);
  net.loadStateDict(weights);
  return { net, choice };
}
