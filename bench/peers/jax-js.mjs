// jax-js, WebAssembly back end: the whole step (forward, backward, update) in one jit, channels first, as in its own examples.

import {
  defaultDevice,
  init as start,
  jit,
  lax,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { learningRate, makeData, oneHot, residualBlocks } from '../workloads.ts';

export const name = 'jax-js';
export async function init() {
  await start('wasm');
  defaultDevice('wasm');
  return { version: '0.1.25, wasm' };
}
export const supports = (w) =>
  w.kind === 'residual' && typeof document === 'object' ? 'half a minute a step, see Node' : true;

const array = (data, shape) => np.array(data).reshape(shape);
const perChannel = (b) => b.reshape([1, b.shape[0], 1, 1]);
const convolve = (h, w, stride = 1) => lax.convGeneralDilated(h, w, [stride, stride], 'SAME');
const pool = (h) => lax.reduceWindow(h, np.max, [2, 2], [2, 2]);

const forwards = {
  dense(P, h) {
    for (let i = 0; i < P.length; i += 2) {
      h = np.matmul(h, P[i]).add(P[i + 1]);
      if (i + 2 < P.length) h = nn.relu(h);
    }
    return h;
  },
  convolutional(P, h, w) {
    h = pool(nn.relu(convolve(h, P[0]).add(perChannel(P[1]))));
    h = pool(nn.relu(convolve(h, P[2]).add(perChannel(P[3]))));
    return np.matmul(h.reshape([w.batch, 784]), P[4]).add(P[5]);
  },
  residual(P, h, w) {
    let i = 0;
    const normalised = (x, stride) => {
      const c = convolve(x, P[i], stride);
      const centred = c.sub(np.mean(c.ref, [0, 2, 3], { keepdims: true }));
      const variance = np.mean(np.square(centred.ref), [0, 2, 3], { keepdims: true });
      i += 3;
      return centred
        .div(np.sqrt(variance.add(1e-5)))
        .mul(perChannel(P[i - 2]))
        .add(perChannel(P[i - 1]));
    };
    h = nn.relu(normalised(h, 1));
    for (const { inChannels, outChannels, stride } of residualBlocks(w)) {
      const body = normalised(nn.relu(normalised(h.ref, stride)), 1);
      h = nn.relu(body.add(inChannels === outChannels ? h : normalised(h, stride)));
    }
    return np.matmul(np.mean(h, [2, 3]), P[i]).add(P[i + 1]);
  },
};

export function make(w) {
  const data = makeData(w);
  if (w.kind === 'product') {
    const [a, b] = [data.a, data.b].map((m) => array(m, [w.size, w.size]));
    const f = jit((p, q) => np.matmul(p, q));
    const result = () => f(a.ref, b.ref).dataSync()[1];
    return { step: result, sync: () => 0, result };
  }
  let parameters = data.parameters.map((p) => {
    const a = array(p.data, p.shape);
    if (p.shape.length === 4) return np.transpose(a, [3, 2, 0, 1]);
    if (w.kind === 'convolutional' && p.name === 'dense')
      return np.transpose(a.reshape([7, 7, 16, 10]), [2, 0, 1, 3]).reshape([784, 10]);
    return a;
  });
  let x = array(data.x.data, data.x.shape);
  if (w.kind !== 'dense') x = np.transpose(x, [0, 3, 1, 2]);
  const forward = forwards[w.kind];
  if (w.inference) {
    const f = jit((P, X) => forward(P, X, w));
    const step = () => f(tree.ref(parameters), x.ref).dataSync()[0];
    return { step, sync: () => 0, result: step };
  }
  const y = array(oneHot(data), [w.batch, data.classes]);
  const lossOf = (P, X, Y) =>
    nn
      .logSoftmax(forward(P, X, w), -1)
      .mul(Y)
      .sum()
      .mul(-1 / w.batch);
  const train = jit((P, X, Y) => {
    const [l, g] = valueAndGrad(lossOf)(tree.ref(P), X, Y);
    return [l, P.map((p, i) => p.sub(g[i].mul(learningRate)))];
  });
  let loss = null;
  return {
    step() {
      loss?.dispose();
      [loss, parameters] = train(parameters, x.ref, y.ref);
    },
    sync: () => loss?.ref.dataSync()[0] ?? NaN,
  };
}
