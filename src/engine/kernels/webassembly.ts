// The WebAssembly kernels: compiles the embedded modules once and hands out their functions in the shape of `Kernels`.

import type { ConvolutionShape, Kernels, PoolingShape, UnaryName } from './kernels.ts';
import { allocate, release, SCRATCH_FLOATS } from './memory.ts';
import { unpackText } from './packed-text.ts';
import { reference } from './reference/reference.ts';
import { KERNELS } from './wasm.generated.ts';

type Exports = Readonly<Record<string, (...numbers: number[]) => number>>;

/** The functions that `unary` of the assembly knows, in its order; the others run as their plain twins. */
const unaryNames: readonly UnaryName[] = ['exp', 'log', 'sqrt', 'abs', 'sigmoid', 'tanh'];

const unaryNumbers = new Map(unaryNames.map((name, number) => [name, number]));

/** Scratch of the kernels that begins behind their constants and edge tiles. */
const ROOM = 4096;

/** The compiled kernels working in `memory`, or null where SIMD is missing. What is absent falls back to the reference twin. */
export function instantiate(
  memory: WebAssembly.Memory,
  mode: 'deterministic' | 'fast',
): Partial<Kernels> | null {
  const exports = (mode === 'fast' && compiled(memory, mode)) || compiled(memory, 'deterministic');
  return exports && wrap(exports);
}

const instances = new Map<string, Exports | null>();

/** The exports of the module, or null where the host does not know its instructions or forbids compiling. */
function compiled(memory: WebAssembly.Memory, mode: 'deterministic' | 'fast'): Exports | null {
  let exports = instances.get(mode);
  if (exports === undefined) {
    exports = null;
    try {
      const bytes = unpackText(KERNELS);
      if (mode === 'fast') fuseMultiplyAdd(bytes);
      if (WebAssembly.validate(bytes)) {
        const module = new WebAssembly.Module(bytes);
        exports = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports;
      }
    } catch {
      // A content policy without 'wasm-unsafe-eval' ends here.
    }
    instances.set(mode, exports);
  }
  return exports;
}

/**
 * Turns every `f32x4.mul; local.get c; f32x4.add` into `nop; nop; nop; local.get c; f32x4.relaxed_madd`, which takes as many bytes: a
 * second module for relaxed SIMD would cost as much download again.
 */
function fuseMultiplyAdd(code: Uint8Array): void {
  for (let i = code.indexOf(0xfd); i >= 0; i = code.indexOf(0xfd, i + 1)) {
    const isMul = code[i + 1] === 0xe6 && code[i + 2] === 0x01;
    const isGet = code[i + 3] === 0x20 && code[i + 4] < 0x80;
    const isAdd = code[i + 5] === 0xfd && code[i + 6] === 0xe4 && code[i + 7] === 0x01;
    if (!isMul || !isGet || !isAdd) continue;
    code.fill(0x01, i, i + 3);
    code.set([0xfd, 0x85, 0x02], i + 5);
  }
}

function wrap(wasm: Exports): Partial<Kernels> {
  return {
    ...(wasm as unknown as Partial<Kernels>),
    unary(name, x, out, n, parameter) {
      const number = unaryNumbers.get(name);
      if (number !== undefined) wasm.unary(number, x, out, n);
      else if (name === 'relu') wasm.relu(x, out, n);
      else reference.unary(name, x, out, n, parameter);
    },
    unaryBackward(name, x, y, g, dx, n, parameter) {
      const number = unaryNumbers.get(name);
      if (number !== undefined) wasm.unaryBackward(number, x, y, g, dx, n);
      else if (name === 'relu') wasm.reluBackward(y, g, dx, n);
      else reference.unaryBackward(name, x, y, g, dx, n, parameter);
    },
    conv2d(shape, x, weight, bias, out, relu) {
      withRoom(wasm, shape, (room) => wasm.conv2d(room, x, weight, bias, out, relu));
    },
    conv2dBackwardInput(shape, weight, g, dx) {
      withRoom(wasm, shape, (room) => wasm.conv2dBackwardInput(room, weight, g, dx));
    },
    conv2dBackwardWeight(shape, x, g, dweight, dbias, accumulate) {
      withRoom(wasm, shape, (room) =>
        wasm.conv2dBackwardWeight(room, x, g, dweight, dbias, accumulate),
      );
    },
    maxPool2d(shape, x, out, chosen) {
      setWindows(wasm, shape);
      wasm.maxPool2d(x, out, chosen);
    },
    maxPool2dBackward(shape, chosen, g, dx) {
      setWindows(wasm, shape);
      wasm.maxPool2dBackward(chosen, g, dx);
    },
  };
}

function setWindows(wasm: Exports, s: PoolingShape): void {
  wasm.setShape(
    s.planes,
    1,
    s.height,
    s.width,
    1,
    s.kernelHeight,
    s.kernelWidth,
    s.strideHeight,
    s.strideWidth,
    s.paddingHeight,
    s.paddingWidth,
    1,
    1,
    1,
    s.outHeight,
    s.outWidth,
  );
}

/** Calls `work` with the address of enough scratch: the kernels' own, or a block of the heap for large images. */
function withRoom(wasm: Exports, s: ConvolutionShape, work: (room: number) => void): void {
  wasm.setShape(
    s.batch,
    s.inChannels,
    s.height,
    s.width,
    s.outChannels,
    s.kernelHeight,
    s.kernelWidth,
    s.strideHeight,
    s.strideWidth,
    s.paddingHeight,
    s.paddingWidth,
    s.dilationHeight,
    s.dilationWidth,
    s.groups,
    s.outHeight,
    s.outWidth,
  );
  const needed = convolutionRoom(s);
  if (ROOM + needed <= SCRATCH_FLOATS) return work(ROOM);
  const block = allocate(needed);
  work(block);
  release(block, needed);
}

/** Enough floats for packed weights, offsets, sums and frames of each of the three convolution kernels. */
function convolutionRoom(s: ConvolutionShape): number {
  const channels = s.inChannels / s.groups;
  const outChannels = s.outChannels / s.groups;
  const taps = s.kernelHeight * s.kernelWidth;
  const phases = s.strideHeight * s.strideWidth;
  const spanHeight = s.kernelHeight * s.dilationHeight + 2;
  const spanWidth = s.kernelWidth * s.dilationWidth + 2;
  const rows = Math.max(s.outHeight, Math.ceil(s.height / s.strideHeight)) + spanHeight;
  const columns = Math.max(s.outWidth, Math.ceil(s.width / s.strideWidth)) + spanWidth;
  const pixels = rows * columns;
  // Packed weights (padded to eight channels), or sums of their gradient in tiles of 4 × 8 …
  const weights = s.groups * (channels + 8) * (outChannels + 8) * (taps + 1) * 4;
  // … offsets, positions, frames, and the turned images of a chunk …
  const images =
    (channels + 8) * phases * pixels + Math.max(49152, (channels + 8) * phases * pixels);
  return (
    weights +
    images +
    (outChannels + 8) * Math.max(256, pixels + 4) +
    2 * pixels +
    8 * columns +
    (channels + outChannels) * taps +
    256
  );
}
