// Six optimisers of the engine raced on four landscapes, each at the learning rate that suits it there.
import { useMemo, useRef } from 'preact/hooks';
import { Choice, Toggle } from '../frame/choices.tsx';
import { sampleGrid } from '../frame/contours.ts';
import { flag, number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { useLoop } from '../frame/loop.ts';
import { Clip, Contours, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Player } from '../frame/player.tsx';
import { Slider } from '../frame/slider.tsx';
import { plainNumber } from '../frame/slider-scale.ts';
import type { Signals } from '../frame/state.ts';
import { useFigure } from '../frame/use-figure.ts';
import { landscapeNames, landscapes, type Landscape, type Point } from './landscapes.ts';
import { raceText } from './OptimiserRace.text.ts';
import { runnerNames, runRace, type RunnerName } from './race.ts';
import { rates } from './rates.ts';
import './momentum.css';

const MOST_STEPS = 300;

const fields = {
  landscape: oneOf(landscapeNames, 'ravine'),
  x: number(landscapes.ravine.start[0], { min: -6, max: 6 }),
  y: number(landscapes.ravine.start[1], { min: -4, max: 4 }),
  steps: number(60, { min: 0, max: MOST_STEPS, integer: true }),
  scale: number(1, { min: 0.05, max: 20 }),
  sgd: flag(true),
  momentum: flag(true),
  nesterov: flag(false),
  adagrad: flag(false),
  rmsprop: flag(false),
  adam: flag(true),
};

type State = Signals<typeof fields>;
type Text = (typeof raceText)['en'];

interface Runner {
  readonly name: RunnerName;
  readonly learningRate: number;
  readonly path: readonly Point[];
  /** Above the lowest point; infinite when it has left. */
  readonly height: number;
}

/** Everybody in the race, with all steps that the figure can show. */
function runnersOf(state: State, steps: number): Runner[] {
  const name = state.landscape.value;
  const landscape: Landscape = landscapes[name];
  const start: Point = [state.x.value, state.y.value];
  return runnerNames
    .filter((runner) => state[runner].value)
    .map((runner) => {
      const learningRate = rates[name][runner] * state.scale.value;
      const path = runRace(landscape, runner, learningRate, start, steps);
      const height =
        path.length > steps ? landscape.height(...path[steps]) - landscape.lowest : Infinity;
      return { name: runner, learningRate, path, height };
    });
}

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function OptimiserRace({ lang, id = 'optimiser-race', start }: Props) {
  const text = raceText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: (state) =>
      Object.fromEntries(
        runnersOf(state, state.steps.value).map(({ name, height }) => [`${name}Height`, height]),
      ),
  });
  const { state } = figure;
  const landscape: Landscape = landscapes[state.landscape.value];
  const runners = runnersOf(state, state.steps.value);
  const ref = useRef<HTMLDivElement>(null);
  const loop = useLoop(
    () => {
      if (state.steps.value < MOST_STEPS) state.steps.value += 1;
      return state.steps.value < MOST_STEPS;
    },
    { ref, every: 60 },
  );
  const choose = () => {
    loop.stop();
    [state.x.value, state.y.value] = landscapes[state.landscape.value].start;
    state.steps.value = 60;
    state.scale.value = 1;
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="OptimiserRace"
      title={text.title}
      reading={readingOf(runners, state.steps.value, text)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: runners.map(({ name, learningRate, height }) => [
          text.runners[name],
          plainNumber(learningRate),
          height === Infinity ? text.out : plainNumber(height),
        ]),
      })}
      size="wide"
      controls={
        <>
          <Choice
            value={state.landscape}
            label={text.landscape}
            options={landscapeNames.map((value) => ({ value, label: text.landscapes[value] }))}
            onChange={choose}
          />
          <Slider
            lang={lang}
            value={state.steps}
            label={text.steps}
            min={0}
            max={MOST_STEPS}
            step={1}
          />
          <Slider
            lang={lang}
            value={state.scale}
            label={text.scale}
            min={0.05}
            max={20}
            scale="log"
          />
          <Player
            lang={lang}
            loop={loop}
            isDone={state.steps.value >= MOST_STEPS}
            onRestart={() => (state.steps.value = 0)}
            isAtStart={state.steps.value === 0}
          />
        </>
      }
      side={
        <>
          <Heights
            runners={runners}
            landscape={landscape}
            steps={state.steps.value}
            text={text}
            id={id}
          />
          <div class="mo-runners">
            {runnerNames.map((name) => (
              <div key={name} class="mo-runner">
                <Swatch name={name} />
                <Toggle value={state[name]} label={text.runners[name]} />
              </div>
            ))}
          </div>
        </>
      }
    >
      <div ref={ref}>
        <PlaneView
          label={text.picture}
          x={landscape.x}
          y={landscape.y}
          aspect={1.4}
          grid={false}
          isInteractive
        >
          {(plane) => <Track {...{ plane, id, state, landscape, runners, text }} />}
        </PlaneView>
      </div>
    </Figure>
  );
}

