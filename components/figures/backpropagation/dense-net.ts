// A fully connected net in bare loops, for timing: one forward, one backward, and finite differences, all on the same code.

/** Sizes of a net with tanh after every layer, and the places of its numbers in one array. */
export interface DenseNet {
  readonly sizes: readonly number[];
  readonly parameters: Float64Array;
  /** Activations of every layer, the input first. */
  readonly activations: readonly Float64Array[];
  readonly deltas: readonly Float64Array[];
}

/** Parameters of a net with these layer sizes: weights and biases. */
export function countParameters(sizes: readonly number[]): number {
  let count = 0;
  for (let l = 1; l < sizes.length; l++) count += (sizes[l - 1]! + 1) * sizes[l]!;
  return count;
}

/** Multiply–adds of one forward pass of one sample: one for each weight. */
export function forwardProducts(sizes: readonly number[]): number {
  let count = 0;
  for (let l = 1; l < sizes.length; l++) count += sizes[l - 1]! * sizes[l]!;
  return count;
}

/**
 * Multiply–adds of one backward pass: each weight once for its own gradient and once to hand the gradient on,
 * which the first layer need not do.
 */
export function backwardProducts(sizes: readonly number[]): number {
  return 2 * forwardProducts(sizes) - sizes[0]! * sizes[1]!;
}

/** A net with fixed, harmless numbers in it: only its speed is of interest. */
export function denseNet(sizes: readonly number[]): DenseNet {
  const parameters = new Float64Array(countParameters(sizes));
  for (let i = 0; i < parameters.length; i++)
    parameters[i] = Math.sin(i * 1.7) / Math.sqrt(sizes[0]!);
  const activations = sizes.map((size) => new Float64Array(size));
  activations[0]!.forEach((_, i, input) => (input[i] = Math.cos(i)));
  return { sizes, parameters, activations, deltas: sizes.map((size) => new Float64Array(size)) };
}

/** Runs the net forward and returns the loss, half the sum of the squared outputs. */
export function forward({ sizes, parameters, activations }: DenseNet): number {
  let at = 0;
  for (let l = 1; l < sizes.length; l++) {
    const input = activations[l - 1]!;
    const output = activations[l]!;
    for (let j = 0; j < output.length; j++) {
      let z = parameters[at++]!;
      for (let i = 0; i < input.length; i++) z += parameters[at++]! * input[i]!;
      output[j] = Math.tanh(z);
    }
  }
  let loss = 0;
  for (const a of activations.at(-1)!) loss += (a * a) / 2;
  return loss;
}

/** Backward through the activations that the last `forward` left; writes ∂L/∂parameter into `gradient`. */
export function backward(
  { sizes, parameters, activations, deltas }: DenseNet,
  gradient: Float64Array,
): void {
  const last = sizes.length - 1;
  const seed = deltas[last]!;
  activations[last]!.forEach((a, j) => (seed[j] = a * (1 - a * a)));
  let end = parameters.length;
  for (let l = last; l >= 1; l--) {
    const input = activations[l - 1]!;
    const delta = deltas[l]!;
    const below = deltas[l - 1]!;
    let at = end - (input.length + 1) * delta.length;
    end = at;
    below.fill(0);
    for (let j = 0; j < delta.length; j++) {
      const d = delta[j]!;
      gradient[at++] = d;
      if (l === 1) for (let i = 0; i < input.length; i++) gradient[at++] = d * input[i]!;
      else
        for (let i = 0; i < input.length; i++) {
          below[i] = below[i]! + d * parameters[at]!;
          gradient[at++] = d * input[i]!;
        }
    }
    for (let i = 0; i < below.length; i++) below[i] = below[i]! * (1 - input[i]! ** 2);
  }
}

/**
 * Forward differences for the parameters from `start` to `end`: one more run of the net for each of them.
 * @param loss the loss at the unchanged parameters
 */
export function finiteDifferences(
  net: DenseNet,
  loss: number,
  gradient: Float64Array,
  start = 0,
  end = net.parameters.length,
): void {
  const h = 1e-6;
  for (let i = start; i < end; i++) {
    const kept = net.parameters[i]!;
    net.parameters[i] = kept + h;
    gradient[i] = (forward(net) - loss) / h;
    net.parameters[i] = kept;
  }
}
