// Learning-rate schedules raced on noisy steps: same data, same order, only the rate differs.
import { useMemo } from 'preact/hooks';
import { Button } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { run, scheduleNames, schedules, type Lap, type ScheduleName } from './schedules.ts';
import { scheduleText } from './ScheduleRace.text.ts';
import './gradient-descent.css';

const fields = {
  baseRate: number(0.1, { min: 0.001, max: 1 }),
  batchSize: number(1, { min: 1, max: 64, integer: true }),
  steps: number(3000, { min: 300, max: 30000, integer: true }),
  seed: number(1, { min: 1, max: 999, integer: true }),
};

const EXCESS = [1e-7, 1] as const;

interface Runner {
  readonly name: ScheduleName;
  readonly laps: readonly Lap[];
  /** J − J* over the last tenth of the run. */
  readonly floor: number;
}

function race(baseRate: number, batchSize: number, steps: number, seed: number): Runner[] {
  return scheduleNames.map((name) => {
    const laps = run(schedules[name], { baseRate, batchSize, steps, seed });
    const last = laps.slice(-6);
    return { name, laps, floor: last.reduce((sum, { excess }) => sum + excess, 0) / last.length };
  });
}

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function ScheduleRace({ lang, id = 'schedule-race', start }: Props) {
  const text = scheduleText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: ({ baseRate, batchSize, steps, seed }) =>
      Object.fromEntries(
        race(baseRate.value, batchSize.value, steps.value, seed.value).map(({ name, floor }) => [
          name,
          floor,
        ]),
      ),
  });
  const { baseRate, batchSize, steps, seed } = figure.state;
  const runners = useMemo(
    () => race(baseRate.value, batchSize.value, steps.value, seed.value),
    [baseRate.value, batchSize.value, steps.value, seed.value],
  );
  const whole = (value: number) => String(Math.round(value));
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="ScheduleRace"
      title={text.title}
      reading={readingOf(runners, baseRate.value, text)}
      summary={text.summary}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: runners.map(({ name, laps, floor }) => [
          text.schedules[name],
          plainNumber(laps.at(-1)!.learningRate),
          plainNumber(floor),
        ]),
      })}
      size="wide"
      controls={
        <>
          <Slider
            lang={lang}
            value={baseRate}
            label={text.baseRate}
            symbol="η₀"
            identifier="baseRate"
            min={0.001}
            max={1}
            scale="log"
          />
          <Slider
            lang={lang}
            value={batchSize}
            label={text.batchSize}
            symbol="B"
            identifier="batchSize"
            min={1}
            max={64}
            scale="log"
            format={whole}
            onChange={(value) => (batchSize.value = Math.round(value))}
          />
          <Slider
            lang={lang}
            value={steps}
            label={text.steps}
            min={300}
            max={30000}
            scale="log"
            format={whole}
            onChange={(value) => (steps.value = Math.round(value))}
          />
          <Button onPress={() => (seed.value = (seed.value % 999) + 1)}>{text.seed}</Button>
        </>
      }
      side={
        <>
          <PlaneView
            label={text.sidePicture}
            x={[0, steps.value]}
            y={[0, baseRate.value * 1.05]}
            xLabel={text.steps}
            yLabel={text.rateAxis}
            aspect={1.3}
            assumedWidth={320}
            margin={{ left: 52 }}
          >
            {(plane) => (
              <>
                {runners.map(({ name, laps }) => (
                  <Line
                    key={name}
                    plane={plane}
                    class={`gd-runner gd-${name}`}
                    points={laps.map(({ step, learningRate }) => [step, learningRate])}
                  />
                ))}
              </>
            )}
          </PlaneView>
          <ul class="gd-legend">
            {runners.map(({ name, floor }) => (
              <li key={name}>
                <svg viewBox="0 0 32 8" aria-hidden="true" class="plot">
                  <path class={`plot-line gd-runner gd-${name}`} d="M1 4H31" />
                </svg>
                <span>{text.schedules[name]}</span>
                <span class="gd-number">{plainNumber(floor, 2)}</span>
              </li>
            ))}
          </ul>
        </>
      }
    >
      <PlaneView
        label={text.picture}
        x={[0, steps.value]}
        y={EXCESS}
        yScale="log"
        xLabel={text.steps}
        yLabel={text.axis}
        aspect={1.4}
        margin={{ left: 52 }}
      >
        {(plane) => (
          <Clip plane={plane} id={`${id}-clip`}>
            <>
              {runners.map(({ name, laps }) => (
                <Line
                  key={name}
                  plane={plane}
                  class={`gd-runner gd-${name}`}
                  points={laps.map(({ step, excess }) => [step, held(excess)])}
                />
              ))}
            </>
          </Clip>
        )}
      </PlaneView>
    </Figure>
  );
}

const held = (value: number): number =>
  value >= 0 ? Math.min(EXCESS[1] * 10, Math.max(EXCESS[0] / 10, value)) : EXCESS[1] * 10;

function readingOf(runners: readonly Runner[], rate: number, text: (typeof scheduleText)['en']) {
  const constant = runners.find(({ name }) => name === 'constant')!;
  if (!(constant.floor < 10)) return text.diverged(plainNumber(rate));
  const best = runners.reduce((a, b) => (b.floor < a.floor ? b : a));
  if (best === constant) return text.readingConstant(plainNumber(constant.floor, 2));
  return text.reading(
    text.schedules[best.name],
    plainNumber(best.floor, 2),
    plainNumber(constant.floor, 2),
  );
}
