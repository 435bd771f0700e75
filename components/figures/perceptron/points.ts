// The reader's own points beside or instead of a preset's: adding, moving, removing, and how they stand in a link.
import type { Field } from '../frame/fields.ts';
import { within, type Interval } from '../frame/plane-scale.ts';
import type { Sample } from './perceptron.ts';
import type { Preset } from './presets.ts';

/** The reader's points; null while the preset is untouched. */
export type OwnPoints = readonly Sample[] | null;

const LIMIT = 60;

/** In a link: `1.2,0.5,1~-2,3,-1`; a dash when the reader removed every point. */
export const ownPointsField: Field<OwnPoints> = {
  initial: null,
  encode: (points) =>
    points === null
      ? ''
      : points.map(({ x, y, label }) => `${short(x)},${short(y)},${label}`).join('~') || '-',
  decode: (text) => {
    if (text === '') return null;
    if (text === '-') return [];
    const rows = text.split('~').map((row) => row.split(',').map(Number));
    const fits = rows.every(
      (row) => row.length === 3 && row.every(Number.isFinite) && Math.abs(row[2]!) === 1,
    );
    if (!fits || rows.length > LIMIT) return undefined;
    return rows.map(([x, y, label]) => ({ x: x!, y: y!, label: label as 1 | -1 }));
  },
};

const short = (value: number): number => Number(value.toFixed(2));

/** How many samples, from the first, cannot be changed: real measurements are what they are. */
export const lockedCount = (preset: Preset): number => (preset.axes ? preset.samples.length : 0);

/** All samples to learn from. Beside real measurements the reader's points come last; else they replace the preset's. */
export function samplesOf(preset: Preset, own: OwnPoints): readonly Sample[] {
  if (own === null) return preset.samples;
  return preset.axes ? [...preset.samples, ...own] : own;
}

/** The reader's points before a change, ready to be changed. */
const ownOf = (preset: Preset, own: OwnPoints): readonly Sample[] =>
  own ?? (preset.axes ? [] : preset.samples);

export function addPoint(preset: Preset, own: OwnPoints, sample: Sample): OwnPoints {
  const points = ownOf(preset, own);
  return points.length < LIMIT ? [...points, held(sample, preset)] : points;
}

/** @param index among all samples; locked ones stay where they are */
export function movePoint(preset: Preset, own: OwnPoints, index: number, to: Sample): OwnPoints {
  const at = index - lockedCount(preset);
  return at < 0 ? own : ownOf(preset, own).map((old, i) => (i === at ? held(to, preset) : old));
}

export function removePoint(preset: Preset, own: OwnPoints, index: number): OwnPoints {
  const at = index - lockedCount(preset);
  return at < 0 ? own : ownOf(preset, own).filter((_, i) => i !== at);
}

/** Keeps a point inside the picture, a finger's breadth off its edge, and on a fine grid. */
function held({ x, y, label }: Sample, preset: Preset): Sample {
  return { x: short(within(x, inside(preset.x))), y: short(within(y, inside(preset.y))), label };
}

const inside = ([low, high]: Interval): Interval => {
  const edge = (high - low) * 0.02;
  return [low + edge, high - edge];
};

/** The sample nearest to a place, no further off than `reach`; all in the same units. */
export function nearestPoint(
  samples: readonly Sample[],
  place: (sample: Sample) => readonly [number, number],
  [px, py]: readonly [number, number],
  reach: number,
): number | undefined {
  let best: number | undefined;
  let least = reach;
  samples.forEach((sample, i) => {
    const [x, y] = place(sample);
    const distance = Math.hypot(x - px, y - py);
    if (distance <= least) [best, least] = [i, distance];
  });
  return best;
}
