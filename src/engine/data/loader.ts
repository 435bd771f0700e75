// Mini-batches: the samples in a new random order each epoch, cut into slices.

import { expectWhole } from '../shapes.ts';
import { defaultGenerator, Generator } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { type Dataset, sampleCount, takeRows } from './dataset.ts';

export interface LoaderOptions {
  readonly batchSize?: number;
  /** Draw a new order for every epoch? */
  readonly shuffle?: boolean;
  /** Sets the loader's own stream of orders; without it the common stream of `manualSeed` is used. */
  readonly seed?: number;
  /** Leave out the last batch when it is smaller? */
  readonly dropLast?: boolean;
  /** Changes each batch of inputs, such as `augment.flip()`. */
  readonly transform?: (x: Tensor, generator: Generator) => Tensor;
}

export interface Batch {
  readonly x: Tensor;
  readonly y: Tensor;
  /** Which samples of the data set these are. */
  readonly indices: Int32Array;
}

/**
 * Walks through a data set in batches; each `for … of` is one epoch.
 *
 * @example
 * const data = { x: arange(5).reshape(5, 1), y: arange(5) };
 * for (const { x } of new DataLoader(data, { batchSize: 2 })) console.log(x.shape); // [2, 1] [2, 1] [1, 1]
 */
export class DataLoader implements Iterable<Batch> {
  readonly data: Dataset;
  readonly batchSize: number;
  private readonly options: LoaderOptions;
  private readonly generator: Generator;

  constructor(data: Dataset, options: LoaderOptions = {}) {
    const { batchSize = 32, seed } = options;
    expectWhole(batchSize, 1, Infinity, 'DataLoader: batchSize');
    sampleCount(data);
    this.data = data;
    this.batchSize = batchSize;
    this.options = options;
    this.generator = seed === undefined ? defaultGenerator : new Generator(seed);
  }

  /** Batches in an epoch. */
  get length(): number {
    const batches = sampleCount(this.data) / this.batchSize;
    return this.options.dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  *[Symbol.iterator](): Iterator<Batch> {
    const { data, batchSize, options, generator } = this;
    const order = Int32Array.from({ length: sampleCount(data) }, (_, i) => i);
    if (options.shuffle) generator.shuffle(order);
    const batches = this.length;
    for (let i = 0; i < batches; i++) {
      const indices = order.slice(i * batchSize, (i + 1) * batchSize);
      const x = takeRows(data.x, indices);
      const transformed = options.transform === undefined ? x : options.transform(x, generator);
      yield { x: transformed, y: takeRows(data.y, indices), indices };
    }
  }
}
