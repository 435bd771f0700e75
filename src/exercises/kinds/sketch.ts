// Marks a curve drawn by hand: its mean distance from the truth, as a share of the plot's height.
import type { Answers, ExerciseOf, Vars, Verdict } from '../types.ts';

type Stroke = Answers['sketch'];

/** A curve nearer to a known mistake than to the truth draws that mistake's explanation. */
export function checkSketch(
  { key, outline }: ExerciseOf<'sketch'>,
  stroke: Stroke,
  vars: Vars,
): Verdict {
  if (stroke.length < 2) return { correct: false, parts: [], note: { name: 'nothing' } };
  const [from, to] = outline.x;
  const ends = stroke.map(([x]) => x);
  if (Math.max(...ends) - Math.min(...ends) < 0.8 * (to - from))
    return { correct: false, parts: [], note: { name: 'some-missing' } };
  const height = outline.y[1] - outline.y[0];
  const distance = (curve: (x: number) => number) => meanDistance(stroke, curve) / height;
  const toTruth = distance((x) => key.truth(x, vars));
  const known = key.wrong.find(({ curve }) => {
    const away = distance((x) => curve(x, vars));
    return away < toTruth && away <= 2 * key.tolerance;
  });
  if (known) return { correct: false, parts: [known.part], detail: toTruth };
  return toTruth <= key.tolerance
    ? { correct: true, parts: ['right'], detail: toTruth }
    : { correct: false, parts: [], note: { name: 'not-yet' }, detail: toTruth };
}

/** Mean of |stroke − curve| over the width that the stroke covers. */
export function meanDistance(stroke: Stroke, curve: (x: number) => number): number {
  const sorted = [...stroke].sort((a, b) => a[0] - b[0]);
  const [first, last] = [sorted[0][0], sorted[sorted.length - 1][0]];
  const count = 120;
  let sum = 0;
  for (let i = 0; i <= count; i++) {
    const x = first + ((last - first) * i) / count;
    sum += Math.abs(heightAt(sorted, x) - curve(x));
  }
  return sum / (count + 1);
}

function heightAt(sorted: Stroke, x: number): number {
  const after = sorted.findIndex(([end]) => end >= x);
  if (after <= 0) return sorted[after === 0 ? 0 : sorted.length - 1][1];
  const [[x0, y0], [x1, y1]] = [sorted[after - 1], sorted[after]];
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
