// Momentum on a quadratic: v ← μ v − η g, w ← w + v, and what is known of it in closed form.

export type Point = readonly [x: number, y: number];

/**
 * By what factor the error along a direction of curvature λ shrinks in a step, in the long run: the larger modulus of the
 * two roots of z² − (1 + μ − ηλ) z + μ = 0.
 */
export function rateAlong(learningRate: number, momentum: number, curvature: number): number {
  const middle = (1 + momentum - learningRate * curvature) / 2;
  const under = middle * middle - momentum;
  return under < 0 ? Math.sqrt(momentum) : Math.abs(middle) + Math.sqrt(under);
}

/** The slower of the two ends of a bowl with curvatures 1/κ and 1; nothing between them is slower. */
export function rate(learningRate: number, momentum: number, kappa: number): number {
  return Math.max(
    rateAlong(learningRate, momentum, 1),
    rateAlong(learningRate, momentum, 1 / kappa),
  );
}

/**
 * The corners of the region in which the rate is at most ρ, in learning rate and momentum: no momentum above ρ², and on the
 * two slanting sides the flat direction has the root ρ, the steep one the root −ρ.
 */
export function levelShape(shrink: number, kappa: number): Point[] {
  const flatSide = (eta: number): Point => [eta, shrink - ((eta / kappa) * shrink) / (1 - shrink)];
  const steepSide = (eta: number): Point => [eta, (eta * shrink) / (1 + shrink) - shrink];
  const top: Point[] = [
    [kappa * (1 - shrink) ** 2, shrink ** 2],
    [(1 + shrink) ** 2, shrink ** 2],
  ];
  const [flatFoot, steepFoot] = [kappa * (1 - shrink), 1 + shrink];
  if (flatFoot <= steepFoot) return [...top, steepSide(steepFoot), flatSide(flatFoot)];
  return [...top, steepSide(2 / (1 / (kappa * (1 - shrink)) + 1 / (1 + shrink)))];
}

/** The learning rate and momentum that are best for curvatures 1/κ and 1, and their rate (√κ − 1)/(√κ + 1). */
export function best(kappa: number) {
  const root = Math.sqrt(kappa);
  const shrink = (root - 1) / (root + 1);
  return { learningRate: (2 / (1 + 1 / root)) ** 2, momentum: shrink ** 2, rate: shrink };
}

/** The best learning rate without momentum, and its rate (κ − 1)/(κ + 1). */
export function bestPlain(kappa: number) {
  return { learningRate: 2 / (1 + 1 / kappa), rate: (kappa - 1) / (kappa + 1) };
}

/** Steps that shrink an error a million times at a rate; infinite for a rate of 1 or more. */
export function stepsToMillionth(shrink: number): number {
  if (shrink >= 1) return Infinity;
  return shrink <= 0 ? 1 : Math.ceil(Math.log(1e-6) / Math.log(shrink));
}

/** The way down the bowl ½ (x²/κ + y²), from rest. */
export function glide(
  start: Point,
  { learningRate, momentum, kappa }: { learningRate: number; momentum: number; kappa: number },
  steps: number,
): Point[] {
  const path: Point[] = [start];
  let [vx, vy] = [0, 0];
  for (let step = 0; step < steps; step++) {
    const [x, y] = path[path.length - 1];
    vx = momentum * vx - (learningRate * x) / kappa;
    vy = momentum * vy - learningRate * y;
    path.push([x + vx, y + vy]);
    if (Math.hypot(x + vx, y + vy) > 1e6) break;
  }
  return path;
}
