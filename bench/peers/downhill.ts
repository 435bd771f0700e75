// Our engine through its public face, as a reader of the lessons would write it.

import {
  crossEntropy,
  kernelMode,
  nn,
  noGrad,
  optim,
  tensor,
  useKernels,
} from '../../src/engine/index.ts';
import type { Tensor } from '../../src/engine/index.ts';
import { learningRate, makeData, residualBlocks } from '../workloads.ts';
import type { Data, Workload } from '../workloads.ts';

export { heapBytes } from '../../src/engine/kernels/memory.ts';
export { workloads } from '../workloads.ts';
export const name = 'downhill';
export const init = () => {
  useKernels('fast');
  return { version: `own, ${kernelMode()} kernels` };
};
export const supports = () => true;

/** (batch, height, width, channels) to (batch, channels, height, width). */
function channelsFirst(data: Float32Array, [n, h, w, c]: readonly number[]): Float32Array {
  const out = new Float32Array(data.length);
  for (let i = 0; i < n; i++)
    for (let p = 0; p < h * w; p++)
      for (let k = 0; k < c; k++) out[(i * c + k) * h * w + p] = data[(i * h * w + p) * c + k];
  return out;
}

/** (height, width, in, out) to (out, in, height, width). */
function outFirst(data: Float32Array, [h, w, from, to]: readonly number[]): Float32Array {
  const out = new Float32Array(data.length);
  for (let p = 0; p < h * w; p++)
    for (let i = 0; i < from; i++)
      for (let o = 0; o < to; o++) out[(o * from + i) * h * w + p] = data[(p * from + i) * to + o];
  return out;
}

/** Rows of the dense layer behind a flattened picture, from (row, column, channel) to (channel, row, column). */
function rowsByChannel(
  data: Float32Array,
  pixels: number,
  channels: number,
  columns: number,
): Float32Array {
  const out = new Float32Array(data.length);
  for (let p = 0; p < pixels; p++)
    for (let c = 0; c < channels; c++)
      out.set(
        data.subarray((p * channels + c) * columns, (p * channels + c + 1) * columns),
        (c * pixels + p) * columns,
      );
  return out;
}

const same = (stride: number) => ({ stride, padding: 'same' as const, bias: false });

function residualNet(w: Workload): nn.Module {
  const channels = w.channels ?? 16;
  const body = residualBlocks(w).flatMap(({ inChannels, outChannels, stride }) => [
    new nn.Residual(
      new nn.Sequential(
        new nn.Conv2d(inChannels, outChannels, 3, same(stride)),
        new nn.BatchNorm2d(outChannels),
        new nn.ReLU(),
        new nn.Conv2d(outChannels, outChannels, 3, same(1)),
        new nn.BatchNorm2d(outChannels),
      ),
      inChannels === outChannels
        ? {}
        : {
            shortcut: new nn.Sequential(
              new nn.Conv2d(inChannels, outChannels, 1, same(stride)),
              new nn.BatchNorm2d(outChannels),
            ),
          },
    ),
    new nn.ReLU(),
  ]);
  return new nn.Sequential(
    new nn.Conv2d(1, channels, 3, same(1)),
    new nn.BatchNorm2d(channels),
    new nn.ReLU(),
    ...body,
    new nn.GlobalAvgPool2d(),
    new nn.Flatten(),
    new nn.Linear(4 * channels, 10),
  );
}

export function build(w: Workload): nn.Module {
  if (w.kind === 'residual') return residualNet(w);
  if (w.kind === 'dense') {
    const widths = w.widths ?? [];
    const layers = widths
      .slice(1)
      .flatMap((to, i) => [
        new nn.Linear(widths[i], to),
        ...(i + 2 < widths.length ? [new nn.ReLU()] : []),
      ]);
    return new nn.Sequential(...layers);
  }
  return new nn.Sequential(
    new nn.Conv2d(1, 8, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Conv2d(8, 16, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Linear(784, 10),
  );
}

function setWeights(model: nn.Module, data: Data, w: Workload): void {
  const parameters = model.parameters();
  noGrad(() => {
    data.parameters.forEach((p, i) => {
      let values = p.data;
      if (p.shape.length === 4) values = outFirst(values, p.shape);
      else if (w.kind === 'convolutional' && p.name === 'dense')
        values = rowsByChannel(values, 49, 16, 10);
      parameters[i].copy_(tensor(values, { shape: parameters[i].shape }));
    });
  });
}

export function make(w: Workload) {
  const data = makeData(w);
  if (w.kind === 'product') {
    const n = w.size ?? 0;
    const a = tensor(data.a, { shape: [n, n] });
    const b = tensor(data.b, { shape: [n, n] });
    let c: Tensor | null = null;
    const step = () => void (c = a.matmul(b));
    return {
      step,
      sync: () => 0,
      result() {
        step();
        return c?.at(0, 1);
      },
    };
  }
  const model = build(w);
  setWeights(model, data, w);
  const shape = data.x.shape;
  const x =
    shape.length === 4
      ? tensor(channelsFirst(data.x.data, shape), {
          shape: [shape[0], shape[3], shape[1], shape[2]],
        })
      : tensor(data.x.data, { shape: [...shape] });
  if (w.inference) {
    model.eval();
    const step = () => noGrad(() => model.forward(x).at(0, 0));
    return { step, sync: () => 0, result: step };
  }
  const labels = data.labels;
  const optimiser = new optim.SGD(model.parameters(), { learningRate });
  let loss: Tensor | null = null;
  return {
    step() {
      loss = crossEntropy(model.forward(x), labels);
      optimiser.zeroGrad();
      loss.backward();
      optimiser.step();
    },
    sync: () => loss?.item() ?? NaN,
  };
}
