// What the fast build compiles anew with fused multiply-add; all the rest it shares with the deterministic build.

export { matmul, linear, linearBackward } from './matrix';
export { conv2d } from './convolution';
export { conv2dBackwardInput, conv2dBackwardWeight } from './convolution-backward';
