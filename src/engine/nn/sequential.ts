// Layers one after another.

import { letGo, setHolding } from '../storage.ts';
import type { Tensor } from '../tensor.ts';
import { ReLU } from './activations.ts';
import { mayFuse } from './fusion.ts';
import { isBuiltIn, Module } from './module.ts';

/** A layer that can apply the ReLU behind it in the same pass over its numbers. */
interface BeforeRelu extends Module {
  forwardThenRelu(x: Tensor): Tensor;
}

/**
 * Feeds each layer's result to the next.
 *
 * @example
 * const model = new nn.Sequential(new nn.Linear(2, 50), new nn.ReLU(), new nn.Linear(50, 4));
 * console.log(model.forward(zeros(3, 2)).shape); // [3, 4]
 */
export class Sequential extends Module {
  readonly layers: Module[];

  constructor(...layers: Module[]) {
    super();
    this.layers = layers;
  }

  forward(x: Tensor): Tensor {
    return runLayers(this.layers, x, this.layers.length);
  }

  /** The result of every layer, for looking inside: `activations(x)[i]` is what `layers[i]` made. */
  activations(x: Tensor): Tensor[] {
    return this.layers.map((layer) => (x = layer.forward(x)));
  }

  /** Named 0, 1, 2, … without the name of the list, as in PyTorch. */
  override namedChildren(): [name: string, child: Module][] {
    return this.layers.map((layer, i) => [String(i), layer]);
  }
}

/**
 * Runs the first `count` layers. Layer and ReLU behind it become one operation where the layer can do that. What only passes from one
 * layer of ours to the next is not held for the reader, and given back at once when there is no graph; a layer of the reader's own may keep
 * whatever it sees.
 */
export function runLayers(layers: readonly Module[], x: Tensor, count: number): Tensor {
  const before = setHolding(false);
  try {
    const fuses = mayFuse();
    let input = x;
    for (let i = 0; i < count; i++) {
      const layer = layers[i];
      const isOurs = isBuiltIn(layer);
      const isFused =
        fuses &&
        isOurs &&
        i + 1 < count &&
        layers[i + 1] instanceof ReLU &&
        'forwardThenRelu' in layer;
      if (isFused) i++;
      if (!isOurs) input.storage.isHeld = true;
      const isHeld = !isOurs || (before && i === count - 1);
      setHolding(isHeld);
      const output = isFused ? (layer as BeforeRelu).forwardThenRelu(input) : layer.forward(input);
      if (isHeld) output.storage.isHeld = true;
      if (input !== x && input !== output) dropInternal(input, output);
      input = output;
    }
    return input;
  } finally {
    setHolding(before);
  }
}

/** Runs a layer inside another: what it returns is internal, unless the layer is the reader's own. */
export function runInside(layer: Module, x: Tensor): Tensor {
  const isOurs = isBuiltIn(layer);
  if (!isOurs) x.storage.isHeld = true;
  const before = setHolding(!isOurs);
  try {
    return layer.forward(x);
  } finally {
    setHolding(before);
  }
}

/** Gives a value back that nobody else sees, when no graph will ask for it. */
export function dropInternal(value: Tensor, result: Tensor): void {
  if (!result.requiresGrad && !value.storage.isHeld) letGo(value.storage);
}
