// A ramp, a flat stretch and another ramp: where a ball with momentum picks up speed, coasts, and escapes or not.

/** The flat stretch begins at 0. */
export interface Terrain {
  readonly flat: number;
}

/** Where the ball starts. */
export const START = -6;
/** Past the flat stretch by so much, it has escaped. */
const BEYOND = 1;

export const slope = ({ flat }: Terrain, x: number): number => (x < 0 || x >= flat ? -1 : 0);

export const height = ({ flat }: Terrain, x: number): number =>
  x < 0 ? -x : x < flat ? 0 : flat - x;

export interface Moment {
  readonly x: number;
  readonly velocity: number;
}

export interface Push {
  readonly learningRate: number;
  readonly momentum: number;
}

/** Position and velocity at rest and after each step, until the ball has escaped. */
export function coast(terrain: Terrain, { learningRate, momentum }: Push, steps: number): Moment[] {
  const moments: Moment[] = [{ x: START, velocity: 0 }];
  for (let step = 0; step < steps; step++) {
    const { x, velocity } = moments[moments.length - 1];
    const next = momentum * velocity - learningRate * slope(terrain, x);
    moments.push({ x: x + next, velocity: next });
    if (x + next > terrain.flat + BEYOND) break;
  }
  return moments;
}

/** The speed at which push and friction balance on a slope of −1: η/(1 − μ). */
export const terminalSpeed = ({ learningRate, momentum }: Push): number =>
  momentum < 1 ? learningRate / (1 - momentum) : Infinity;

/** How far a ball of velocity v still goes on flat ground: μ v/(1 − μ). */
export const coastingDistance = (velocity: number, momentum: number): number =>
  momentum < 1 ? (momentum * velocity) / (1 - momentum) : velocity > 0 ? Infinity : 0;

/** The moment at which the ball first stands on the flat stretch, or beyond it. */
export const entry = (moments: readonly Moment[]): Moment | undefined =>
  moments.find(({ x }) => x >= 0);

/** Where the ball will come to rest if it stays on the flat stretch. */
export function restingPlace(moments: readonly Moment[], momentum: number): number | undefined {
  const first = entry(moments);
  return first && first.x + coastingDistance(first.velocity, momentum);
}
