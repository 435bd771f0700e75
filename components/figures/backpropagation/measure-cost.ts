// Times a forward pass, a backward pass and finite differences on nets that grow, in slices that leave the page free.
import {
  backward,
  countParameters,
  denseNet,
  finiteDifferences,
  forward,
  type DenseNet,
} from './dense-net.ts';

/** Seconds of each way to work, for one net and one sample. */
export interface CostRow {
  readonly width: number;
  readonly parameters: number;
  readonly forward: number;
  readonly backward: number;
  /** One run of the net for each parameter, and one more. */
  readonly differences: number;
  /** False when the time of the differences was reached from a part of them. */
  readonly isWhole: boolean;
}

interface Host {
  /** Seconds since some moment. */
  readonly now: () => number;
  /** Gives the page a moment. Rejects when the measurement is no longer wanted. */
  readonly pause: () => Promise<void>;
}

export const INPUTS = 16;
export const widths = [2, 4, 8, 16, 32, 64, 128, 256] as const;

/** Layer sizes of the net of a given width and number of hidden layers. */
export function sizesOf(width: number, hiddenLayers: number): number[] {
  return [INPUTS, ...Array.from({ length: hiddenLayers }, () => width), 1];
}

const ROUNDS = 7;
const SLICE = 0.012; // seconds of work between two pauses
const BUDGET = 0.35; // seconds for the differences of one net

/** Measures one net. Each time is the best of a few rounds, each long enough for a coarse clock. */
export async function measureCost(
  width: number,
  hiddenLayers: number,
  host: Host,
): Promise<CostRow> {
  const net = denseNet(sizesOf(width, hiddenLayers));
  const gradient = new Float64Array(net.parameters.length);
  forward(net);
  const [forwardTime, backwardTime] = await bestOf(host, [
    () => void forward(net),
    () => backward(net, gradient),
  ]);
  const differences = await timeDifferences(net, gradient, host);
  return {
    width,
    parameters: countParameters(net.sizes),
    forward: forwardTime!,
    backward: backwardTime!,
    ...differences,
  };
}

/** The best time of each work. They take turns, so that a busy moment of the machine does not fall on one alone. */
async function bestOf(host: Host, works: readonly (() => void)[]): Promise<number[]> {
  const least = works.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, work] of works.entries()) {
      await host.pause();
      const seconds = timeOf(host, work);
      if (round > 0) least[i] = Math.min(least[i]!, seconds); // the first round warms up
    }
  return least;
}

/** Seconds for one run, from as many as a coarse clock needs. */
function timeOf(host: Host, work: () => void): number {
  const start = host.now();
  let runs = 0;
  let elapsed = 0;
  do {
    for (let i = 0; i < 8; i++) work();
    runs += 8;
    elapsed = host.now() - start;
  } while (elapsed < SLICE / 2);
  return elapsed / runs;
}

/** Goes round and round through the parameters in blocks that fill a slice; the fastest block counts. */
async function timeDifferences(net: DenseNet, gradient: Float64Array, host: Host) {
  const count = net.parameters.length;
  const loss = forward(net);
  let done = 0;
  let spent = 0;
  let block = 1;
  let fastest = Infinity; // seconds for one parameter
  while (spent < BUDGET && (done < count || spent < SLICE * 4)) {
    await host.pause();
    const start = host.now();
    for (let left = block, at = done % count; left > 0; at = 0) {
      const end = Math.min(count, at + left);
      finiteDifferences(net, loss, gradient, at, end);
      left -= end - at;
    }
    const elapsed = host.now() - start;
    spent += elapsed;
    done += block;
    // A block shorter than this says more about the clock than about the work.
    if (elapsed > SLICE / 4 || spent >= BUDGET) fastest = Math.min(fastest, elapsed / block);
    if (elapsed < SLICE / 2) block *= 2;
  }
  return { differences: fastest * (count + 1), isWhole: done >= count };
}
