// Reverse-mode differentiation.
//
// While an operation computes its result it leaves there what backward will need: which operation it was, its inputs, what it saved.
// `backward` walks from the loss to the leaves, later results first, and asks each operation to turn the gradient of its result into
// gradients of its inputs (the chain rule); where a value was used several times the gradients add up. Results carry the number of their
// creation, and an input is always older than a result made from it, so sorting by that number is a topological order: no recursion.

import { kernels } from './kernels/kernels.ts';
import {
  addressOf,
  copyNumbers,
  letGo,
  markChanged,
  reserveInternal,
  safePoint,
  type Storage,
} from './storage.ts';
import type { Tensor } from './tensor.ts';

/** What backward needs to know about a kind of operation. */
export interface Operation {
  readonly name: string;
  /**
   * Turns the gradient `g` of the result into gradients of its inputs. It owns `g` and must hand it on (`give`) or let it go (`letGo`);
   * to overwrite it, it asks `own` first, since another input may share it.
   */
  readonly backward: (result: Tensor, g: Storage) => void;
}

let isRecording = true;
let clock = 0;
let watchesForAnomalies = false;

const NO_INPUTS: Tensor[] = [];

/** The mark of a result whose graph has been consumed. */
const CONSUMED: Operation = {
  name: 'consumed',
  backward: () => undefined,
};

/**
 * Runs `work` without recording operations: nothing inside can be differentiated, and parameters may be changed in place.
 *
 * @example
 * const w = tensor([1, 2], { requiresGrad: true });
 * noGrad(() => w.sub_(0.5));
 * console.log(w.tolist()); // [0.5, 1.5]
 */
export function noGrad<Result>(work: () => Result): Result {
  const before = isRecording;
  isRecording = false;
  try {
    return work();
  } finally {
    isRecording = before;
  }
}

/** Are operations being recorded? */
export function isGradEnabled(): boolean {
  return isRecording;
}

/**
 * Runs `work` and stops at the first operation, forward or backward, that makes a NaN or an infinity out of finite numbers, naming it.
 * Slower, for hunting an error.
 *
 * @throws Error such as `log: made NaN or infinity …`
 *
 * @example
 * try {
 *   detectAnomaly(() => tensor([1, 0]).log().sum());
 * } catch (error) {
 *   console.log(error.message.slice(0, 3)); // log
 * }
 */
export function detectAnomaly<Result>(work: () => Result): Result {
  const before = watchesForAnomalies;
  watchesForAnomalies = true;
  try {
    return work();
  } finally {
    watchesForAnomalies = before;
  }
}

/** Leaves in `result` what backward needs; `saved` is given back at once when nothing will ever ask for it. */
export function record(
  result: Tensor,
  operation: Operation,
  inputs: Tensor[],
  saved: Storage[] | null = null,
  options: unknown = null,
): Tensor {
  let isNeeded = false;
  if (isRecording) {
    for (let i = 0; i < inputs.length; i++) isNeeded ||= inputs[i].requiresGrad;
  }
  if (isNeeded) {
    result.requiresGrad = true;
    result.operation = operation;
    result.inputs = inputs;
    result.saved = saved;
    result.options = options;
    result.order = ++clock;
    result.versions = versionsOf(result, inputs);
  } else if (saved !== null) {
    for (let i = 0; i < saved.length; i++) letGo(saved[i]);
  }
  if (watchesForAnomalies) reportAnomaly(result, operation, inputs);
  return result;
}

/** Hands a fresh gradient, owned by the caller, to `input`: the first one is kept, later ones are added to it. */
export function give(input: Tensor, gradient: Storage): void {
  if (!input.requiresGrad) return letGo(gradient);
  if (input.gradient === null) {
    // The gradient of a leaf stays, for the reader and the optimiser to change: nobody else may share it.
    input.gradient = input.operation === null ? own(gradient) : gradient;
    return;
  }
  const total = (input.gradient = own(input.gradient));
  kernels.addScaled(addressOf(gradient), 1, addressOf(total), total.size);
  markChanged(total);
  letGo(gradient);
}

