// What the layers of a net make of one picture.
import { nn, noGrad, tensor } from '../../../src/engine/index.ts';

/** A grey picture or a map, row by row. */
export interface Plane {
  readonly side: number;
  readonly values: Float32Array;
}

/** What the layers make of one picture. */
export interface Look {
  /** Kernels of the first layer. */
  readonly filters: readonly Plane[];
  /** Maps after each convolution and its ReLU. */
  readonly maps: readonly (readonly Plane[])[];
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
      maps: model.layers.flatMap((layer, i) => {
        if (!(layer instanceof nn.Conv2d)) return [];
        const { data, shape } = results[i + 1]!;
        return [planes(data, shape[1]!, shape[2]!)];
      }),
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
