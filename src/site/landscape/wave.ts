// The home page's small problem: two numbers, the frequency and the phase of a wave, are to describe
// two years of monthly temperatures. Small enough that the page computes loss and slope itself.
import seattle from './seattle.json' with { type: 'json' };

const { celsius } = seattle;
const mean = celsius.reduce((sum, value) => sum + value, 0) / celsius.length;
const deviation = Math.sqrt(
  celsius.reduce((sum, value) => sum + (value - mean) ** 2, 0) / celsius.length,
);

/** Middle of each month, in years after the first half year. */
export const times: readonly number[] = celsius.map((_, month) => (month + 0.5) / 12 - 0.5);
/** Temperatures with mean 0 and deviation 1. */
export const targets: readonly number[] = celsius.map((value) => (value - mean) / deviation);

/** A place on the map: x is the frequency in waves a year, y the phase in radians. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The part of the plane that the map shows. */
export const map = { left: 0.2, right: 1.8, bottom: -4, top: 4 } as const;

/** What the wave of a place says for a time. */
export const wave = ({ x, y }: Place, time: number): number =>
  Math.SQRT2 * Math.sin(2 * Math.PI * x * time + y);

/** Mean squared error of the wave, and its slope in both directions. */
export function lossAt(place: Place): { loss: number; dx: number; dy: number } {
  let [loss, dx, dy] = [0, 0, 0];
  times.forEach((time, i) => {
    const error = wave(place, time) - targets[i]!;
    const slope = 2 * error * Math.SQRT2 * Math.cos(2 * Math.PI * place.x * time + place.y);
    loss += error * error;
    dx += slope * 2 * Math.PI * time;
    dy += slope;
  });
  const n = times.length;
  return { loss: loss / n, dx: dx / n, dy: dy / n };
}

/** A ball in motion. */
export interface Ball extends Place {
  readonly vx: number;
  readonly vy: number;
}

// The two axes have different units: steps are taken on the map, where its height is 1 and its width 1.5.
const unitX = (map.right - map.left) / 1.5;
const unitY = map.top - map.bottom;
const rate = 0.00022;
const friction = 0.965;

/** One step of descent with momentum: v ← μ v − η ∇J, then x ← x + v. */
export function roll({ x, y, vx, vy }: Ball): Ball {
  const { dx, dy } = lossAt({ x, y });
  const nextX = friction * vx - rate * dx * unitX;
  const nextY = friction * vy - rate * dy * unitY;
  return { x: x + nextX * unitX, y: y + nextY * unitY, vx: nextX, vy: nextY };
}

/** True when the ball has come to rest. */
export const isAtRest = ({ vx, vy }: Ball): boolean => Math.hypot(vx, vy) < 0.00012;

/** The whole way from a place to where the ball comes to rest or leaves the map. */
export function wayFrom(start: Place, limit = 1500): Ball[] {
  let ball: Ball = { ...start, vx: 0, vy: 0 };
  const way = [ball];
  for (let step = 0; step < limit; step++) {
    ball = roll(ball);
    way.push(ball);
    if (step > 20 && isAtRest(ball)) break;
  }
  return way;
}

/** A path of small steps of one length, each straight against the slope, until there is no more. */
export function steepestPath(from: Place, length = 0.004): Place[] {
  const path = [from];
  let place = from;
  for (let step = 0; step < 2000; step++) {
    const { loss, dx, dy } = lossAt(place);
    const [sx, sy] = [dx * unitX, dy * unitY];
    const slope = Math.hypot(sx, sy);
    const next = {
      x: place.x - (length * sx * unitX) / slope,
      y: place.y - (length * sy * unitY) / slope,
    };
    if (lossAt(next).loss >= loss) break;
    path.push(next);
    place = next;
  }
  return path;
}

/** Where the ball lies at first: on a ridge from which it finds the deep valley. */
export const start: Place = { x: 0.62, y: 2.55 };

export const isOnMap = ({ x, y }: Place): boolean =>
  x >= map.left && x <= map.right && y >= map.bottom && y <= map.top;

/** A place on a far ridge, from which the steepest path is long. */
export const ridge: Place = { x: 1.2, y: -2.7 };
