import { describe, expect, test } from 'vitest';
import { fit, manualSeed, measureAccuracy, nn, optim, type Progress, tensor } from '../index.ts';
import { packWeights, type Port, serveTraining, startTraining, unpackWeights } from './worker.ts';

const data = {
  x: tensor([
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ]),
  y: tensor([0, 1, 2, 3]),
};
const makeModel = () =>
  new nn.Sequential(new nn.Linear(2, 16), new nn.ReLU(), new nn.Dropout(0.1), new nn.Linear(16, 4));

/** The two ends of a channel, as a page and its worker see it. */
function channel(): { page: Port; worker: Port; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  return {
    page: port1 as unknown as Port,
    worker: port2 as unknown as Port,
    close: () => port1.close(),
  };
}

interface Job {
  readonly epochs: number;
}

function serve(worker: Port): () => void {
  return serveTraining<Job, Progress, Uint8Array>(
    worker,
    async ({ epochs }, { report, signal }) => {
      if (epochs < 0) throw new Error('epochs must not be negative');
      manualSeed(1);
      const model = makeModel();
      const optimiser = new optim.SGD(model.parameters(), { learningRate: 0.1, momentum: 0.9 });
      await fit({
        model,
        optimiser,
        train: data,
        test: data,
        epochs,
        batchSize: 4,
        onProgress: (p) => report(p),
        signal,
      });
      return packWeights(model);
    },
  );
}

describe('training in a worker', () => {
  test('reports progress and hands the weights over', async () => {
    const { page, worker, close } = channel();
    serve(worker);
    const seen: Progress[] = [];
    const run = startTraining<Job, Progress, Uint8Array>(
      page,
      { epochs: 100 },
      { onProgress: (p) => seen.push(p) },
    );
    const model = makeModel();
    unpackWeights(model, await run.result);
    expect(measureAccuracy(model, data)).toBe(1);
    expect(model.isTraining).toBe(true);
    const ends = seen.filter((p) => p.testAccuracy !== undefined);
    expect(ends).toHaveLength(100);
    expect(ends[99]).toMatchObject({
      epoch: 100,
      step: 100,
      steps: 100,
      testAccuracy: 1,
      remaining: 0,
    });
    expect(ends[99].loss).toBeLessThan(ends[0].loss);
    close();
  });

  test('stops when the page cancels, with the weights so far', async () => {
    const { page, worker, close } = channel();
    serve(worker);
    let last: Progress | null = null;
    const run = startTraining<Job, Progress, Uint8Array>(
      page,
      { epochs: 1e9 },
      { onProgress: (p) => (last = p) },
    );
    setTimeout(run.cancel, 50);
    unpackWeights(makeModel(), await run.result);
    expect((last as unknown as Progress).epoch).toBeLessThan(1e9);
    close();
  });

  test('a new job ends the one before, and a failure arrives as its message', async () => {
    const { page, worker, close } = channel();
    const stop = serve(worker);
    const first = startTraining<Job, Progress, Uint8Array>(page, { epochs: 1e9 });
    const second = startTraining<Job, Progress, Uint8Array>(page, { epochs: -1 });
    await expect(second.result).rejects.toThrow('epochs must not be negative');
    expect((await first.result).length).toBeGreaterThan(0);
    stop();
    close();
  });
});

test('schedules step once an epoch', async () => {
  const model = makeModel();
  const optimiser = new optim.SGD(model.parameters(), { learningRate: 1 });
  const schedule = new optim.ExponentialLR(optimiser, { gamma: 0.5 });
  await fit({ model, optimiser, train: data, epochs: 3, batchSize: 2, schedule });
  expect(optimiser.learningRate).toBe(0.125);
});
