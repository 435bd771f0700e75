// ConvNetJS (2014): plain JavaScript, one example at a time.

import convnetjs from 'convnetjs';
import { learningRate, makeData } from '../workloads.ts';
import { examples, setWeights, trainsSmallNets } from './per-example.mjs';

export const name = 'convnetjs';
export const init = () => ({ version: '0.3.0' });
export const supports = trainsSmallNets;

function layersOf(w, classes) {
  if (w.kind === 'dense')
    return [
      { type: 'input', out_sx: 1, out_sy: 1, out_depth: w.widths[0] },
      ...w.widths
        .slice(1, -1)
        .map((n) => ({ type: 'fc', num_neurons: n, activation: 'relu', bias_pref: 0 })),
      { type: 'softmax', num_classes: classes },
    ];
  const stage = (filters) => [
    { type: 'conv', sx: 3, filters, stride: 1, pad: 1, activation: 'relu', bias_pref: 0 },
    { type: 'pool', sx: 2, stride: 2 },
  ];
  return [
    { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
    ...stage(8),
    ...stage(16),
    { type: 'softmax', num_classes: classes },
  ];
}

export function make(w) {
  const data = makeData(w);
  const net = new convnetjs.Net();
  net.makeLayers(layersOf(w, data.classes));
  setWeights(
    net.layers.filter((layer) => layer.filters),
    data,
  );
  const inputs = examples(data).map((values) => {
    const input =
      w.kind === 'dense'
        ? new convnetjs.Vol(1, 1, values.length, 0)
        : new convnetjs.Vol(28, 28, 1, 0);
    input.w.set(values);
    return input;
  });
  if (w.inference) {
    const step = () => {
      net.forward(inputs[0]);
      return net.layers.at(-2).out_act.w[0];
    };
    return { step, sync: () => 0, result: step };
  }
  const options = {
    method: 'sgd',
    learning_rate: learningRate,
    momentum: 0,
    batch_size: w.batch,
    l2_decay: 0,
    l1_decay: 0,
  };
  const trainer = new convnetjs.Trainer(net, options);
  let loss = 0;
  return {
    step() {
      loss = 0;
      inputs.forEach((input, i) => (loss += trainer.train(input, data.labels[i]).cost_loss));
    },
    sync: () => loss / w.batch,
  };
}
