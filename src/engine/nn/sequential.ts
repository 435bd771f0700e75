// Layers one after another.

import { letGo, setHolding } from '../storage.ts';
import type { Tensor } from '../tensor.ts';
import { ReLU } from './activations.ts';
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
 * layer of ours to the next is not held for the reader, and given back at once when there is no graph.
 */
export function runLayers(layers: readonly Module[], x: Tensor, count: number): Tensor {
  const before = setHolding(false);
  try {
    let input = x;
    for (let i = 0; i < count; i++) {
      const layer = layers[i];
      const isFused = i + 1 < count && layers[i + 1] instanceof ReLU && 'forwardThenRelu' in layer;
      if (isFused) i++;
      const isInternal = i < count - 1 && isBuiltIn(layer) && isBuiltIn(layers[i + 1]);
      setHolding(isInternal ? false : before);
      const output = isFused ? (layer as BeforeRelu).forwardThenRelu(input) : layer.forward(input);
      if (before && !isInternal) output.storage.isHeld = true;
      if (input !== x && input !== output && !output.requiresGrad && !input.storage.isHeld)
        letGo(input.storage);
      input = output;
    }
    return input;
  } finally {
    setHolding(before);
  }
}
