// The activations of the graph stepper: value, slope, and how the slope is written in code and as a formula.

export interface Activation {
  readonly apply: (z: number) => number;
  readonly slope: (z: number) => number;
  /** The call in a line of code: `sigmoid(z1)`. */
  readonly code: (z: string) => string;
  /** The slope in a line of code, from the names of z and a. */
  readonly slopeCode: (z: string, a: string) => string;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const activations = {
  sigmoid: {
    apply: sigmoid,
    slope: (z) => sigmoid(z) * (1 - sigmoid(z)),
    code: (z) => `sigmoid(${z})`,
    slopeCode: (_, a) => `${a} * (1 - ${a})`,
  },
  tanh: {
    apply: Math.tanh,
    slope: (z) => 1 - Math.tanh(z) ** 2,
    code: (z) => `Math.tanh(${z})`,
    slopeCode: (_, a) => `(1 - ${a} ** 2)`,
  },
  relu: {
    apply: (z) => Math.max(0, z),
    slope: (z) => (z > 0 ? 1 : 0), // at 0 the slope is 0 by convention
    code: (z) => `Math.max(0, ${z})`,
    slopeCode: (z) => `(${z} > 0 ? 1 : 0)`,
  },
  identity: {
    apply: (z) => z,
    slope: () => 1,
    code: (z) => z,
    slopeCode: () => '1',
  },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof activations;
export const activationNames = Object.keys(activations) as ActivationName[];
