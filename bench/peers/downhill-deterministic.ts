// Our engine with the kernels that lessons use by default: multiply and add rounded separately, the same bits on every machine.

import { kernelMode, useKernels } from '../../src/engine/index.ts';

export { make, supports } from './downhill.ts';
export const name = 'downhill, deterministic';
export const init = () => {
  useKernels('deterministic');
  return { version: `own, ${kernelMode()} kernels` };
};
