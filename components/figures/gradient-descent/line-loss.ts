// The loss of a line, J(w, b) = mean (w x + b − y)²: a bowl whose shape five averages of the data decide.
import { average } from './temperature.ts';

export type Pair = readonly [w: number, b: number];

/** J of one data set, with what can be said of it in closed form. */
export interface LineLoss {
  readonly loss: (w: number, b: number) => number;
  readonly gradient: (w: number, b: number) => Pair;
  /** The least-squares line. */
  readonly best: Pair;
  readonly lowest: number;
  /** The largest and the smallest curvature of the bowl: the eigenvalues of its Hessian. */
  readonly curvatures: readonly [largest: number, smallest: number];
}

export function lineLoss(x: readonly number[], y: readonly number[]): LineLoss {
  const meanX = average(x);
  const meanY = average(y);
  const meanXX = average(x.map((value) => value * value));
  const meanXY = average(x.map((value, i) => value * y[i]));
  const slope = (meanXY - meanX * meanY) / (meanXX - meanX * meanX);
  const best: Pair = [slope, meanY - slope * meanX];
  // Around the best line the loss is J* plus the mean of (Δw x + Δb)²: no cancellation near the minimum.
  const lowest = average(x.map((value, i) => (best[0] * value + best[1] - y[i]) ** 2));
  const loss = (w: number, b: number) => {
    const [dw, db] = [w - best[0], b - best[1]];
    return lowest + dw * dw * meanXX + 2 * dw * db * meanX + db * db;
  };
  const gradient = (w: number, b: number): Pair => [
    2 * (w * meanXX + b * meanX - meanXY), // ∂J/∂w = mean 2 (w x + b − y) x
    2 * (w * meanX + b - meanY), //           ∂J/∂b = mean 2 (w x + b − y)
  ];
  // Hessian [[2 mean x², 2 mean x], [2 mean x, 2]].
  const middle = meanXX + 1;
  const spread = Math.hypot(meanXX - 1, 2 * meanX);
  return { loss, gradient, best, lowest, curvatures: [middle + spread, middle - spread] };
}
