// Level curves of a grid of heights by marching squares, joined into long lines.

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Row by row, from the top. */
  readonly heights: Float64Array;
}

/** A line of points (x, y) in grid units; closed when its ends meet. */
export type Line = readonly (readonly [number, number])[];

/** All level curves at one height. */
export function levelCurves(grid: Grid, level: number): Line[] {
  return joinSegments(segments(grid, level));
}

type Segment = readonly [number, number];

// The edges a curve crosses, by which corners lie above the level: top-left 8, top-right 4, bottom-right 2,
// bottom-left 1. Edges: 0 top, 1 right, 2 bottom, 3 left. Saddles (5 and 10) are settled by the middle.
const crossings: readonly (readonly Segment[])[] = [
  [], [[3, 2]], [[2, 1]], [[3, 1]], [[1, 0]], [[3, 0], [1, 2]], [[2, 0]], [[3, 0]],
  [[0, 3]], [[0, 2]], [[0, 1], [2, 3]], [[0, 1]], [[1, 3]], [[1, 2]], [[2, 3]], [],
]; // prettier-ignore
const otherSaddle: Record<number, readonly Segment[]> = {
  5: [[3, 2], [1, 0]],
  10: [[0, 3], [2, 1]],
}; // prettier-ignore

interface Piece {
  /** Number of the grid edge at which the piece starts and ends. */
  readonly from: number;
  readonly to: number;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
}

function segments({ columns, rows, heights }: Grid, level: number): Piece[] {
  const pieces: Piece[] = [];
  const at = (i: number, j: number) => heights[j * columns + i]!;
  const between = (a: number, b: number) => (a === b ? 0.5 : (level - a) / (b - a));
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const [a, b, c, d] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const key =
        (a > level ? 8 : 0) | (b > level ? 4 : 0) | (c > level ? 2 : 0) | (d > level ? 1 : 0);
      const middleIsHigh = (a + b + c + d) / 4 > level;
      const found =
        (key === 5 || key === 10) && middleIsHigh !== (key === 5)
          ? otherSaddle[key]!
          : crossings[key]!;
      const edges = [
        { id: 2 * (j * columns + i), point: [i + between(a, b), j] },
        { id: 2 * (j * columns + i + 1) + 1, point: [i + 1, j + between(b, c)] },
        { id: 2 * ((j + 1) * columns + i), point: [i + between(d, c), j + 1] },
        { id: 2 * (j * columns + i) + 1, point: [i, j + between(a, d)] },
      ] as const;
      for (const [from, to] of found) {
        const [p, q] = [edges[from]!, edges[to]!];
        pieces.push({ from: p.id, to: q.id, start: p.point, end: q.point });
      }
    }
  }
  return pieces;
}

function joinSegments(pieces: readonly Piece[]): Line[] {
  const starting = new Map(pieces.map((piece) => [piece.from, piece]));
  const ending = new Set(pieces.map((piece) => piece.to));
  const lines: Line[] = [];
  const follow = (first: Piece) => {
    const line = [first.start];
    for (let piece: Piece | undefined = first; piece; piece = starting.get(piece.to)) {
      if (!starting.delete(piece.from)) break;
      line.push(piece.end);
    }
    lines.push(line);
  };
  // Open lines begin at the border, where no piece ends; what remains are closed ones.
  for (const piece of pieces) if (!ending.has(piece.from)) follow(piece);
  for (const piece of pieces) if (starting.has(piece.from)) follow(piece);
  return lines;
}

/** An SVG path through the lines, scaled, with one decimal. */
export function pathOf(lines: readonly Line[], scaleX: number, scaleY = scaleX): string {
  const number = (v: number) => String(Math.round(v * 10) / 10);
  return lines
    .map((line) => {
      const points = line.map(([x, y]) => `${number(x * scaleX)} ${number(y * scaleY)}`);
      const closed = points.length > 2 && points[0] === points.at(-1);
      return `M${(closed ? points.slice(0, -1) : points).join('L')}${closed ? 'Z' : ''}`;
    })
    .join('');
}
