// brain.js: squared error and an update after every example; it has neither batches nor softmax. A step is one pass over the batch:
// the nearest it can do, not the same arithmetic.

import brain from '../node_modules/brain.js/dist/neural-network.js';
import { makeData } from '../workloads.ts';
import { examples } from './per-example.mjs';

const Network = brain.default ?? brain;

export const name = 'brain.js';
export const init = () => ({ version: '1.6.1' });
export const supports = (w) => (w.kind === 'dense' ? true : 'dense nets only');

export function make(w) {
  const data = makeData(w);
  const options = { learningRate: 1e-4, momentum: 0.1 };
  const net = new Network({ activation: 'relu', hiddenLayers: w.widths.slice(1, -1), ...options });
  net.sizes = [...w.widths];
  net.initialize();
  net.updateTrainingOptions(options);
  const patterns = examples(data).map((input, i) => {
    const output = new Float32Array(data.classes);
    output[data.labels[i]] = 1;
    return { input: input.slice(), output };
  });
  return {
    step() {
      for (const pattern of patterns) net.trainPattern(pattern);
    },
    sync: () => net.trainPattern(patterns[0], true),
    isOtherArithmetic: true,
  };
}
