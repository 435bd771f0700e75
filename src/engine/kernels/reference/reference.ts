// All reference kernels together: plain TypeScript, one loop after another, written to be read.

import type { Kernels } from '../kernels.ts';
import * as convolution from './convolution.ts';
import * as elementwise from './elementwise.ts';
import * as matmul from './matmul.ts';
import * as normalisation from './normalisation.ts';
import * as optimisers from './optimisers.ts';
import * as pooling from './pooling.ts';
import * as reductions from './reductions.ts';
import * as softmax from './softmax.ts';
import { unary, unaryBackward } from './unary.ts';

export const reference: Kernels = {
  ...elementwise,
  unary,
  unaryBackward,
  ...reductions,
  ...matmul,
  ...softmax,
  ...convolution,
  ...pooling,
  ...normalisation,
  ...optimisers,
};
