// What is compiled; the rest of the kernels run as their plain twins. Addresses are indices of float32 numbers, as in ../kernels.ts.

export { fill, copy, add, sub, mul, div, affine, addScaled, addRow, clamp, relu, reluBackward } from './elementwise';
export { unary, unaryBackward } from './unary';
export { sum, sumSquares, allFinite, sumRows, sumColumns } from './reduce';
export { softmax, crossEntropy, crossEntropyBackward } from './softmax';
export { maxPool2d, maxPool2dBackward } from './pooling';
export { channelStatistics, batchNorm, batchNormBackward } from './normalisation';
export { sgd, adam } from './optimisers';
export { matmul, linear, linearBackward } from './matrix';
export { setShape } from './shape';
export { conv2d } from './convolution';
export { conv2dBackwardInput } from './convolution-input';
export { conv2dBackwardWeight } from './convolution-weight';