function Swatch({ name }: { name: RunnerName }) {
  return (
    <svg viewBox="0 0 44 12" aria-hidden="true" class="plot mo-swatch">
      <path class={`plot-line mo-way mo-${name}`} d="M1 6H43" />
    </svg>
  );
}

interface TrackProps {
  readonly plane: Plane;
  readonly id: string;
  readonly state: State;
  readonly landscape: Landscape;
  readonly runners: readonly Runner[];
  readonly text: Text;
}

function Track({ plane, id, state, landscape, runners, text }: TrackProps) {
  const { grid, levels } = useMemo(() => {
    const sampled = sampleGrid(landscape.height, landscape.x, landscape.y, 113);
    const top = sampled.values.reduce((a, b) => Math.max(a, b)) - landscape.lowest;
    const powers = Array.from({ length: 10 }, (_, i) => ((i + 0.6) / 10) ** 3);
    return { grid: sampled, levels: powers.map((share) => landscape.lowest + top * share) };
  }, [landscape]);
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <Contours plane={plane} grid={grid} levels={levels} />
        <>
          {runners.map(({ name, path }) => (
            <Line key={name} plane={plane} points={path} class={`mo-way mo-${name}`} />
          ))}
        </>
        <g>
          {runners.map(({ name, path }) => {
            const [x, y] = path[path.length - 1];
            return (
              <circle
                key={name}
                class={`mo-end mo-${name}`}
                cx={plane.toX(x)}
                cy={plane.toY(y)}
                r={5}
              />
            );
          })}
        </g>
      </Clip>
      <Handle
        plane={plane}
        x={state.x.value}
        y={state.y.value}
        label={text.start}
        onMove={(x, y) => {
          state.x.value = Number(x.toFixed(3));
          state.y.value = Number(y.toFixed(3));
        }}
        onReset={() => ([state.x.value, state.y.value] = landscape.start)}
      >
        <circle class="plot-knob mo-start" r={7} />
      </Handle>
    </>
  );
}

const LOW = 1e-6;

interface HeightsProps {
  readonly runners: readonly Runner[];
  readonly landscape: Landscape;
  readonly steps: number;
  readonly text: Text;
  readonly id: string;
}

function Heights({ runners, landscape, steps, text, id }: HeightsProps) {
  const above = (point: Point) => Math.max(LOW / 10, landscape.height(...point) - landscape.lowest);
  return (
    <PlaneView
      label={text.sidePicture}
      x={[0, Math.max(20, steps)]}
      y={[LOW, 1e3]}
      yScale="log"
      yTicks={[1e-6, 1e-3, 1, 1e3]}
      xLabel={text.steps}
      yLabel={text.axis}
      aspect={1.25}
      assumedWidth={320}
      margin={{ left: 52 }}
    >
      {(plane) => (
        <Clip plane={plane} id={`${id}-heights`}>
          <>
            {runners.map(({ name, path }) => (
              <Line
                key={name}
                plane={plane}
                class={`mo-way mo-${name}`}
                points={path.map((point, step) => [step, above(point)])}
              />
            ))}
          </>
        </Clip>
      )}
    </PlaneView>
  );
}

function readingOf(runners: readonly Runner[], steps: number, text: Text): string {
  const names = (list: readonly Runner[]) => list.map(({ name }) => text.runners[name]).join(', ');
  const gone = runners.filter(({ height }) => height === Infinity);
  const present = runners.filter(({ height }) => height < Infinity);
  if (present.length === 0) return text.readingNone;
  const left = gone.length ? text.left(names(gone)) : '';
  const arrived = present.filter(({ height }) => height < LOW);
  if (arrived.length) return text.readingFloor(names(arrived), steps) + left;
  const lowest = present.reduce((a, b) => (b.height < a.height ? b : a));
  return text.reading(text.runners[lowest.name], plainNumber(lowest.height), steps) + left;
}
