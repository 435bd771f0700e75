// How good are the predictions?

import type { Labels } from './losses.ts';
import { expectShape } from './shapes.ts';
import { Tensor } from './tensor.ts';

/**
 * Share of rows of the logits (N, C) whose largest entry stands at the label; predictions (N) of class numbers are taken as they are.
 *
 * @example
 * console.log(accuracy(tensor([[2, 1], [0, 3], [5, 4]]), [0, 1, 1]).toFixed(2)); // 0.67
 */
export function accuracy(logits: Tensor, labels: Labels): number {
  const predicted = predictions(logits);
  const list = labels instanceof Tensor ? labels.data : labels;
  checkCount('accuracy', predicted, list);
  let right = 0;
  for (let i = 0; i < predicted.length; i++) if (predicted[i] === list[i]) right++;
  return right / predicted.length;
}

/**
 * How often each class (row) was taken for each class (column).
 *
 * @example
 * console.log(confusionMatrix(tensor([0, 1, 1]), [0, 1, 0], 2)); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(logits: Tensor, labels: Labels, classes: number): number[][] {
  const predicted = predictions(logits);
  const list = labels instanceof Tensor ? labels.data : labels;
  checkCount('confusionMatrix', predicted, list);
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < predicted.length; i++) {
    if (matrix[list[i]]?.[predicted[i]] === undefined)
      throw new RangeError(
        `confusionMatrix: label ${list[i]} or prediction ${predicted[i]} is not a class from 0 to ${classes - 1}`,
      );
    matrix[list[i]][predicted[i]]++;
  }
  return matrix;
}

function predictions(logits: Tensor): Float32Array {
  if (logits.ndim === 1) return logits.data;
  expectShape(logits.shape, '(N, C)', 'accuracy: logits');
  return logits.argmax(1).data;
}

function checkCount(name: string, predicted: Float32Array, labels: ArrayLike<number>): void {
  if (predicted.length !== labels.length)
    throw new RangeError(`${name}: ${predicted.length} predictions and ${labels.length} labels`);
}
