// Augmentation: small changes to pictures (N, C, H, W) that leave the label true, drawn anew for every picture. Each function makes a
// transform for `DataLoader`'s option of that name.

import { PICTURES } from '../ops/convolution.ts';
import { cos, sin } from '../portable-math.ts';
import type { Generator } from '../random.ts';
import { expectShape } from '../shapes.ts';
import { Tensor } from '../tensor.ts';

export type Transform = (x: Tensor, generator: Generator) => Tensor;

/** Mirrors each picture left to right with probability p. */
export function flip({ p = 0.5 } = {}): Transform {
  return warped((generator) => (generator.uniform() < p ? { ...still, a: -1 } : still));
}

/** Moves each picture by up to `pixels` in both directions; zeros come in from outside. */
export function shift({ pixels = 1 } = {}): Transform {
  const draw = (generator: Generator) => generator.integer(2 * pixels + 1) - pixels;
  return warped((generator) => ({ ...still, right: draw(generator), down: draw(generator) }));
}

/** Makes each picture wider and higher by factors from 1 − amount to 1 + amount, separately. */
export function stretch({ amount = 0.1 } = {}): Transform {
  const draw = (generator: Generator) => 1 + amount * (2 * generator.uniform() - 1);
  return warped((generator) => ({ ...still, a: 1 / draw(generator), d: 1 / draw(generator) }));
}

/** Turns each picture by up to `degrees` either way. */
export function rotate({ degrees = 10 } = {}): Transform {
  return warped((generator) => {
    const angle = ((2 * generator.uniform() - 1) * degrees * Math.PI) / 180;
    return { ...still, a: cos(angle), b: sin(angle), c: -sin(angle), d: cos(angle) };
  });
}

/** Adds normal noise to every pixel. */
export function noise({ deviation = 0.1 } = {}): Transform {
  return (x, generator) => {
    const numbers = x.data.slice();
    for (let i = 0; i < numbers.length; i++) numbers[i] += deviation * generator.normal();
    return Tensor.from(numbers, x.shape);
  };
}

/** One transform after another. */
export function compose(...transforms: readonly Transform[]): Transform {
  return (x, generator) =>
    transforms.reduce((picture, transform) => transform(picture, generator), x);
}

/** Where a pixel of the new picture comes from, measured from the centre: (a x + b y − right, c x + d y − down). */
interface Warp {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly right: number;
  readonly down: number;
}

const still: Warp = { a: 1, b: 0, c: 0, d: 1, right: 0, down: 0 };

function warped(draw: (generator: Generator) => Warp): Transform {
  return (x, generator) => {
    expectShape(x.shape, PICTURES, 'augment: pictures');
    const [batch, channels, height, width] = x.shape;
    const { data } = x;
    const result = new Float32Array(x.numel);
    const plane = height * width;
    for (let n = 0; n < batch; n++) {
      const warp = draw(generator);
      for (let c = 0; c < channels; c++) {
        const start = (n * channels + c) * plane;
        if (warp === still) result.set(data.subarray(start, start + plane), start);
        else warpPlane(data, result, start, height, width, warp);
      }
    }
    return Tensor.from(result, x.shape);
  };
}

function warpPlane(
  from: Float32Array,
  to: Float32Array,
  start: number,
  height: number,
  width: number,
  w: Warp,
): void {
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      const [x, y] = [j - middleX, i - middleY];
      const column = w.a * x + w.b * y - w.right + middleX;
      const row = w.c * x + w.d * y - w.down + middleY;
      to[start + i * width + j] = interpolate(from, start, height, width, row, column);
    }
  }
}

/** The value between four pixels, weighted by nearness; 0 outside. */
function interpolate(
  from: Float32Array,
  start: number,
  height: number,
  width: number,
  row: number,
  column: number,
): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [down, right] = [row - top, column - left];
  const pixel = (i: number, j: number) =>
    i >= 0 && i < height && j >= 0 && j < width ? from[start + i * width + j] : 0;
  const upper = (1 - right) * pixel(top, left) + (right > 0 ? right * pixel(top, left + 1) : 0);
  if (down === 0) return upper;
  const lower =
    (1 - right) * pixel(top + 1, left) + (right > 0 ? right * pixel(top + 1, left + 1) : 0);
  return (1 - down) * upper + down * lower;
}
