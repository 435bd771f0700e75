// The names and ticks of a preset's axes: plain coordinates, or standard units read in millimetres and grams.
import type { Lang } from '../frame/frame.text.ts';
import { ticks, tickText } from '../frame/ticks.ts';
import type { Interval } from '../frame/plane-scale.ts';
import { trainerText } from './PerceptronTrainer.text.ts';
import type { AxisOf, Preset } from './presets.ts';

/** Round values of the measurement, at their places in standard units. */
export function ticksOf({ mean, deviation }: AxisOf, [low, high]: Interval) {
  const values = ticks(mean + low * deviation, mean + high * deviation, 5);
  return values.map((value) => ({ at: (value - mean) / deviation, text: tickText(value) }));
}

/** What the plane has to know about its axes. */
export function axisProps(preset: Preset, lang: Lang) {
  if (!preset.axes) return { xLabel: 'x₁', yLabel: 'x₂' };
  const [across, up] = preset.axes;
  const names = trainerText[lang].measurements;
  const xTicks = ticksOf(across, preset.x);
  const yTicks = ticksOf(up, preset.y);
  return {
    xLabel: names[across.measurement],
    yLabel: names[up.measurement],
    xTicks: xTicks.map(({ at }) => at),
    yTicks: yTicks.map(({ at }) => at),
    tickText: (value: number, axis: 'x' | 'y') =>
      (axis === 'x' ? xTicks : yTicks).find(({ at }) => at === value)?.text ?? '',
  };
}
