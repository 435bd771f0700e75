// The nets of the degradation experiment: He et al.'s plain and residual nets for CIFAR-10, made narrow enough to train in a page.
import { init, manualSeed, nn } from '../../../src/engine/index.ts';

export interface NetChoice {
  /** 6n + 2 layers: n blocks of two convolutions in each of three stages, a convolution before and a dense layer behind. */
  readonly depth: number;
  readonly isResidual: boolean;
}

/** Channels of the three stages; the paper has 16, 32 and 64. */
export const WIDTHS = [4, 8, 16] as const;

/** Both kinds start from the same weights when depth and seed agree: the shortcuts have none. */
export function buildNet({ depth, isResidual }: NetChoice, seed: number): nn.Sequential {
  manualSeed(seed);
  const blocksInStage = (depth - 2) / 6;
  if (!Number.isInteger(blocksInStage) || blocksInStage < 1)
    throw new RangeError(`buildNet: a depth is 6n + 2, such as 8 or 20; found ${depth}`);
  const layers: nn.Module[] = [...normalised(1, WIDTHS[0], 1), new nn.ReLU()];
  let channels: number = WIDTHS[0];
  WIDTHS.forEach((width, stage) => {
    for (let i = 0; i < blocksInStage; i++) {
      layers.push(block(channels, width, stage > 0 && i === 0 ? 2 : 1, isResidual), new nn.ReLU());
      channels = width;
    }
  });
  const dense = new nn.Linear(channels, 10);
  init.heNormal(dense.weight);
  init.zeros(dense.bias!);
  return new nn.Sequential(...layers, new nn.GlobalAvgPool2d(), new nn.Flatten(), dense);
}

function block(from: number, to: number, stride: number, isResidual: boolean): nn.Module {
  const body = new nn.Sequential(
    ...normalised(from, to, stride),
    new nn.ReLU(),
    ...normalised(to, to, 1),
  );
  if (!isResidual) return body;
  const shortcut =
    from === to && stride === 1 ? new nn.Identity() : new nn.PaddedShortcut(from, to, { stride });
  return new nn.Residual(body, { shortcut });
}

/** A 3 × 3 convolution from He's initialisation and batch normalisation, which makes a bias superfluous. */
function normalised(from: number, to: number, stride: number): nn.Module[] {
  const convolution = new nn.Conv2d(from, to, 3, { stride, padding: 1, bias: false });
  init.heNormal(convolution.weight);
  return [convolution, new nn.BatchNorm2d(to)];
}

const FIRST_BLOCK = 3; // behind the first convolution, its normalisation and its ReLU

/** How many blocks a net of that depth has. */
export const blockCount = (depth: number): number => (depth - 2) / 2;

/**
 * The same trained net with some of its blocks taken out. What stays in their place is the identity, or, where a block changes the
 * shape, the shortcut without parameters; in plain and residual nets alike.
 */
export function withoutBlocks(
  model: nn.Sequential,
  isGone: (block: number) => boolean,
): nn.Sequential {
  const layers = model.layers.map((layer, i) => {
    const block = (i - FIRST_BLOCK) / 2;
    const isBlock = layer instanceof nn.Residual || layer instanceof nn.Sequential;
    return isBlock && isGone(block) ? passerBy(layer) : layer;
  });
  return new nn.Sequential(...layers).train(model.isTraining);
}

function passerBy(block: nn.Module): nn.Module {
  if (block instanceof nn.Residual) return block.shortcut;
  const [first] = (block as nn.Sequential).layers as [nn.Conv2d];
  const [to, from] = first.weight.shape as [number, number];
  const stride = Number(first.options.stride ?? 1);
  return from === to ? new nn.Identity() : new nn.PaddedShortcut(from, to, { stride });
}
