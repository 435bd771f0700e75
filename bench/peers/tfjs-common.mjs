// TensorFlow.js through its core API, eager, one tape a step: what a course would write.

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { learningRate, makeData, oneHot, residualBlocks } from '../workloads.ts';

export { tf };
let made = 0;

function dense(parameters, x) {
  let h = x;
  for (let i = 0; i < parameters.length; i += 2) {
    h = tf.add(tf.matMul(h, parameters[i]), parameters[i + 1]);
    if (i + 2 < parameters.length) h = tf.relu(h);
  }
  return h;
}

function convolutional(p, x) {
  const stage = (h, w, b) =>
    tf.maxPool(tf.relu(tf.add(tf.conv2d(h, w, 1, 'same'), b)), 2, 2, 'valid');
  const h = stage(stage(x, p[0], p[1]), p[2], p[3]);
  return tf.add(tf.matMul(tf.reshape(h, [x.shape[0], 784]), p[4]), p[5]);
}

function residual(p, x, w) {
  let i = 0;
  const normalised = (h, stride) => {
    const c = tf.conv2d(h, p[i], stride, 'same');
    const { mean, variance } = tf.moments(c, [0, 1, 2]);
    i += 3;
    return tf.batchNorm(c, mean, variance, p[i - 1], p[i - 2], 1e-5);
  };
  let h = tf.relu(normalised(x, 1));
  for (const { inChannels, outChannels, stride } of residualBlocks(w)) {
    const body = normalised(tf.relu(normalised(h, stride)), 1);
    h = tf.relu(tf.add(body, inChannels === outChannels ? h : normalised(h, stride)));
  }
  return tf.add(tf.matMul(tf.mean(h, [1, 2]), p[i]), p[i + 1]);
}

const forwards = { dense, convolutional, residual };

export function build(w) {
  const data = makeData(w);
  if (w.kind === 'product') {
    const a = tf.tensor2d(data.a, [w.size, w.size]);
    const b = tf.tensor2d(data.b, [w.size, w.size]);
    const result = () => tf.tidy(() => tf.matMul(a, b).dataSync()[1]);
    return { step: result, sync: () => 0, result, dispose: () => tf.dispose([a, b]) };
  }
  const parameters = data.parameters.map((p) =>
    tf.variable(tf.tensor(p.data, p.shape), true, `p${made++}`),
  );
  const x = tf.tensor(data.x.data, data.x.shape);
  const y = tf.tensor2d(oneHot(data), [w.batch, data.classes]);
  const forward = () => forwards[w.kind](parameters, x, w);
  const dispose = () => tf.dispose([...parameters, x, y]);
  if (w.inference) {
    const step = () => tf.tidy(() => forward().dataSync()[0]);
    return { step, sync: () => 0, result: step, dispose };
  }
  const optimiser = tf.train.sgd(learningRate);
  let loss = null;
  return {
    step() {
      loss?.dispose();
      loss = optimiser.minimize(
        () => tf.losses.softmaxCrossEntropy(y, forward()),
        true,
        parameters,
      );
    },
    sync: () => loss?.dataSync()[0] ?? NaN,
    dispose,
  };
}
