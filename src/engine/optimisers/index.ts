// Optimisers and learning-rate schedules: `optim.SGD`, `optim.Adam`, `optim.CosineAnnealingLR`, …

export { AdaGrad, type AdaGradOptions } from './adagrad.ts';
export { Adam, AdamW, type AdamOptions } from './adam.ts';
export { Optimiser } from './optimiser.ts';
export { RMSProp, type RMSPropOptions } from './rmsprop.ts';
export {
  CosineAnnealingLR,
  ExponentialLR,
  LambdaLR,
  MultiStepLR,
  StepLR,
  WarmUpLR,
} from './schedules.ts';
export { SGD, type SGDOptions } from './sgd.ts';
