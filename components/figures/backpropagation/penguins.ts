// The net of the sensitivity figure: 27 weights and biases that guess a penguin's species from its bill.
import { PENGUINS, SPECIES, STATES, TRAINING_STEPS } from './penguin-data.ts';
import {
  exactLoss,
  gradients,
  parameterList,
  type Gradients,
  type TwoLayers,
} from './two-layers.ts';

export const penguinNet: TwoLayers = { inputs: 2, hidden: 4, outputs: 3, activation: 'tanh' };
export const penguinParameters = parameterList(penguinNet);
export const trainingSteps: readonly number[] = TRAINING_STEPS;

export interface Penguin {
  readonly length: number;
  readonly depth: number;
  readonly species: number;
  /** Both measures, each with mean 0 and standard deviation 1 over the sample. */
  readonly x: readonly number[];
  readonly target: readonly number[];
}

const standard = [0, 1].map((column) => {
  const values = PENGUINS.map((row) => row[column]!);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const std = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
  return { mean, std };
});

export const penguins: readonly Penguin[] = PENGUINS.map((row) => ({
  length: row[0]!,
  depth: row[1]!,
  species: row[2]!,
  x: standard.map(({ mean, std }, column) => (row[column]! - mean) / std),
  target: SPECIES.map((_, species) => (species === row[2] ? 1 : 0)),
}));

/** Name of a weight or bias: `w₁₂⁽¹⁾` in parts. */
export function parameterName(index: number): string {
  const { layer, from, to } = penguinParameters[index]!;
  return from === undefined ? `b${layer}[${to + 1}]` : `W${layer}[${from + 1},${to + 1}]`;
}

/** The gradient at one penguin. `state` counts the states of training from 0. */
export function penguinGradient(penguin: number, state: number): Gradients {
  const { x, target } = penguins[penguin]!;
  return gradients(penguinNet, STATES[state]!, [x], [target]);
}

/** The mean gradient over all penguins. */
export function meanGradient(state: number): Gradients {
  return gradients(
    penguinNet,
    STATES[state]!,
    penguins.map(({ x }) => x),
    penguins.map(({ target }) => target),
  );
}

/** The loss at one penguin when one parameter is moved by `nudge`. */
export function nudgedLoss(penguin: number, state: number, index: number, nudge: number): number {
  const { x, target } = penguins[penguin]!;
  const list = STATES[state]!.map((value, i) => (i === index ? value + nudge : value));
  return exactLoss(penguinNet, list, x, target);
}
