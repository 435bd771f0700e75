// Setting samples aside: hold-out, stratified hold-out, k folds.

import { expectWhole } from '../shapes.ts';
import { Generator } from '../random.ts';
import { Tensor } from '../tensor.ts';
import { type Dataset, sampleCount, subset } from './dataset.ts';

export interface SplitOptions {
  /** Share of the samples (below 1) or number of samples (1 or more) to set aside. */
  readonly testSize?: number;
  readonly seed?: number;
  /** Keep the shares of the classes equal in both parts? */
  readonly stratify?: boolean;
  /** Without shuffling the last samples are set aside; not with `stratify`. */
  readonly shuffle?: boolean;
}

/**
 * Sets part of a data set aside, at random unless `shuffle` is false.
 *
 * @example
 * const data = { x: rand(10, 2), y: tensor([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]) };
 * const { train, test } = trainTestSplit(data, { testSize: 0.4, stratify: true });
 * console.log(train.x.shape[0], test.y.sum().item()); // 6 2
 */
export function trainTestSplit<Data extends Dataset>(
  data: Data,
  options: SplitOptions = {},
): { train: Data; test: Data } {
  const { testSize = 0.2, seed = 0, stratify = false, shuffle = true } = options;
  const count = sampleCount(data);
  const share = testSize < 1 ? testSize : testSize / count;
  if (!(share > 0 && share < 1))
    throw new RangeError(
      `trainTestSplit: testSize must leave samples on both sides of ${count}; found ${testSize}`,
    );
  const generator = new Generator(seed);
  const test: number[] = [];
  const train: number[] = [];
  for (const group of stratify ? groupsOf(data.y.data) : [numbersTo(count)]) {
    if (shuffle || stratify) generator.shuffle(group);
    const size = Math.round(share * group.length);
    train.push(...group.slice(0, group.length - size));
    test.push(...group.slice(group.length - size));
  }
  if (stratify) [train, test].forEach((part) => generator.shuffle(part));
  return { train: subset(data, train), test: subset(data, test) };
}

export interface FoldOptions {
  readonly folds?: number;
  readonly seed?: number;
  /** Class numbers, to keep their shares equal in every fold. */
  readonly stratify?: Tensor | ArrayLike<number>;
}

/**
 * k-fold cross-validation: every sample is tested once, and trained on k − 1 times. Gives the indices.
 *
 * @example
 * const folds = kFold(6, { folds: 3 });
 * console.log(folds.length, folds[0].train.length, folds[0].test.length); // 3 4 2
 */
export function kFold(
  count: number,
  options: FoldOptions = {},
): { train: number[]; test: number[] }[] {
  const { folds = 5, seed = 0, stratify } = options;
  expectWhole(folds, 2, count, 'kFold: folds');
  const labels = stratify instanceof Tensor ? stratify.data : stratify;
  if (labels !== undefined && labels.length !== count)
    throw new RangeError(`kFold: ${labels.length} labels for ${count} samples`);
  const generator = new Generator(seed);
  const fold = new Int32Array(count);
  let next = 0;
  for (const group of labels === undefined ? [numbersTo(count)] : groupsOf(labels))
    for (const index of generator.shuffle(group)) fold[index] = next++ % folds;
  return numbersTo(folds).map((k) => ({
    train: numbersTo(count).filter((i) => fold[i] !== k),
    test: numbersTo(count).filter((i) => fold[i] === k),
  }));
}

/** The indices of each label, labels in rising order. */
function groupsOf(labels: ArrayLike<number>): number[][] {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const group = groups.get(labels[i]);
    if (group === undefined) groups.set(labels[i], [i]);
    else group.push(i);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
