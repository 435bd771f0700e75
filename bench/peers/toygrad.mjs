// toygrad: plain JavaScript, one example at a time.

import { NeuralNetwork, Tensor, Trainers } from 'toygrad';
import { learningRate, makeData } from '../workloads.ts';
import { examples, setWeights, trainsSmallNets } from './per-example.mjs';

export const name = 'toygrad';
export const init = () => ({ version: '2.6.0' });
export const supports = trainsSmallNets;

function layersOf(w) {
  if (w.kind === 'dense')
    return [
      { type: 'input', sx: 1, sy: 1, sz: w.widths[0] },
      ...w.widths
        .slice(1)
        .flatMap((filters, i) => [
          { type: 'dense', filters },
          ...(i + 2 < w.widths.length ? [{ type: 'relu' }] : []),
        ]),
      { type: 'softmax' },
    ];
  const stage = (filters) => [
    { type: 'conv', sx: 3, filters, stride: 1, pad: 1 },
    { type: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
  ];
  return [
    { type: 'input', sx: 28, sy: 28, sz: 1 },
    ...stage(8),
    ...stage(16),
    { type: 'dense', filters: 10 },
    { type: 'softmax' },
  ];
}

export function make(w) {
  const data = makeData(w);
  const net = new NeuralNetwork({ layers: layersOf(w) });
  setWeights(
    net.layers.filter((layer) => layer.filters),
    data,
  );
  const inputs = examples(data).map((values) =>
    w.kind === 'dense'
      ? new Tensor(1, 1, values.length, Array.from(values))
      : new Tensor(28, 28, 1, Array.from(values)),
  );
  if (w.inference) {
    const step = () => {
      net.forward(inputs[0], false);
      return net.layers.at(-2).ot.w[0];
    };
    return { step, sync: () => 0, result: step };
  }
  const trainer = new Trainers.SGD(net, { batchSize: w.batch, learningRate, momentum: 0 });
  let loss = 0;
  return {
    step() {
      loss = 0;
      inputs.forEach((input, i) => (loss += trainer.train(input, data.labels[i]).cost));
    },
    sync: () => loss / w.batch,
  };
}
