// From data to the picture's pixels and back.

export type Interval = readonly [number, number];

export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PlaneShape {
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  readonly x: Interval;
  readonly y: Interval;
  readonly xScale?: 'linear' | 'log';
  readonly yScale?: 'linear' | 'log';
}

/** A drawing surface that knows its coordinates. */
export interface PlaneScale extends PlaneShape {
  /** Data to pixels. */
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  /** Pixels to data. */
  readonly fromX: (pixel: number) => number;
  readonly fromY: (pixel: number) => number;
  /** The part inside the axes, in pixels. */
  readonly inner: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

export function planeScale(shape: PlaneShape): PlaneScale {
  const { width, height, margin } = shape;
  const inner = {
    left: margin.left,
    top: margin.top,
    width: Math.max(1, width - margin.left - margin.right),
    height: Math.max(1, height - margin.top - margin.bottom),
  };
  const across = axis(shape.x, shape.xScale, inner.left, inner.left + inner.width);
  const up = axis(shape.y, shape.yScale, inner.top + inner.height, inner.top);
  return { ...shape, inner, toX: across.to, fromX: across.from, toY: up.to, fromY: up.from };
}

function axis(
  [low, high]: Interval,
  scale: 'linear' | 'log' = 'linear',
  start: number,
  end: number,
) {
  const log = scale === 'log';
  const a = log ? Math.log(low) : low;
  const b = log ? Math.log(high) : high;
  return {
    to: (value: number) =>
      start + ((end - start) * ((log ? Math.log(value) : value) - a)) / (b - a),
    from: (pixel: number) => {
      const place = a + ((b - a) * (pixel - start)) / (end - start);
      return log ? Math.exp(place) : place;
    },
  };
}

/** The value held inside the interval. */
export const within = (value: number, [low, high]: Interval): number =>
  Math.min(high, Math.max(low, value));

/**
 * The piece of the line a·x + b·y + c = 0 inside a rectangle, as two ends; undefined when it misses.
 */
export function lineInBox(
  a: number,
  b: number,
  c: number,
  x: Interval,
  y: Interval,
): [[number, number], [number, number]] | undefined {
  const hits: [number, number][] = [];
  if (b !== 0)
    for (const side of x) {
      const at = 0 - (a * side + c) / b;
      if (at >= y[0] && at <= y[1]) hits.push([side, at]);
    }
  if (a !== 0)
    for (const side of y) {
      const at = 0 - (b * side + c) / a;
      if (at > x[0] && at < x[1]) hits.push([at, side]);
    }
  if (hits.length < 2) return undefined;
  hits.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return [hits[0]!, hits.at(-1)!];
}

/** The part of a rectangle where a·x + b·y + c > 0, as a polygon. */
export function halfPlaneInBox(
  a: number,
  b: number,
  c: number,
  x: Interval,
  y: Interval,
): [number, number][] {
  const corners: [number, number][] = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  const height = ([u, v]: [number, number]) => a * u + b * v + c;
  const kept: [number, number][] = [];
  corners.forEach((from, i) => {
    const to = corners[(i + 1) % 4]!;
    const [h, k] = [height(from), height(to)];
    if (h > 0) kept.push(from);
    if (h > 0 !== k > 0) {
      const t = h / (h - k);
      kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
    }
  });
  return kept;
}
