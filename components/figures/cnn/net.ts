// The network of the trainer: two convolutions with pooling, then a dense layer; and what it makes of one picture.
import { Generator, loadSafetensors, nn, noGrad, tensor } from '../../../src/engine/index.ts';
import { unpackWeights } from '../../../src/engine/train/worker.ts';

export const CLASSES = 10;

export interface NetChoice {
  /** Kernels of the first convolution; the second has twice as many. */
  readonly filters: number;
  /** Side of a kernel, odd. */
  readonly kernel: number;
}

/** conv(1 → f) – ReLU – pool – conv(f → 2f) – ReLU – pool – dense, for pictures of 28 × 28. With 8 filters of 3 × 3: 9,098 parameters. */
export function buildNet({ filters, kernel }: NetChoice, seed = 1): nn.Sequential {
  const generator = new Generator(seed);
  const padding = (kernel - 1) / 2;
  return new nn.Sequential(
    new nn.Conv2d(1, filters, kernel, { padding, generator }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Conv2d(filters, 2 * filters, kernel, { padding, generator }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Linear(2 * filters * 7 * 7, CLASSES, { generator }),
  );
}

export function countParameters(model: nn.Module): number {
  return model.parameters().reduce((sum, { numel }) => sum + numel, 0);
}

/** A grey picture or a map, row by row. */
export interface Plane {
  readonly side: number;
  readonly values: Float32Array;
}

/** What the layers make of one picture. */
export interface Look {
  /** Kernels of the first layer. */
  readonly filters: readonly Plane[];
  /** Maps after the first and the second convolution and its ReLU. */
  readonly first: readonly Plane[];
  readonly second: readonly Plane[];
  /** Softmax of the logits. */
  readonly probabilities: readonly number[];
}

/** Runs one picture of 28 × 28, values from 0 to 1, through the net. */
export function lookInside(model: nn.Sequential, picture: ArrayLike<number>): Look {
  return noGrad(() => {
    const x = tensor(Float32Array.from(picture), { shape: [1, 1, 28, 28] });
    const results = model.activations(x);
    const { weight } = model.layers[0] as nn.Conv2d;
    return {
      filters: planes(weight.data, weight.shape[0]!, weight.shape[3]!),
      first: planes(results[1]!.data, results[1]!.shape[1]!, 28),
      second: planes(results[4]!.data, results[4]!.shape[1]!, 14),
      probabilities: [...results.at(-1)!.softmax(1).data],
    };
  });
}

function planes(values: ArrayLike<number>, count: number, side: number): Plane[] {
  const all = Float32Array.from(values);
  return Array.from({ length: count }, (_, i) => ({
    side,
    values: all.slice(i * side * side, (i + 1) * side * side),
  }));
}

/** The sizes that a file of weights was saved with. Throws for a file of another net. */
export function choiceOf(bytes: Uint8Array): NetChoice {
  const weight = loadSafetensors(bytes)['0.weight'];
  const [filters, channels, kernel] = weight?.shape ?? [];
  if (!filters || channels !== 1 || !kernel || kernel % 2 === 0)
    throw new Error('these weights belong to another network');
  return { filters, kernel };
}

/** A net with saved weights. Throws when the file is damaged or belongs to another net. */
export function netFrom(bytes: Uint8Array): nn.Sequential {
  const model = buildNet(choiceOf(bytes));
  unpackWeights(model, bytes);
  return model;
}

/** All parameters, one after the other, rounded to half precision: half the bytes for a page to load. */
export function toHalf(model: nn.Module): Uint16Array {
  const values = model.parameters().flatMap((parameter) => [...parameter.data]);
  return Uint16Array.from(values, halfBits);
}

/** A net with parameters in half precision. */
export function unpackHalf(bits: Uint16Array, choice: NetChoice): nn.Sequential {
  return fillHalf(buildNet(choice), bits);
}

/** Puts parameters in half precision into a net of the same layers. */
export function fillHalf(model: nn.Sequential, bits: Uint16Array): nn.Sequential {
  let at = 0;
  noGrad(() => {
    for (const parameter of model.parameters()) {
      const values = Float32Array.from(bits.subarray(at, at + parameter.numel), halfValue);
      parameter.copy_(tensor(values, { shape: [...parameter.shape] }));
      at += parameter.numel;
    }
  });
  return model;
}

/** The 16 bits of the nearest half-precision number; weights are small, so that overflow cannot happen. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24);
  let exponent = Math.floor(Math.log2(size));
  let fraction = Math.round((size / 2 ** exponent - 1) * 1024);
  if (fraction === 1024) [fraction, exponent] = [0, exponent + 1];
  return sign | ((exponent + 15) << 10) | fraction;
}

function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
