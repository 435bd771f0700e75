// The drawing of the home page's map: where things stand on it, its level curves and their labels.
import { levelCurves, pathOf, type Grid, type Line } from './contours.ts';
import { thin } from '../../pictures/thin-line.ts';
import { lossAt, map, targets, times, wave, type Place } from './wave.ts';

/** Size of the drawing in its own units. */
export const size = { width: 900, height: 600 } as const;

/** A length of the drawing as a share of its width, for style. */
export const shareOfWidth = (length: number): string => (length / size.width).toFixed(5);

export const toX = (x: number): number => ((x - map.left) / (map.right - map.left)) * size.width;
export const toY = (y: number): number => ((map.top - y) / (map.top - map.bottom)) * size.height;
/** The place under a point of the drawing. */
export const toPlace = (x: number, y: number): Place => ({
  x: map.left + (x / size.width) * (map.right - map.left),
  y: map.top - (y / size.height) * (map.top - map.bottom),
});

export interface Curve {
  readonly level: number;
  readonly path: string;
  /** Every fourth curve is drawn stronger and carries its height. */
  readonly label?: { readonly x: number; readonly y: number; readonly angle: number };
}

/** Level curves at a fixed distance in height, the lowest first. */
export function drawCurves(grid: Grid, step = 0.16, from = 0.1): Curve[] {
  const scaleX = size.width / (grid.columns - 1);
  const scaleY = size.height / (grid.rows - 1);
  const highest = grid.heights.reduce((a, b) => Math.max(a, b), -Infinity);
  const curves: Curve[] = [];
  for (let i = 0; from + i * step < highest; i++) {
    const level = from + i * step;
    const lines = levelCurves(grid, level);
    const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), [] as Line);
    const path = pathOf(
      lines.map((line) => thin(line, 0.06)),
      scaleX,
      scaleY,
    );
    const label =
      i % 4 === 2 && longest.length > 60 ? labelPlace(longest, scaleX, scaleY) : undefined;
    curves.push({ level, path, ...(label ? { label } : {}) });
  }
  return curves;
}

function labelPlace(line: Line, scaleX: number, scaleY: number) {
  const at = Math.floor(line.length * 0.3);
  const point = (i: number) => {
    const [x, y] = line[Math.max(0, Math.min(line.length - 1, i))]!;
    return [x * scaleX, y * scaleY] as const;
  };
  const [[x, y], [x1, y1], [x2, y2]] = [point(at), point(at - 4), point(at + 4)];
  if (x < 40 || x > size.width - 40 || y < 30 || y > size.height - 30) return undefined;
  let angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  if (angle > 90) angle -= 180;
  if (angle < -90) angle += 180;
  return { x, y, angle };
}

/** The way of the ball as an SVG path. */
export const wayPath = (way: readonly Place[]): string =>
  way.map(({ x, y }, i) => `${i ? 'L' : 'M'}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`).join('');

/** Size of the small drawing of temperatures and wave. */
export const fit = { width: 260, height: 96 } as const;
const fitX = (time: number) => 8 + ((time + 0.5) / 2) * (fit.width - 16);
const fitY = (value: number) => fit.height / 2 - value * 22;

export const fitPoints = times.map((time, i) => ({ x: fitX(time), y: fitY(targets[i]!) }));

/** The wave of a place as an SVG path. */
export function wavePath(place: Place): string {
  const points: string[] = [];
  for (let i = 0; i <= 80; i++) {
    const time = -0.5 + (2 * i) / 80;
    points.push(`${fitX(time).toFixed(1)} ${fitY(wave(place, time)).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}

/** Heights along a way, thinned to about `count` points. */
export function profile(way: readonly Place[], count = 160): number[] {
  const step = Math.max(1, Math.floor(way.length / count));
  return way.filter((_, i) => i % step === 0).map((place) => lossAt(place).loss);
}
