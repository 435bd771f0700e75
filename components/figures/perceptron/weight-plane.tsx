// The weights as a sum of arrows: every mistake adds one, and w is where the chain ends.
import { Arrow, Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import type { Interval } from '../frame/plane-scale.ts';
import type { Standing } from './training.ts';

/** How many arrows of the chain are drawn. */
const CHAIN = 400;

export function WeightPlane({ standing, label }: { standing: Standing; label: string }) {
  const { run, mistakes, weights, last } = standing;
  const updates = run.updates.slice(Math.max(0, mistakes - CHAIN), mistakes);
  const chain = updates.map(({ before: [w1, w2] }) => [w1, w2] as const);
  const tip = [weights[0], weights[1]] as const;
  const [x, y] = square([[0, 0], ...chain, tip]);
  return (
    <PlaneView
      label={label}
      x={x}
      y={y}
      aspect={1.25}
      assumedWidth={300}
      xLabel="w₁"
      yLabel="w₂"
      margin={{ left: 38, right: 8 }}
    >
      {(plane) => (
        <>
          <line
            class="plot-axis"
            x1={plane.toX(x[0])}
            x2={plane.toX(x[1])}
            y1={plane.toY(0)}
            y2={plane.toY(0)}
          />
          <line
            class="plot-axis"
            x1={plane.toX(0)}
            x2={plane.toX(0)}
            y1={plane.toY(y[0])}
            y2={plane.toY(y[1])}
          />
          <Line plane={plane} points={[...chain, tip]} class="trainer-chain" />
          {chain.slice(-60).map(([w1, w2], i) => (
            <circle key={i} class="trainer-knot" cx={plane.toX(w1)} cy={plane.toY(w2)} r={2} />
          ))}
          <Arrow plane={plane} from={[0, 0]} to={tip} class="q-weight" />
          {last && (
            <Arrow
              plane={plane}
              from={[last.before[0], last.before[1]]}
              to={tip}
              class="q-gradient"
            />
          )}
        </>
      )}
    </PlaneView>
  );
}

/** Intervals around all points, as wide to high as the picture, so that right angles stay right. */
function square(points: readonly (readonly [number, number])[]): [Interval, Interval] {
  const side = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = side(points.map(([x]) => x));
  const [low, high] = side(points.map(([, y]) => y));
  const ratio = 1.4; // of the part inside the axes
  const height = 1.25 * Math.max(high - low, (right - left) / ratio, 1e-3);
  const centre = [(left + right) / 2, (low + high) / 2] as const;
  return [
    [centre[0] - (height * ratio) / 2, centre[0] + (height * ratio) / 2],
    [centre[1] - height / 2, centre[1] + height / 2],
  ];
}
