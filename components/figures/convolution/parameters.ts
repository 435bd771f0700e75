// How many parameters a layer has that turns pictures into feature maps of the same height and width.

export interface Sizes {
  readonly side: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: number;
}

/** Every input joined to every output, with a bias for each output. */
export function denseParameters({ side, inChannels, outChannels }: Sizes): number {
  const outputs = side * side * outChannels;
  return side * side * inChannels * outputs + outputs;
}

/** As many kernels as output channels, with a bias for each. */
export function convolutionParameters({ inChannels, outChannels, kernel }: Sizes): number {
  return inChannels * kernel * kernel * outChannels + outChannels;
}

/** A kernel for each input channel, then 1 × 1 kernels that mix the channels; a bias for each channel of both. */
export function separableParameters({ inChannels, outChannels, kernel }: Sizes): number {
  return inChannels * kernel * kernel + inChannels + inChannels * outChannels + outChannels;
}
