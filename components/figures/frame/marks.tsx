// Marks on a plane, in data coordinates: lines, arrows, level curves, areas.
import type { JSX } from 'preact';
import { contourLines, type Grid } from './contours.ts';
import type { Plane } from './plane.tsx';

type Points = readonly (readonly [number, number])[];

/** Pixel path through data points. */
export function pathOf(plane: Plane, points: Points, isClosed = false): string {
  const text = points
    .map(([x, y], i) => `${i ? 'L' : 'M'}${plane.toX(x).toFixed(1)} ${plane.toY(y).toFixed(1)}`)
    .join('');
  return isClosed ? `${text}Z` : text;
}

interface MarkProps {
  readonly plane: Plane;
  readonly class?: string;
}

/** A line through points. Class names that have a look: plot-line, and q-… for a quantity's hue. */
export function Line({ plane, points, class: name = '' }: MarkProps & { points: Points }) {
  return <path class={`plot-line ${name}`} d={pathOf(plane, points)} />;
}

/** A filled area. */
export function Area({ plane, points, class: name = '' }: MarkProps & { points: Points }) {
  return <path class={`plot-area ${name}`} d={pathOf(plane, points, true)} />;
}

/** An arrow whose head keeps its size whatever the scale. */
export function Arrow(
  props: MarkProps & {
    from: readonly [number, number];
    to: readonly [number, number];
    head?: number;
  },
) {
  const { plane, head = 9, class: name = '' } = props;
  const [x1, y1] = [plane.toX(props.from[0]), plane.toY(props.from[1])];
  const [x2, y2] = [plane.toX(props.to[0]), plane.toY(props.to[1])];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 1) return null;
  const size = Math.min(head, length);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * size, y2 - uy * size];
  const side = size * 0.45;
  return (
    <g class={`plot-arrow ${name}`}>
      <line x1={x1} y1={y1} x2={bx} y2={by} />
      <path
        d={`M${x2} ${y2}L${bx - uy * side} ${by + ux * side}L${bx + uy * side} ${by - ux * side}Z`}
      />
    </g>
  );
}

/** Level curves; every fifth one is stronger. */
export function Contours({
  plane,
  grid,
  levels,
}: MarkProps & { grid: Grid; levels: readonly number[] }) {
  return (
    <g class="plot-contours" aria-hidden="true">
      {levels.map((level, i) => (
        <path
          key={level}
          class={i % 5 === 0 ? 'plot-contour plot-contour-strong' : 'plot-contour'}
          d={contourLines(grid, level)
            .map((line) => pathOf(plane, line))
            .join('')}
        />
      ))}
    </g>
  );
}

/** Clips what is inside to the part between the axes. */
export function Clip({
  plane,
  id,
  children,
}: {
  plane: Plane;
  id: string;
  children: JSX.Element | (JSX.Element | null | false)[];
}) {
  const { left, top, width, height } = plane.inner;
  return (
    <>
      <clipPath id={id}>
        <rect x={left} y={top} width={width} height={height} />
      </clipPath>
      <g clip-path={`url(#${id})`}>{children}</g>
    </>
  );
}
