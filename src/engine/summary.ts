// What a model is made of: the layers in the order in which they run, the shape of each result, the number of parameters, and the multiply-adds
// of one sample.

import { noGrad } from './autograd.ts';
import { Conv2d } from './nn/conv2d.ts';
import { withoutFusion } from './nn/fusion.ts';
import { Linear } from './nn/linear.ts';
import { kindOf, type Module } from './nn/module.ts';
import { type Shape, sizeOf } from './shapes.ts';
import { measuring, reserve } from './storage.ts';
import { Tensor } from './tensor.ts';

export interface LayerSummary {
  /** Dotted name, such as `0` or `3.body.1`. */
  readonly name: string;
  /** The class, such as `Linear`. */
  readonly kind: string;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Learned numbers, counted where they first appear. */
  readonly parameters: number;
  /** Multiplications followed by an addition, for the whole input; products of matrices and convolutions count, the rest is 0. */
  readonly multiplyAdds: number;
}

export interface ModelSummary {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** The table as text. */
  toString(): string;
}

/**
 * Sends the shape `inputShape` (with the batch: (1, 784)) through the model and notes what each layer makes of it. No number is computed and nothing is
 * set aside for results, so a model of any size can be measured; a function that makes the model keeps even its weights from being made.
 *
 * @example
 * const model = new nn.Sequential(new nn.Linear(784, 16), new nn.ReLU(), new nn.Linear(16, 16), new nn.ReLU(), new nn.Linear(16, 10));
 * const { parameters, multiplyAdds } = summary(model, [1, 784]);
 * console.log(parameters, multiplyAdds); // 13002 12960
 * console.log(summary(() => new nn.Linear(100_000, 100_000), [1, 100_000]).parameters); // 10000100000
 */
export function summary(model: Module | (() => Module), inputShape: Shape): ModelSummary {
  return measuring(() => measure(typeof model === 'function' ? model() : model, inputShape));
}

function measure(model: Module, inputShape: Shape): ModelSummary {
  const layers: LayerSummary[] = [];
  const counted = new Set<Tensor>();
  const modules = model.namedModules();
  const modes = modules.map(([, module]) => module.isTraining);
  model.eval();
  const leaves = modules.filter(([, module]) => module.namedChildren().length === 0);
  const restore = leaves.map(([name, module]) => watch(name, module));
  try {
    const input = new Tensor([...inputShape], reserve(sizeOf(inputShape)));
    noGrad(() => withoutFusion(() => model.forward(input)));
  } finally {
    for (const undo of restore) undo();
    modules.forEach(([, module], i) => (module.isTraining = modes[i]));
  }
  const parameters = model.parameters().reduce((sum, parameter) => sum + parameter.numel, 0);
  const multiplyAdds = layers.reduce((sum, layer) => sum + layer.multiplyAdds, 0);
  return {
    layers,
    parameters,
    multiplyAdds,
    toString: () => table(layers, parameters, multiplyAdds),
  };

  /** Puts a note-taking forward over the layer's own, for this one run. */
  function watch(name: string, module: Module): () => void {
    const own = module.forward.bind(module);
    const note = (x: Tensor): Tensor => {
      const y = own(x);
      const fresh = Object.values(module).filter(
        (value): value is Tensor =>
          value instanceof Tensor && value.requiresGrad && !counted.has(value),
      );
      fresh.forEach((parameter) => counted.add(parameter));
      layers.push({
        name,
        kind: kindOf(module),
        inputShape: x.shape,
        outputShape: y.shape,
        parameters: fresh.reduce((sum, parameter) => sum + parameter.numel, 0),
        multiplyAdds: multiplyAddsOf(module, x, y),
      });
      return y;
    };
    Object.assign(module, { forward: note });
    return () => void delete (module as Partial<Module>).forward;
  }
}

/** Every output of a dense layer sums fanIn products; so does every pixel of a convolution. */
function multiplyAddsOf(module: Module, x: Tensor, y: Tensor): number {
  if (module instanceof Linear) return (x.numel / module.weight.shape[0]) * module.weight.numel;
  if (module instanceof Conv2d) return y.numel * sizeOf(module.weight.shape.slice(1));
  return 0;
}

function table(layers: readonly LayerSummary[], parameters: number, multiplyAdds: number): string {
  const rows = [
    ['layer', 'kind', 'result', 'parameters', 'multiply-adds'],
    ...layers.map((l) => [
      l.name,
      l.kind,
      `(${l.outputShape.join(', ')})`,
      grouped(l.parameters),
      grouped(l.multiplyAdds),
    ]),
    ['', 'total', '', grouped(parameters), grouped(multiplyAdds)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c < 3 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** 13,002 */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
