// Where the numbers of a tensor live, and why nobody frees them by hand.
//
// A storage is either in the heap, where the kernels work (`at` is its address), or in an ordinary JavaScript array (`values`), where
// the garbage collector looks after it. It moves by itself: into the heap when a kernel needs it, out of it
//   - when `backward()` has consumed the graph that it was computed for: a value that the reader may still hold is copied out, a value
//     internal to a layer is dropped, and its block is used again at once;
//   - when too much has gathered in the heap (results without a graph, graphs never differentiated): at the next safe point, before an
//     operation reads any address, everything is copied out and what nobody holds any more is garbage like any other.
// So a loop of 100,000 steps holds memory flat, and a number that somebody can still read is never overwritten.

import {
  allocate,
  heap,
  isMeasuring,
  NONE,
  onDoubleHeap,
  onNoHeap,
  release,
} from './kernels/memory.ts';
import { kernelMode, kernels, useKernels, useNoKernels } from './kernels/kernels.ts';

export type Floats = Float32Array | Float64Array;

/** A typed array costs much more to make than a plain one, which is why few numbers move out into a plain array. */
type Numbers = Floats | number[];
const FEW = 256;

export class Storage {
  readonly size: number;
  /** Address in the heap; NONE while the numbers are in `values`. */
  at: number = NONE;
  /** The numbers on JavaScript's side; while `at` is set too, an unchanged copy of them. */
  values: Numbers | null = null;
  /** Can the reader's code reach a tensor on this storage? Then its values outlive its block. */
  isHeld: boolean;
  /** How many tensors of a graph share this storage (views, or a gradient passed on unchanged). */
  users = 1;
  /** Counts changes in place, so that backward can tell when a number it needs is no longer there. */
  version = 0;
  /** The copy last given out as `tensor.data`. */
  snapshot: Floats | null = null;
  /** Position in `leases`; SWEPT after a sweep. */
  lease = 0;

  constructor(size: number, isHeld: boolean) {
    this.size = size;
    this.isHeld = isHeld;
  }
}

/** All storages with a block in the heap. */
const leases: Storage[] = [];
let leasedFloats = 0;

const FEWEST_FLOATS_TO_SWEEP = 1 << 24; // 64 MiB
const MOST_LEASES = 50_000;
const SWEPT = -1;
let floatsToSweep = FEWEST_FLOATS_TO_SWEEP;
let leasesToSweep = MOST_LEASES;
let sweptFloats = 0;
let returnedFloats = 0;

/** Are new storages within reach of the reader's code? Layers set this to false around what never leaves them. */
let isHolding = true;

/** Sets whether new storages are held and returns what was in force before. */
export function setHolding(holding: boolean): boolean {
  const before = isHolding;
  isHolding = holding;
  return before;
}

/** A storage in the heap, its numbers not yet written. */
export function reserve(size: number): Storage {
  const storage = new Storage(size, isHolding);
  takeBlock(storage);
  return storage;
}

/** A storage for what only the engine sees: values kept for backward, gradients on their way. */
export function reserveInternal(size: number): Storage {
  const storage = new Storage(size, false);
  takeBlock(storage);
  return storage;
}

/** A storage on JavaScript's side; it owns `values` from now on. */
export function storageOf(values: Floats): Storage {
  const storage = new Storage(values.length, true);
  storage.values = values;
  return storage;
}

/** The address of the numbers, moved into the heap first where needed. */
export function addressOf(storage: Storage): number {
  return storage.at !== NONE ? storage.at : moveIn(storage);
}

function moveIn(storage: Storage): number {
  const { values } = storage;
  if (values === null) throw new Error('internal: a value was used after its block was given back');
  if (storage.lease === SWEPT) returnedFloats += storage.size;
  takeBlock(storage);
  if (isMeasuring) return storage.at;
  const { at, size } = storage;
  if (size <= FEW) for (let i = 0; i < size; i++) heap[at + i] = values[i];
  else heap.set(values, at);
  return storage.at;
}

/** The numbers to read from JavaScript, without copying where that is possible; valid only until the next operation. */
export function peek(storage: Storage): Numbers {
  if (storage.values !== null) return storage.values;
  checkPresent(storage);
  return heap.subarray(storage.at, storage.at + storage.size);
}

