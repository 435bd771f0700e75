// The heap: one long array of float32 numbers in which the kernels work. A block of it is named by its address, the index of
// its first number. When WebAssembly exists the heap is a WebAssembly.Memory, so that JavaScript and the kernels see the same bytes.

const FLOATS_PER_PAGE = 16384; // a WebAssembly page has 64 KiB
const INITIAL_PAGES = 256;
const MAXIMUM_PAGES = 32768; // 2 GiB
const SLACK_FLOATS = 64; // a SIMD kernel may read a little past the last block

/** Floats at the very start of the heap that belong to the kernels (packed panels of a matrix product and the like). */
export const SCRATCH_FLOATS = 1 << 19;

/** The address that no block has: an optional operand that is not there. */
export const NONE = 0;

/** The memory given to the WebAssembly kernels; null where WebAssembly is missing. */
export const memory: WebAssembly.Memory | null = createMemory();

/** All numbers the kernels can reach. Growing replaces this array: never keep it across a call to `allocate`. */
export let heap: Float32Array | Float64Array =
  memory === null
    ? new Float32Array(INITIAL_PAGES * FLOATS_PER_PAGE)
    : new Float32Array(memory.buffer);

let top = SCRATCH_FLOATS;
let freeBlocks: number[][] = emptyFreeLists();

/** The address of a block of at least `size` numbers, with whatever values the last user left there. */
export function allocate(size: number): number {
  if (isMeasuring) return NOWHERE;
  const sizeClass = classOf(size);
  const free = freeBlocks[sizeClass];
  if (free.length > 0) return free.pop() as number;
  const at = top;
  const newTop = top + floatsIn(sizeClass);
  if (newTop + SLACK_FLOATS > heap.length) grow(newTop + SLACK_FLOATS);
  top = newTop;
  return at;
}

/** Gives a block back; `size` is the number it was asked for with. */
export function release(at: number, size: number): void {
  if (isMeasuring) return;
  freeBlocks[classOf(size)].push(at);
}

/** Bytes of heap in use or in free lists: what the engine has ever needed at once. */
export function heapBytes(): number {
  return top * heap.BYTES_PER_ELEMENT;
}

/**
 * Runs `work` on a heap of float64 numbers and returns to float32 afterwards. Only the reference kernels can work there. `evict` must move
 * every live value out of the heap; it is called before and after.
 */
export function onDoubleHeap<Result>(work: () => Result, evict: () => void): Result {
  evict();
  const single = { heap, top, freeBlocks };
  ({ heap, top, freeBlocks } = double);
  try {
    return work();
  } finally {
    evict();
    double = { heap, top, freeBlocks };
    ({ heap, top, freeBlocks } = single);
  }
}

let double = {
  heap: new Float64Array(1024) as Float32Array | Float64Array,
  top: 16,
  freeBlocks: emptyFreeLists(),
};

/** Runs `work` with blocks that hold nothing: only shapes come out right. `evict` as above. */
export function onNoHeap<Result>(work: () => Result, evict: () => void): Result {
  evict();
  const kept = heap;
  heap = new Float32Array(0);
  isMeasuring = true;
  try {
    return work();
  } finally {
    evict();
    heap = kept;
    isMeasuring = false;
  }
}

/** Is only the shape of everything wanted, no numbers? */
export let isMeasuring = false;

/** The address of every block while measuring; the empty heap ignores what is written there. */
const NOWHERE = 16;

// Sizes are rounded up to four classes per power of two, from 16 floats (one cache line), so at most a quarter is wasted and a
// block fits every later request of its class.

function classOf(size: number): number {
  if (size <= 16) return 0;
  const n = size - 1;
  const octave = 31 - Math.clz32(n);
  return ((octave - 4) << 2) + ((n >> (octave - 2)) & 3) + 1;
}

function floatsIn(sizeClass: number): number {
  if (sizeClass === 0) return 16;
  const octave = 4 + ((sizeClass - 1) >> 2);
  const quarter = ((sizeClass - 1) & 3) + 1;
  return alignUp((1 << octave) + quarter * (1 << (octave - 2)));
}

function alignUp(floats: number): number {
  return (floats + 15) & ~15;
}

function emptyFreeLists(): number[][] {
  return Array.from({ length: 120 }, () => []);
}

function grow(floats: number): void {
  const wanted = Math.max(floats, Math.min(heap.length * 2, heap.length + 64 * 1024 * 1024));
  if (memory !== null && heap.buffer === memory.buffer) {
    const pages = Math.ceil(wanted / FLOATS_PER_PAGE) - memory.buffer.byteLength / 65536;
    try {
      memory.grow(pages);
    } catch {
      throw new RangeError(
        `out of memory: the engine needs ${Math.round(floats / 262144)} MiB; use smaller batches or tensors`,
      );
    }
    heap = new Float32Array(memory.buffer);
  } else {
    const larger =
      heap instanceof Float64Array ? new Float64Array(wanted) : new Float32Array(wanted);
    larger.set(heap);
    heap = larger;
  }
}

function createMemory(): WebAssembly.Memory | null {
  if (typeof WebAssembly === 'undefined') return null;
  for (let maximum = MAXIMUM_PAGES; maximum >= 2048; maximum >>= 1) {
    try {
      return new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum });
    } catch {
      // A small device may refuse to set this much address space aside: ask for half.
    }
  }
  return null;
}
