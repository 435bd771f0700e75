// Losses: one number that says how wrong the predictions are. Losses that contain a softmax or a sigmoid take logits.

import { give, type Operation, record } from './autograd.ts';
import { kernels } from './kernels/kernels.ts';
import { heap, NONE } from './kernels/memory.ts';
import { isSameShape, show, expectShape } from './shapes.ts';
import { addressOf, letGo, reserve, reserveInternal, safePoint, type Storage } from './storage.ts';
import { addressOfTensor, Tensor } from './tensor.ts';

/** One class number for each row. */
export type Labels = Tensor | ArrayLike<number>;

export interface LossOptions {
  /** 'mean' over the samples (default) or 'sum'. The sum is batch-size times larger, and so is its gradient. */
  readonly reduction?: 'mean' | 'sum';
}

export interface CrossEntropyOptions extends LossOptions {
  /** Share of the target spread evenly over all classes (Szegedy et al. 2016). */
  readonly labelSmoothing?: number;
}

interface CrossEntropyNumbers {
  readonly scale: number;
  readonly smoothing: number;
}

const CROSS_ENTROPY: Operation = {
  name: 'crossEntropy',
  // ∂L/∂logits = (p − t) / N, with p = softmax(logits) and t the one-hot (or smoothed) target; no 1/N for a sum.
  backward(result, g) {
    const logits = result.inputs[0];
    const [probabilities, labels] = result.saved as Storage[];
    const { scale, smoothing } = result.options as CrossEntropyNumbers;
    const [rows, columns] = logits.shape;
    const dx = reserveInternal(logits.numel);
    const factor = scale * heap[addressOf(g)];
    kernels.crossEntropyBackward(
      addressOf(probabilities),
      addressOf(labels),
      addressOf(dx),
      rows,
      columns,
      smoothing,
      factor,
    );
    letGo(g);
    give(logits, dx);
  },
};

/**
 * −log of the probability that softmax gives to the right class, from logits (N, C) and N labels from 0 to C − 1, in nats. It works with
 * log-sum-exp and holds for logits of any size: no softmax before it.
 *
 * @throws RangeError when the shapes do not fit or a label is no class
 *
 * @example
 * console.log(crossEntropy(zeros(2, 10), [3, 7]).item().toFixed(4)); // 2.3026
 */
export function crossEntropy(
  logits: Tensor,
  labels: Labels,
  options?: CrossEntropyOptions,
): Tensor {
  safePoint();
  expectShape(logits.shape, '(N, C)', 'crossEntropy: logits');
  const rows = logits.shape[0];
  const columns = logits.shape[1];
  const smoothing = options?.labelSmoothing ?? 0;
  const scale = options?.reduction === 'sum' ? 1 : 1 / rows;
  const kept = keepLabels(labels, rows, columns, 'crossEntropy');
  const probabilities = reserveInternal(logits.numel);
  const total = kernels.crossEntropy(
    addressOfTensor(logits),
    addressOf(kept),
    addressOf(probabilities),
    rows,
    columns,
    smoothing,
  );
  return record(scalar(total * scale), CROSS_ENTROPY, [logits], [probabilities, kept], {
    scale,
    smoothing,
  });
}

const NLL: Operation = {
  name: 'nllLoss',
  // L = −Σ x[i, labelᵢ] / N: the gradient is −1/N at the labels, 0 elsewhere.
  backward(result, g) {
    const x = result.inputs[0];
    const labels = addressOf((result.saved as Storage[])[0]);
    const dx = reserveInternal(x.numel);
    const [rows, columns] = x.shape;
    kernels.fill(addressOf(dx), x.numel, 0);
    const share = -heap[addressOf(g)] * (result.options as number);
    for (let i = 0; i < rows; i++) heap[addressOf(dx) + i * columns + heap[labels + i]] = share;
    letGo(g);
    give(x, dx);
  },
};

/** Negative log-likelihood from log-probabilities (N, C), such as `logSoftmax` gives, and N labels. */
export function nllLoss(
  logProbabilities: Tensor,
  labels: Labels,
  { reduction = 'mean' }: LossOptions = {},
): Tensor {
  safePoint();
  expectShape(logProbabilities.shape, '(N, C)', 'nllLoss: log-probabilities');
  const [rows, columns] = logProbabilities.shape;
  const kept = keepLabels(labels, rows, columns, 'nllLoss');
  const scale = reduction === 'sum' ? 1 : 1 / rows;
  const [x, places] = [addressOfTensor(logProbabilities), addressOf(kept)];
  let total = 0;
  for (let i = 0; i < rows; i++) total -= heap[x + i * columns + heap[places + i]];
  return record(scalar(total * scale), NLL, [logProbabilities], [kept], scale);
}

/**
 * Mean of (x − target)².
 *
 * @example
 * console.log(mseLoss(tensor([1, 2]), tensor([1, 4])).item()); // 2
 */
export function mseLoss(x: Tensor, target: Tensor, options?: LossOptions): Tensor {
  checkSameShape('mseLoss', x, target);
  const difference = x.sub(target);
  return reduced(difference.mul(difference), options);
}

/** Mean of |x − target|. */
export function l1Loss(x: Tensor, target: Tensor, options?: LossOptions): Tensor {
  checkSameShape('l1Loss', x, target);
  return reduced(x.sub(target).abs(), options);
}

/** Mean of −t log σ(x) − (1 − t) log(1 − σ(x)) = softplus(x) − t x, for logits x and targets t from 0 to 1; holds for x of any size. */
export function bceWithLogits(logits: Tensor, target: Tensor, options?: LossOptions): Tensor {
  checkSameShape('bceWithLogits', logits, target);
  return reduced(logits.softplus().sub(logits.mul(target)), options);
}

/** Mean of max(0, 1 − t s) for scores s and targets t = ±1: the loss of support vector machines. */
export function hingeLoss(scores: Tensor, target: Tensor, options?: LossOptions): Tensor {
  checkSameShape('hingeLoss', scores, target);
  return reduced(scores.mul(target).neg().add(1).relu(), options);
}

function reduced(losses: Tensor, options: LossOptions | undefined): Tensor {
  return options?.reduction === 'sum' ? losses.sum() : losses.mean();
}

function checkSameShape(name: string, x: Tensor, target: Tensor): void {
  if (!isSameShape(x.shape, target.shape))
    throw new RangeError(
      `${name}: prediction ${show(x.shape)} and target ${show(target.shape)} must have the same shape`,
    );
}

function scalar(value: number): Tensor {
  const result = new Tensor(NO_DIMENSIONS, reserve(1));
  heap[addressOf(result.storage)] = value;
  return result;
}

const NO_DIMENSIONS: readonly number[] = [];

/** A copy of the labels in the heap, each checked to be a class. */
export function keepLabels(labels: Labels, rows: number, classes: number, name: string): Storage {
  const count = labels instanceof Tensor ? labels.numel : labels.length;
  if (count !== rows)
    throw new RangeError(
      `${name}: ${rows} rows of logits need ${rows} labels, one class number each; found ${count}`,
    );
  const kept = reserveInternal(rows);
  const from = labels instanceof Tensor ? addressOfTensor(labels) : NONE;
  const at = addressOf(kept);
  for (let i = 0; i < rows; i++) {
    const label = labels instanceof Tensor ? heap[from + i] : labels[i];
    if (!(label >= 0 && label < classes && Number.isInteger(label))) {
      letGo(kept);
      throw new RangeError(
        `${name}: label ${label} at position ${i} is not a class from 0 to ${classes - 1}`,
      );
    }
    heap[at + i] = label;
  }
  return kept;
}