/** One number. */
export function numberAt(storage: Storage, place: number): number {
  if (storage.values !== null) return storage.values[place];
  checkPresent(storage);
  return heap[storage.at + place];
}

/** `count` numbers from `start` on, in a new array. */
export function copyOf(storage: Storage, start: number, count: number): Floats {
  const { values } = storage;
  if (values === null) {
    checkPresent(storage);
    return heap.slice(storage.at + start, storage.at + start + count);
  }
  if (!Array.isArray(values)) return values.slice(start, start + count);
  const copy = heap instanceof Float64Array ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) copy[i] = values[start + i];
  return copy;
}

function checkPresent(storage: Storage): void {
  if (storage.at === NONE)
    throw new Error('internal: a value was read after its block was given back');
}

/** To be called after every change in place. */
export function markChanged(storage: Storage): void {
  storage.version++;
  storage.snapshot = null;
  if (storage.at !== NONE) storage.values = null;
}

/** One user less; the last one gives the block back, and a held value moves to JavaScript's side first. */
export function letGo(storage: Storage): void {
  if (--storage.users > 0 || storage.at === NONE) return;
  if (storage.isHeld) {
    moveOut(storage);
  } else {
    storage.values = null;
    giveBlock(storage);
  }
}

/** Moves the numbers to JavaScript's side. */
export function moveOut(storage: Storage): void {
  const { at, size } = storage;
  if (storage.values === null)
    storage.values = size <= FEW ? plainCopy(at, size) : heap.slice(at, at + size);
  giveBlock(storage);
}

function plainCopy(at: number, size: number): number[] {
  const numbers = heap;
  const copy = new Array<number>(size);
  for (let i = 0; i < size; i++) copy[i] = numbers[at + i];
  return copy;
}

/** Call before an operation reads any address: the only place where values leave the heap by themselves. */
export function safePoint(): void {
  if (!isMeasuring && (leasedFloats > floatsToSweep || leases.length > leasesToSweep)) sweep();
}

/** Moves everything out of the heap. What comes back soon was in use: then the next sweep waits for twice as much. */
export function sweep(): void {
  if (sweptFloats > 0 && returnedFloats > sweptFloats / 4) {
    floatsToSweep = Math.max(FEWEST_FLOATS_TO_SWEEP, Math.min(2 * leasedFloats, 1 << 28));
    leasesToSweep = Math.max(MOST_LEASES, 2 * leases.length);
  }
  sweptFloats = leasedFloats;
  returnedFloats = 0;
  while (leases.length > 0) {
    const storage = leases[leases.length - 1];
    moveOut(storage);
    storage.lease = SWEPT;
  }
}

/** Runs `work` with every number in float64 and the reference kernels; used to check gradients exactly. */
export function inDoublePrecision<Result>(work: () => Result): Result {
  const mode = kernelMode();
  try {
    return onDoubleHeap(() => {
      useKernels('reference');
      return work();
    }, sweep);
  } finally {
    useKernels(mode);
  }
}

/**
 * Runs `work` without any numbers: tensors made inside have shapes only, nothing is set aside or computed. For measuring models too large to
 * hold; what is made inside must not be used afterwards.
 */
export function measuring<Result>(work: () => Result): Result {
  const mode = kernelMode();
  try {
    return onNoHeap(() => {
      useNoKernels();
      return work();
    }, sweep);
  } finally {
    useKernels(mode);
  }
}

/** How much the engine keeps at the moment, for tests and for the curious. */
export function memoryInUse(): { storages: number; floats: number } {
  return { storages: leases.length, floats: leasedFloats };
}

/** Copies `count` numbers from one storage to another inside the heap. */
export function copyNumbers(from: Storage, offset: number, to: Storage, count: number): void {
  kernels.copy(addressOf(from) + offset, addressOf(to), count);
}

function takeBlock(storage: Storage): void {
  storage.at = allocate(storage.size);
  storage.lease = leases.length;
  leases.push(storage);
  leasedFloats += storage.size;
}

function giveBlock(storage: Storage): void {
  release(storage.at, storage.size);
  storage.at = NONE;
  leasedFloats -= storage.size;
  const last = leases.pop() as Storage;
  if (last !== storage) {
    leases[storage.lease] = last;
    last.lease = storage.lease;
  }
}
