// The surface figures draw on: an SVG with axes and grid that measures itself and knows its coordinates.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { holdPage } from './drag.ts';
import { useWidth } from './media.ts';
import { planeScale, type Interval, type Margin, type PlaneScale } from './plane-scale.ts';
import { logTicks, ticks, tickText } from './ticks.ts';

/** A surface on the page, with its element, which drags need. */
export interface Plane extends PlaneScale {
  readonly svg: RefObject<SVGSVGElement>;
}

interface Props {
  /** What the picture is, in a few words; the figure's summary says the rest. */
  readonly label: string;
  readonly x: Interval;
  readonly y: Interval;
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly xScale?: 'linear' | 'log';
  readonly yScale?: 'linear' | 'log';
  /** Width over height; 1 with equal intervals keeps right angles right. */
  readonly aspect?: number;
  /** `box`: axes at the edges (the usual); `zero`: through the origin; `none`. */
  readonly axes?: 'box' | 'zero' | 'none';
  readonly grid?: boolean;
  readonly xTicks?: readonly number[];
  readonly yTicks?: readonly number[];
  /** How a tick is written, where the plain number will not do. */
  readonly tickText?: (value: number, axis: 'x' | 'y') => string;
  readonly margin?: Partial<Margin>;
  /** Width in pixels assumed on the server. */
  readonly assumedWidth?: number;
  /** True when the picture holds things to act on; it is then a group instead of one image. */
  readonly isInteractive?: boolean;
  readonly class?: string;
  readonly children: (plane: Plane) => ComponentChildren;
}

export function PlaneView(props: Props) {
  const { x, y, xScale, yScale, aspect = 1, axes = 'box' } = props;
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, props.assumedWidth ?? 560);
  useEffect(() => holdPage(svg.current!), []);
  const height = Math.round(width / aspect);
  const margin = { ...marginFor(axes, props), ...props.margin };
  const key = [width, height, ...x, ...y, xScale, yScale, ...Object.values(margin)].join();
  const plane = useMemo(
    () => ({ ...planeScale({ width, height, margin, x, y, xScale, yScale }), svg }),
    [key],
  );
  return (
    <svg
      ref={svg}
      class={`plot ${props.class ?? ''}`}
      viewBox={`0 0 ${width} ${height}`}
      style={{ aspectRatio: String(aspect) }}
      role={props.isInteractive ? 'group' : 'img'}
      aria-label={props.label}
    >
      {axes !== 'none' && <Axes plane={plane} {...props} />}
      {props.children(plane)}
    </svg>
  );
}

function marginFor(axes: string, { xLabel, yLabel }: Props): Margin {
  if (axes !== 'box') return { top: 8, right: 8, bottom: 8, left: 8 };
  return { top: yLabel ? 26 : 10, right: 12, bottom: xLabel ? 40 : 24, left: 42 };
}

/** Grid, ticks and names of the axes. */
function Axes({ plane, ...props }: Props & { plane: Plane }) {
  const { inner, toX, toY } = plane;
  const write = props.tickText ?? tickText;
  const right = inner.left + inner.width;
  const bottom = inner.top + inner.height;
  const across =
    props.xTicks ??
    (props.xScale === 'log'
      ? logTicks(...props.x)
      : ticks(...props.x, Math.max(2, inner.width / 80)));
  const up =
    props.yTicks ??
    (props.yScale === 'log'
      ? logTicks(...props.y)
      : ticks(...props.y, Math.max(2, inner.height / 60)));
  if (props.axes === 'zero')
    return (
      <g class="plot-axes" aria-hidden="true">
        <line class="plot-axis" x1={inner.left} x2={right} y1={toY(0)} y2={toY(0)} />
        <line class="plot-axis" x1={toX(0)} x2={toX(0)} y1={inner.top} y2={bottom} />
      </g>
    );
  return (
    <g class="plot-axes" aria-hidden="true">
      {props.grid !== false && (
        <g class="plot-grid">
          {across.map((v) => (
            <line key={v} x1={toX(v)} x2={toX(v)} y1={inner.top} y2={bottom} />
          ))}
          {up.map((v) => (
            <line key={v} x1={inner.left} x2={right} y1={toY(v)} y2={toY(v)} />
          ))}
        </g>
      )}
      {across.map((v) => (
        <text key={v} class="plot-tick" x={toX(v)} y={bottom + 16} text-anchor="middle">
          {write(v, 'x')}
        </text>
      ))}
      {up.map((v) => (
        <text key={v} class="plot-tick" x={inner.left - 7} y={toY(v)} dy="0.35em" text-anchor="end">
          {write(v, 'y')}
        </text>
      ))}
      {props.xLabel && (
        <text class="plot-name" x={right} y={bottom + 34} text-anchor="end">
          {props.xLabel} →
        </text>
      )}
      {props.yLabel && (
        <text class="plot-name" x={Math.max(2, inner.left - 34)} y={14}>
          ↑ {props.yLabel}
        </text>
      )}
    </g>
  );
}