/** Sends the gradient on to `input` as it is. */
export function pass(input: Tensor, gradient: Storage): void {
  if (!input.requiresGrad) return;
  gradient.users++;
  give(input, gradient);
}

/** The same numbers in a storage that nobody else uses, so that they may be overwritten. */
export function own(storage: Storage): Storage {
  if (storage.users === 1) return storage;
  const copy = reserveInternal(storage.size);
  copyNumbers(storage, 0, copy, storage.size);
  letGo(storage);
  return copy;
}

/**
 * Differentiates `root` with respect to everything it was computed from; `seed` is ∂L/∂root. Leaves gather their gradient, results on
 * the way give theirs up (unless `retainGrad`), and the graph is consumed unless `retainGraph`.
 */
export function backward(root: Tensor, seed: Storage, retainGraph: boolean): void {
  safePoint();
  const results = resultsBehind(root);
  give(root, seed);
  for (let i = 0; i < results.length; i++) {
    const result = results[i];
    const operation = result.operation as Operation;
    const gradient = result.gradient;
    if (gradient !== null) {
      result.gradient = null;
      if (result.retainsGrad) result.keepGradient(gradient);
      const { inputs } = result;
      operation.backward(result, gradient);
      if (watchesForAnomalies) reportBadGradient(inputs, operation);
    }
    if (!retainGraph) consume(result);
  }
}

/** Every recorded result that `root` was computed from, the latest first. */
function resultsBehind(root: Tensor): Tensor[] {
  const results: Tensor[] = [];
  if (root.operation === null) return results;
  const visit = ++clock;
  const waiting = [root];
  root.visit = visit;
  for (let result = waiting.pop(); result !== undefined; result = waiting.pop()) {
    const { operation, inputs } = result;
    if (operation === CONSUMED) throw consumedTwice();
    if (result.versions !== versionsOf(result, inputs))
      throw changedInPlace(operation as Operation);
    results.push(result);
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i];
      if (input.operation !== null && input.visit !== visit) {
        input.visit = visit;
        waiting.push(input);
      }
    }
  }
  return results.sort((a, b) => b.order - a.order);
}

/** Forgets how `result` was computed and gives the blocks back that only backward needed. */
function consume(result: Tensor): void {
  const { saved } = result;
  if (saved !== null) for (let i = 0; i < saved.length; i++) letGo(saved[i]);
  result.operation = CONSUMED;
  result.inputs = NO_INPUTS;
  result.saved = null;
  result.options = null;
  letGo(result.storage);
}

/** Changes when any number that backward may read is changed in place. */
function versionsOf(result: Tensor, inputs: readonly Tensor[]): number {
  let total = result.storage.version;
  for (let i = 0; i < inputs.length; i++) total += inputs[i].storage.version;
  return total;
}

function consumedTwice(): Error {
  return new Error(
    'backward: this graph was already used by an earlier backward() and its values are gone. Compute the loss again, or keep the graph with backward({ retainGraph: true }).',
  );
}

function changedInPlace(operation: Operation): Error {
  return new Error(
    `backward: a value that ${operation.name} needs was changed in place after the forward pass. Call backward() before the change (an optimiser step, add_, fill_ …).`,
  );
}

function reportAnomaly(result: Tensor, operation: Operation, inputs: Tensor[]): void {
  if (holdsOnlyFinite(result) || !inputs.every(holdsOnlyFinite)) return;
  const shapes = inputs.map((input) => `(${input.shape.join(', ')})`).join(' and ');
  throw new Error(
    `${operation.name}: made NaN or infinity from finite numbers; its inputs have shape ${shapes}`,
  );
}

function holdsOnlyFinite(tensor: Tensor): boolean {
  return kernels.allFinite(addressOf(tensor.storage) + tensor.offset, tensor.numel) === 1;
}

/** The walk goes from finite to infinite only once: the operation after which it did is the culprit. */
function reportBadGradient(inputs: readonly Tensor[], operation: Operation): void {
  for (const { gradient, shape } of inputs) {
    if (gradient === null || kernels.allFinite(addressOf(gradient), gradient.size) === 1) continue;
    throw new Error(
      `backward: ${operation.name} made NaN or infinity in the gradient of its input of shape (${shape.join(', ')})`,
    );
  }
}
