// Leaves out the points of a drawn line that nobody misses: Ramer (1972), Douglas and Peucker (1973).

type Point = readonly [x: number, y: number];

/** The indices of the points to keep, in their order; those left out lie within `tolerance` of the line that remains. */
export function keptPoints(points: readonly Point[], tolerance: number): number[] {
  const isKept = new Uint8Array(points.length);
  isKept[0] = isKept[points.length - 1] = 1;
  const spans: [from: number, to: number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [far, distance] = [from, tolerance];
    for (let i = from + 1; i < to; i++) {
      const away = distanceTo(points[i], points[from], points[to]);
      if (away > distance) [far, distance] = [i, away];
    }
    if (far === from) continue;
    isKept[far] = 1;
    spans.push([from, far], [far, to]);
  }
  return [...points.keys()].filter((i) => isKept[i]);
}

/** A line without the points that lie within `tolerance` of what remains. */
export const thin = (line: readonly Point[], tolerance: number): Point[] =>
  keptPoints(line, tolerance).map((i) => line[i]);

/** From a point to the piece of a straight line between two others. */
function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const share = length && Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - share * dx, y - fromY - share * dy);
}
