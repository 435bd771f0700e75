// Layers and models: `nn.Linear`, `nn.Sequential`, …

import * as activations from './activations.ts';
import { Conv2d } from './conv2d.ts';
import { Dropout } from './dropout.ts';
import { Flatten, Identity } from './flatten.ts';
import { Linear } from './linear.ts';
import { declareBuiltIn } from './module.ts';
import { BatchNorm1d, BatchNorm2d, LayerNorm } from './normalisation.ts';
import { PaddedShortcut } from './padded-shortcut.ts';
import * as pooling from './pooling.ts';
import { Residual } from './residual.ts';
import { Sequential } from './sequential.ts';

export * from './activations.ts';
export * from './pooling.ts';
export {
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  Dropout,
  Flatten,
  Identity,
  LayerNorm,
  Linear,
  PaddedShortcut,
  Residual,
  Sequential,
};
export { Module } from './module.ts';

declareBuiltIn({
  ...activations,
  ...pooling,
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  Dropout,
  Flatten,
  Identity,
  LayerNorm,
  Linear,
  PaddedShortcut,
  Residual,
  Sequential,
});
