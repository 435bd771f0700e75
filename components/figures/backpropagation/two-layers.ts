// A net of two dense layers with squared loss, run and differentiated by the engine; its parameters are one flat list.
import { tensor, type Tensor } from '../../../src/engine/index.ts';

export interface TwoLayers {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  readonly activation: 'tanh' | 'sigmoid';
}

/** One weight or bias: which layer, from which unit (none for a bias) to which. */
export interface Parameter {
  readonly layer: 1 | 2;
  readonly from: number | undefined;
  readonly to: number;
}

export interface Gradients {
  /** Mean over the samples of the sum of squared distances. */
  readonly loss: number;
  /** Activations of the samples, row by row. */
  readonly hidden: readonly number[];
  readonly output: readonly number[];
  /** ∂loss/∂parameter, in the order of the list. */
  readonly parameters: readonly number[];
  readonly hiddenSlopes: readonly number[];
  readonly inputSlopes: readonly number[];
}

/** What each place of the list of parameters is: W of layer 1 row by row, b, then layer 2. */
export function parameterList({ inputs, hidden, outputs }: TwoLayers): Parameter[] {
  const layer = (number: 1 | 2, from: number, to: number): Parameter[] => [
    ...Array.from({ length: from * to }, (_, i) => ({
      layer: number,
      from: Math.floor(i / to),
      to: i % to,
    })),
    ...Array.from({ length: to }, (_, i) => ({ layer: number, from: undefined, to: i })),
  ];
  return [...layer(1, inputs, hidden), ...layer(2, hidden, outputs)];
}

function parts({ inputs, hidden, outputs }: TwoLayers, list: readonly number[]): Tensor[] {
  const shapes = [[inputs, hidden], [hidden], [hidden, outputs], [outputs]];
  let at = 0;
  return shapes.map((shape) => {
    const length = shape.reduce((a, b) => a * b);
    return tensor(list.slice(at, (at += length)), { shape, requiresGrad: true });
  });
}

/**
 * Runs samples through the net and back.
 * @param only the output whose part of the loss counts; all of them if left out
 */
export function gradients(
  net: TwoLayers,
  list: readonly number[],
  samples: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  only?: number,
): Gradients {
  const parameters = parts(net, list);
  const [w1, b1, w2, b2] = parameters as [Tensor, Tensor, Tensor, Tensor];
  const x = tensor(
    samples.map((row) => [...row]),
    { requiresGrad: true },
  );
  const z1 = x.matmul(w1).add(b1);
  const hidden = (net.activation === 'tanh' ? z1.tanh() : z1.sigmoid()).retainGrad();
  const output = hidden.matmul(w2).add(b2).sigmoid();
  const squares = output.sub(tensor(targets.map((row) => [...row]))).pow(2);
  const loss = (only === undefined ? squares : squares.narrow(1, only, 1))
    .sum()
    .div(samples.length);
  loss.backward();
  return {
    loss: loss.item(),
    hidden: [...hidden.data],
    output: [...output.data],
    parameters: parameters.flatMap((p) => [...p.grad!.data]),
    hiddenSlopes: [...hidden.grad!.data],
    inputSlopes: [...x.grad!.data],
  };
}

/** The loss alone, in double precision, for curves whose smallest changes count. */
export function exactLoss(
  { inputs, hidden, outputs, activation }: TwoLayers,
  list: readonly number[],
  sample: readonly number[],
  target: readonly number[],
): number {
  const bias1 = inputs * hidden;
  const weights2 = bias1 + hidden;
  const bias2 = weights2 + hidden * outputs;
  const a = Array.from({ length: hidden }, (_, j) => {
    let z = list[bias1 + j]!;
    for (let i = 0; i < inputs; i++) z += sample[i]! * list[i * hidden + j]!;
    return activation === 'tanh' ? Math.tanh(z) : sigmoid(z);
  });
  let loss = 0;
  for (let k = 0; k < outputs; k++) {
    let z = list[bias2 + k]!;
    for (let j = 0; j < hidden; j++) z += a[j]! * list[weights2 + j * outputs + k]!;
    loss += (sigmoid(z) - target[k]!) ** 2;
  }
  return loss;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
