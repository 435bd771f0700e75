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
export { accuracy, confusionMatrix } from './metrics.ts';
export * as augment from './data/augment.ts';
export { type Classes, type Dataset, subset } from './data/dataset.ts';
export { loadDigits, loadFashion, loadFashionTest, streamFashion } from './data/images.ts';
export { type Batch, DataLoader, type LoaderOptions } from './data/loader.ts';
export { setDataSource, type DataSource } from './data/source.ts';
export { kFold, trainTestSplit } from './data/splits.ts';
export { loadCarbonDioxide, loadIris, loadPenguins, loadTemperature } from './data/tables.ts';
export { gradcheck, type GradcheckOptions, type GradcheckResult } from './gradcheck.ts';
export { loadSafetensors, saveSafetensors } from './safetensors.ts';
export { type LayerSummary, type ModelSummary, summary } from './summary.ts';
export { fit, type FitOptions, measureAccuracy, type Progress } from './train/fit.ts';
