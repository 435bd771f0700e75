// Heights of loss surfaces: of two parameters, or of a whole model along two random directions (Li and others 2018).
import type { nn } from '../../engine/index.ts';
import { Generator, noGrad, optim, randn, type Tensor } from '../../engine/index.ts';
import type { Grid } from './contours.ts';

/** Size of the grids at the heads of lessons. */
export const columns = 81;
export const rows = 27;

/** Evaluates a loss on the grid; x runs from `left` to `right`, y from `bottom` to `top`. */
export function heightsOf(
  loss: (x: number, y: number) => number,
  { left, right, bottom, top }: { left: number; right: number; bottom: number; top: number },
): Grid {
  const heights = new Float64Array(columns * rows);
  noGrad(() => {
    for (let j = 0; j < rows; j++) {
      const y = top + ((bottom - top) * j) / (rows - 1);
      for (let i = 0; i < columns; i++)
        heights[j * columns + i] = loss(left + ((right - left) * i) / (columns - 1), y);
    }
  });
  return { columns, rows, heights };
}

interface Slice {
  readonly model: nn.Module;
  readonly loss: () => Tensor;
  readonly seed: number;
  /** Steps of Adam before the slice is cut, so that it goes through a valley. */
  readonly steps?: number;
  /** How far to go along each direction, in lengths of the weights. */
  readonly reach?: number;
}

/** A plane through the weights of a model, spanned by two random directions as long as the weights themselves. */
export function sliceOf({ model, loss, seed, steps = 60, reach = 1.4 }: Slice): Grid {
  const parameters = model.parameters();
  const optimiser = new optim.Adam(parameters, { learningRate: 0.02 });
  for (let step = 0; step < steps; step++) {
    model.zeroGrad();
    loss().backward();
    optimiser.step();
  }
  model.eval();
  const generator = new Generator(seed);
  const centre = noGrad(() => parameters.map((parameter) => parameter.clone()));
  const [across, along] = [0, 1].map(() =>
    noGrad(() =>
      centre.map((weights) => {
        const direction = randn(weights.shape, { generator });
        const length = weights.norm().item() / (direction.norm().item() || 1);
        return direction.mul(length);
      }),
    ),
  ) as [Tensor[], Tensor[]];
  const wide = reach * (columns / rows) ** 0.5;
  return heightsOf(
    (x, y) => {
      parameters.forEach((parameter, i) => {
        parameter.copy_(centre[i]!.add(across[i]!.mul(x)).add(along[i]!.mul(y)));
      });
      return loss().item();
    },
    { left: -wide, right: wide, bottom: -reach, top: reach },
  );
}
