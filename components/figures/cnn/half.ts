// Parameters in half precision: half the bytes for a page to load.
import { noGrad, tensor, type nn } from '../../../src/engine/index.ts';
import { buildNet, type NetChoice } from './net.ts';

/** All parameters, one after the other, rounded to half precision. */
export function toHalf(model: nn.Module): Uint16Array {
  const values = model.parameters().flatMap((parameter) => [...parameter.data]);
  return Uint16Array.from(values, halfBits);
}

/** A net with parameters in half precision. */
export function unpackHalf(bits: Uint16Array, choice: NetChoice): nn.Sequential {
  return fillHalf(buildNet(choice), bits);
}

/** Puts parameters in half precision into a net of the same layers. */
export function fillHalf(model: nn.Sequential, bits: Uint16Array): nn.Sequential {
  let at = 0;
  noGrad(() => {
    for (const parameter of model.parameters()) {
      const values = Float32Array.from(bits.subarray(at, at + parameter.numel), halfValue);
      parameter.copy_(tensor(values, { shape: [...parameter.shape] }));
      at += parameter.numel;
    }
  });
  return model;
}

/** The 16 bits of the nearest half-precision number; weights are small, so that overflow cannot happen. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24);
  let exponent = Math.floor(Math.log2(size));
  let fraction = Math.round((size / 2 ** exponent - 1) * 1024);
  if (fraction === 1024) [fraction, exponent] = [0, exponent + 1];
  return sign | ((exponent + 15) << 10) | fraction;
}

function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
