// Which way a key moves a point.

export interface KeyMove {
  readonly dx: number;
  readonly dy: number;
}

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The move of an arrow key in data units; with Shift ten times as far. Undefined for other keys. */
export function keyMove(
  { key, shiftKey }: Pressed,
  stepX: number,
  stepY = stepX,
): KeyMove | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const times = shiftKey ? 10 : 1;
  return { dx: direction[0] * stepX * times, dy: direction[1] * stepY * times };
}
