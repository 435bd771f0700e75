// Layers and models: `nn.Linear`, `nn.Sequential`, …

import * as activations from './activations.ts';
import { Flatten, Identity } from './flatten.ts';
import { Linear } from './linear.ts';
import { declareBuiltIn } from './module.ts';
import { Residual } from './residual.ts';
import { Sequential } from './sequential.ts';

export * from './activations.ts';
export { Flatten, Identity, Linear, Residual, Sequential };
export { Module } from './module.ts';

declareBuiltIn(...Object.values(activations), Flatten, Identity, Linear, Residual, Sequential);
