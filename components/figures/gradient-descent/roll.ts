// A ball on a curve: the positions that gradient descent visits, and what one can say of them.
import type { Curve } from './curves.ts';

/** What the last steps look like. */
export type Behaviour =
  'still' | 'arrived' | 'creeping' | 'sliding' | 'bouncing' | 'cycling' | 'growing' | 'gone';

/** The visited positions: the start and one for each step, fewer when the ball has left for good. */
export function roll(curve: Curve, start: number, learningRate: number, steps: number): number[] {
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const x = path[path.length - 1];
    const next = x - learningRate * curve.slope(x); // x ← x − η dJ/dx
    path.push(next);
    if (Math.abs(next) > FAR) break;
  }
  return path;
}

const FAR = 1e6;

/** Names what a path does, from its last three positions. */
export function behaviour(curve: Curve, path: readonly number[]): Behaviour {
  const [before, last, now] = [path.length - 3, path.length - 2, path.length - 1].map(
    (i) => path[Math.max(i, 0)],
  );
  if (Math.abs(now) > FAR) return 'gone';
  if (path.length === 1) return 'still';
  const step = now - last;
  const previous = last - before;
  if (Math.abs(curve.slope(now)) < 1e-3) return 'arrived';
  if (step * previous < 0) {
    const ratio = Math.abs(step / previous);
    if (ratio > 1.001) return 'growing';
    return ratio > 0.999 ? 'cycling' : 'bouncing';
  }
  const span = curve.range[1] - curve.range[0];
  return Math.abs(step) < span / 400 ? 'creeping' : 'sliding';
}

/** The minimum nearest to a position. */
export function nearestMinimum({ minima }: Curve, x: number): number {
  return minima.reduce((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best));
}
