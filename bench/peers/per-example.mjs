// For engines that take one example at a time: the examples, and their filters (row, column, depth) filled with the shared weights.

export function setWeights(layers, data) {
  layers.forEach((layer, i) => {
    const [weight, bias] = [data.parameters[2 * i], data.parameters[2 * i + 1]];
    const outputs = weight.shape.at(-1);
    for (let o = 0; o < outputs; o++) {
      for (let k = 0; k < weight.data.length / outputs; k++)
        layer.filters[o].w[k] = weight.data[k * outputs + o];
      layer.biases.w[o] = bias.data[o];
    }
  });
}

export function examples({ x }) {
  const size = x.data.length / x.shape[0];
  return Array.from({ length: x.shape[0] }, (_, i) => x.data.subarray(i * size, (i + 1) * size));
}

export const trainsSmallNets = (w) =>
  w.kind === 'product'
    ? 'no matrix product'
    : w.kind === 'residual'
      ? 'no batch normalisation, no residual'
      : true;
