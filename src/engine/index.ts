// The public face of the engine; lessons import it as 'downhill'. What each name does stands beside it, and all of it in README.md.

export { Tensor, type Dims, type Nested, type Operand } from './tensor.ts';
export * from './creation.ts';
export { detectAnomaly, isGradEnabled, noGrad } from './autograd.ts';
export { Generator, manualSeed } from './random.ts';
export * as nn from './nn/index.ts';
export * as init from './initialisers.ts';
export * as optim from './optimisers/index.ts';
export * from './functional.ts';
export { clipGradNorm, clipGradValue, maxNorm } from './clipping.ts';
export { bceWithLogits, crossEntropy, hingeLoss, l1Loss, mseLoss, nllLoss } from './losses.ts';
export { kernelMode, useKernels, type KernelMode } from './kernels/kernels.ts';
export { memoryInUse } from './storage.ts';
