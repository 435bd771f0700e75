// The game of four knobs: turn them one by one, feeling only the height, or all at once by the gradient.
import { batch } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Toggle } from '../frame/choices.tsx';
import { flag, number, rows } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { useLoop } from '../frame/loop.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { Player } from '../frame/player.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { bestKnobs, curveOf, height, startKnobs, turnAll } from './knobs.ts';
import { knobsText } from './FourKnobs.text.ts';
import { anomalies, years } from './temperature.ts';
import './gradient-descent.css';

const NAMES = ['a', 'b', 'c', 'd'] as const;
const REACH = 2;
const MOST_TURNS = 400;
/** Whoever stands no higher than this above the lowest point has found the valley floor. */
const FLOOR = 0.02;

const knob = (index: number) => number(startKnobs[index], { min: -REACH, max: REACH });

const fields = {
  a: knob(0),
  b: knob(1),
  c: knob(2),
  d: knob(3),
  /** Height above the lowest point after each turn. */
  heights: rows([[aboveLowest(startKnobs)]], 1, MOST_TURNS + 1),
  isRevealed: flag(false),
};

function aboveLowest(knobs: readonly number[]): number {
  return Number((height(knobs) - height(bestKnobs)).toPrecision(4));
}

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function FourKnobs({ lang, id = 'four-knobs', start }: Props) {
  const text = knobsText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: ({ heights }) => ({
      turns: heights.value.length - 1,
      above: heights.value.at(-1)![0],
    }),
  });
  const { state } = figure;
  const knobs = NAMES.map((name) => state[name].value);
  const heights = state.heights.value.map(([value]) => value);
  const live = aboveLowest(knobs);
  /** One entry a turn, and none when the height stayed as it was. */
  const record = () => {
    const above = aboveLowest(NAMES.map((name) => state[name].peek()));
    const past = state.heights.peek();
    if (above !== past.at(-1)![0] && past.length <= MOST_TURNS)
      state.heights.value = [...past, [above]];
  };
  const ref = useRef<HTMLDivElement>(null);
  const isDone = live < FLOOR / 4 || heights.length > MOST_TURNS;
  const loop = useLoop(
    () => {
      batch(() => {
        turnAll(knobs).forEach((value, k) => (state[NAMES[k]].value = value));
        record();
      });
      return aboveLowest(NAMES.map((name) => state[name].peek())) >= FLOOR / 4;
    },
    { ref, every: 120 },
  );
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="FourKnobs"
      title={text.title}
      reading={readingOf(heights, live, text)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: heights.map((value, turn) => [turn, plainNumber(value, 4)]),
      })}
      controls={
        <>
          <div class="figure-sliders">
            {NAMES.map((name, k) => (
              <div class="gd-knob" key={name} onChange={record}>
                <Slider
                  lang={lang}
                  value={state[name]}
                  label={text.knob(name)}
                  min={-REACH}
                  max={REACH}
                  step={0.02}
                  format={(value) => fixedNumber(value, 2)}
                  identifier={`knob${k}`}
                />
              </div>
            ))}
          </div>
          <Player
            lang={lang}
            loop={loop}
            isDone={isDone}
            stepLabel={text.turnAll}
            runLabel={text.runAll}
          />
          <Toggle value={state.isRevealed} label={text.reveal} />
        </>
      }
    >
      <div ref={ref}>
        <Heights heights={heights} live={live} text={text} />
        {state.isRevealed.value && <Curtain knobs={knobs} text={text} />}
      </div>
    </Figure>
  );
}

type Text = (typeof knobsText)['en'];

interface HeightsProps {
  readonly heights: readonly number[];
  readonly live: number;
  readonly text: Text;
}

function Heights({ heights, live, text }: HeightsProps) {
  const across = Math.max(12, heights.length - 1);
  const shown = heights.map((value, turn) => [turn, Math.max(value, 1e-3)] as const);
  const now = [heights.length - 1, Math.max(live, 1e-3)] as const;
  return (
    <PlaneView
      label={text.picture}
      x={[0, across]}
      y={[1e-3, 10]}
      yScale="log"
      xLabel={text.turnAxis}
      yLabel={text.heightAxis}
      aspect={2.2}
      margin={{ left: 52 }}
    >
      {(plane) => (
        <>
          <line
            class="gd-bound"
            x1={plane.toX(0)}
            x2={plane.toX(across)}
            y1={plane.toY(FLOOR)}
            y2={plane.toY(FLOOR)}
          />
          <Line plane={plane} points={shown} class="q-loss" />
          {shown.length < 80 && (
            <g class="gd-visited">
              {shown.map(([turn, value]) => (
                <circle key={turn} cx={plane.toX(turn)} cy={plane.toY(value)} r={2.5} />
              ))}
            </g>
          )}
          <circle class="gd-ball" cx={plane.toX(now[0])} cy={plane.toY(now[1])} r={7} />
        </>
      )}
    </PlaneView>
  );
}

function Curtain({ knobs, text }: { knobs: readonly number[]; text: Text }) {
  const curve = curveOf(knobs);
  return (
    <PlaneView
      label={text.curtain}
      x={[1878, 2025]}
      y={[Math.min(-1, ...curve), Math.max(1.3, ...curve)]}
      xLabel={text.yearAxis}
      yLabel={text.degrees}
      aspect={2.2}
      xTicks={[1900, 1950, 2000]}
    >
      {(plane) => (
        <>
          <g class="gd-visited">
            {anomalies.map((value, i) => (
              <circle key={years[i]} cx={plane.toX(years[i])} cy={plane.toY(value)} r={2} />
            ))}
          </g>
          <Line
            plane={plane}
            class="q-weight"
            points={curve.map((value, i) => [years[i], value])}
          />
        </>
      )}
    </PlaneView>
  );
}

function readingOf(heights: readonly number[], live: number, text: Text): string {
  const turns = heights.length - 1;
  if (turns === 0 && live === heights[0]) return text.start(plainNumber(live));
  const said = text.now(turns, plainNumber(live));
  if (live < FLOOR) return said + text.won;
  return turns ? said + (heights[turns] < heights[turns - 1] ? text.down : text.up) : said;
}
