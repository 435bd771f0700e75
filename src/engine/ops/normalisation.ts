// Batch and layer normalisation: shift and scale so that a channel, or a row, has mean 0 and variance 1; then γ and β.

import { give, type Operation, own, record } from '../autograd.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap, NONE } from '../kernels/memory.ts';
import {
  addressOf,
  letGo,
  markChanged,
  reserve,
  reserveInternal,
  safePoint,
  type Storage,
} from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';

interface BatchNormNumbers {
  readonly spatial: number;
  readonly relu: number;
  readonly training: number;
  readonly hasResidual: boolean;
}

const BATCH_NORM: Operation = {
  name: 'batchNorm',
  // y = γ x̂ + β with x̂ = (x − mean) / √(variance + ε):  ∂L/∂β = Σ g,  ∂L/∂γ = Σ g x̂, over the batch and all places, and
  // ∂L/∂x = γ / √(variance + ε) · (g − mean(g) − x̂ mean(g x̂)), since mean and variance depend on x. In evaluation they are constants.
  backward(result, gradient) {
    const [x, weight, bias] = result.inputs;
    const { spatial, relu, training, hasResidual } = result.options as BatchNormNumbers;
    const [mean, inverseDeviation] = result.saved as Storage[];
    const g = own(gradient);
    const channels = x.shape[1];
    const dweight = reserveInternal(channels);
    const dbias = reserveInternal(channels);
    // Without anybody else who needs g, dx may take its place.
    const dx = hasResidual ? reserveInternal(x.numel) : g;
    kernels.batchNormBackward(
      addressOfTensor(x),
      addressOfTensor(result),
      addressOf(mean),
      addressOf(inverseDeviation),
      addressOfTensor(weight),
      addressOf(g),
      addressOf(dx),
      addressOf(dweight),
      addressOf(dbias),
      x.shape[0],
      channels,
      spatial,
      relu,
      training,
    );
    give(weight, dweight);
    give(bias, dbias);
    if (hasResidual) give(result.inputs[3], g);
    give(x, dx);
  },
};

export interface RunningStatistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

/**
 * Normalises each channel of x (N, C, …), with the statistics of the batch while training, which also move the running ones, else with
 * those; then adds `residual` and applies ReLU where asked.
 */
export function batchNorm(
  x: Tensor,
  weight: Tensor,
  bias: Tensor,
  running: RunningStatistics,
  { isTraining, momentum, eps }: { isTraining: boolean; momentum: number; eps: number },
  residual: Tensor | null = null,
  relu = false,
): Tensor {
  safePoint();
  const batch = x.shape[0];
  const channels = x.shape[1];
  const spatial = x.numel / Math.max(1, batch * channels);
  const mean = reserveInternal(channels);
  const inverse = reserveInternal(channels);
  if (isTraining) {
    kernels.channelStatistics(
      addressOfTensor(x),
      addressOf(mean),
      addressOf(inverse),
      batch,
      channels,
      spatial,
    );
    follow(running, mean, inverse, momentum, batch * spatial);
  } else {
    kernels.copy(addressOfTensor(running.mean), addressOf(mean), channels);
    kernels.copy(addressOfTensor(running.variance), addressOf(inverse), channels);
  }
  const at = addressOf(inverse);
  for (let c = at; c < at + channels; c++) heap[c] = 1 / Math.sqrt(heap[c] + eps);
  const result = new Tensor(x.shape, reserve(x.numel));
  kernels.batchNorm(
    addressOfTensor(x),
    residual === null ? NONE : addressOfTensor(residual),
    addressOf(mean),
    at,
    addressOfTensor(weight),
    addressOfTensor(bias),
    addressOf(result.storage),
    batch,
    channels,
    spatial,
    relu ? 1 : 0,
  );
  const inputs = residual === null ? [x, weight, bias] : [x, weight, bias, residual];
  return record(result, BATCH_NORM, inputs, [mean, inverse], {
    spatial,
    relu: relu ? 1 : 0,
    training: isTraining ? 1 : 0,
    hasResidual: residual !== null,
  });
}

/** running ← (1 − momentum) · running + momentum · batch, with the variance estimated for the population: n / (n − 1). */
function follow(
  running: RunningStatistics,
  mean: Storage,
  variance: Storage,
  momentum: number,
  count: number,
): void {
  const [from, squares] = [addressOf(mean), addressOf(variance)];
  const [toMean, toVariance] = [addressOfTensor(running.mean), addressOfTensor(running.variance)];
  const correction = count / Math.max(1, count - 1);
  for (let c = 0; c < mean.size; c++) {
    heap[toMean + c] += momentum * (heap[from + c] - heap[toMean + c]);
    heap[toVariance + c] += momentum * (heap[squares + c] * correction - heap[toVariance + c]);
  }
  markChanged(running.mean.storage);
  markChanged(running.variance.storage);
}

const LAYER_NORM: Operation = {
  name: 'layerNorm',
  // As batch normalisation in training, with the mean and variance of each row instead of each channel.
  backward(result, g) {
    const [x, weight, bias] = result.inputs;
    const [mean, inverse] = result.saved as Storage[];
    const columns = weight.numel;
    const dx = reserveInternal(x.numel);
    const dweight = reserveInternal(columns);
    const dbias = reserveInternal(columns);
    kernels.layerNormBackward(
      addressOfTensor(x),
      addressOf(mean),
      addressOf(inverse),
      addressOfTensor(weight),
      addressOf(g),
      addressOf(dx),
      addressOf(dweight),
      addressOf(dbias),
      mean.size,
      columns,
    );
    letGo(g);
    give(weight, dweight);
    give(bias, dbias);
    give(x, dx);
  },
};

/** Normalises over the last dimensions, as many as `weight` has numbers in them. */
export function layerNorm(x: Tensor, weight: Tensor, bias: Tensor, eps: number): Tensor {
  safePoint();
  const columns = weight.numel;
  const rows = x.numel / Math.max(1, columns);
  const mean = reserveInternal(rows);
  const inverse = reserveInternal(rows);
  const result = new Tensor(x.shape, reserve(x.numel));
  kernels.layerNorm(
    addressOfTensor(x),
    addressOfTensor(weight),
    addressOfTensor(bias),
    addressOf(result.storage),
    addressOf(mean),
    addressOf(inverse),
    rows,
    columns,
    eps,
  );
  return record(result, LAYER_NORM, [x, weight, bias], [mean, inverse]);
}
