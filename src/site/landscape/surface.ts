// The loss surface of the home page, computed by the engine at build.
import { noGrad, tensor } from '../../engine/index.ts';
import type { Grid } from './contours.ts';
import { map, targets, times } from './wave.ts';

/** Heights over the map, row by row from the top. */
export function waveSurface(columns: number, rows: number): Grid {
  const frequency = span(map.left, map.right, columns);
  const phase = span(map.top, map.bottom, rows);
  const heights = noGrad(() => {
    const f = tensor(frequency).reshape(1, columns, 1);
    const p = tensor(phase).reshape(rows, 1, 1);
    const angle = f.mul(tensor([...times]).mul(2 * Math.PI)).add(p);
    return angle
      .sin()
      .mul(Math.SQRT2)
      .sub(tensor([...targets]))
      .pow(2)
      .mean(2);
  });
  return { columns, rows, heights: Float64Array.from(heights.data) };
}

const span = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
