// `Math` as cells see it: the engine's own functions where browsers differ in the last bit, so that results are the same everywhere.
import { cos, exp, expm1, log, log1p, pow, sin, tanh } from '../../engine/portable-math.ts';

export const sameMath: Math = Object.create(
  Math,
  Object.getOwnPropertyDescriptors({ cos, exp, expm1, log, log1p, pow, sin, tanh }),
) as Math;
