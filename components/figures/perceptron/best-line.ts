// How good a line can be at all: the fewest samples on the wrong side, and the widest gap when there are none.
import { nearestToOrigin, type Vector } from './margin.ts';
import type { Sample } from './perceptron.ts';

/**
 * The fewest samples that any line leaves on the wrong side, exactly: a best line can be shifted until
 * it touches a sample, so it is enough to turn a line about each of them. Takes n² log n steps.
 */
export function fewestWrong(samples: readonly Sample[]): number {
  const positives = samples.filter(({ label }) => label === 1).length;
  let fewest = Math.min(positives, samples.length - positives);
  for (const pivot of samples) fewest = Math.min(fewest, fewestAbout(pivot, samples));
  return fewest;
}

/** Turns a line about the pivot by half a turn; every other sample changes sides once. */
function fewestAbout(pivot: Sample, samples: readonly Sample[]): number {
  const onPivot = { 1: 0, [-1]: 0 } as Record<1 | -1, number>;
  const others: { angle: number; isLeft: boolean; label: 1 | -1 }[] = [];
  for (const { x, y, label } of samples) {
    const [dx, dy] = [x - pivot.x, y - pivot.y];
    if (dx === 0 && dy === 0) onPivot[label] += 1;
    else {
      const isLeft = dy > 0 || (dy === 0 && dx < 0);
      const angle = Math.atan2(dy, dx);
      others.push({
        angle: dy === 0 ? Math.PI : angle < 0 ? angle + Math.PI : angle,
        isLeft,
        label,
      });
    }
  }
  others.sort((a, b) => a.angle - b.angle);
  // Wrong when the left side is called positive; the other way round it is all the rest.
  let wrong = others.filter(({ isLeft, label }) => isLeft !== (label === 1)).length;
  const atPivot = Math.min(onPivot[1], onPivot[-1]);
  let fewest = Math.min(wrong, others.length - wrong);
  others.forEach(({ angle, isLeft, label }, i) => {
    wrong += isLeft === (label === 1) ? 1 : -1; // it goes over to the other side
    if (others[i + 1] && others[i + 1]!.angle - angle < 1e-12) return; // in one line: they cross together
    fewest = Math.min(fewest, wrong, others.length - wrong);
  });
  return fewest + atPivot;
}

/** The largest possible distance of the nearest sample from a separating line; undefined when none separates. */
export function widestGap(samples: readonly Sample[]): number | undefined {
  const of = (wanted: number) => samples.filter(({ label }) => label === wanted);
  const differences = of(1).flatMap((p) => of(-1).map((q): Vector => [p.x - q.x, p.y - q.y, 0]));
  if (!differences.length) return undefined;
  const [x, y] = nearestToOrigin(differences);
  const gap = Math.hypot(x, y) / 2;
  return gap > 1e-6 ? gap : undefined;
}
