// A map of level curves with the path of gradient descent: drag the start, see that downhill is not straight ahead.
import { useMemo, useRef } from 'preact/hooks';
import { Choice } from '../frame/choices.tsx';
import { sampleGrid } from '../frame/contours.ts';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { useLoop } from '../frame/loop.ts';
import { Arrow, Clip, Contours, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Player } from '../frame/player.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import type { Signals } from '../frame/state.ts';
import { useFigure } from '../frame/use-figure.ts';
import { contourText } from './ContourPath.text.ts';
import {
  descend,
  detour,
  nearest,
  surfaceNames,
  surfaces,
  type Point,
  type Surface,
} from './surfaces.ts';
import './gradient-descent.css';

const MOST_STEPS = 200;

const fields = {
  surface: oneOf(surfaceNames, 'valley'),
  x: number(surfaces.valley.start[0], { min: -3, max: 3 }),
  y: number(surfaces.valley.start[1], { min: -3, max: 3 }),
  eta: number(surfaces.valley.learningRate, { min: 0.01, max: 3 }),
  steps: number(30, { min: 0, max: MOST_STEPS, integer: true }),
};

type State = Signals<typeof fields>;

const pathFrom = ({ surface, x, y, eta, steps }: State): Point[] =>
  descend(surfaces[surface.value], [x.value, y.value], eta.value, steps.value);

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function ContourPath({ lang, id = 'contour-path', start }: Props) {
  const text = contourText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: (state) => {
      const surface = surfaces[state.surface.value];
      const [endX, endY] = pathFrom(state).at(-1)!;
      return {
        endX,
        endY,
        loss: surface.height(endX, endY),
        slope: Math.hypot(...surface.gradient(endX, endY)),
        detour: detour(surface, [state.x.value, state.y.value]),
      };
    },
  });
  const { state } = figure;
  const surface: Surface = surfaces[state.surface.value];
  const path = pathFrom(state);
  const ref = useRef<HTMLDivElement>(null);
  const loop = useLoop(
    () => {
      if (state.steps.value < MOST_STEPS) state.steps.value += 1;
      return state.steps.value < MOST_STEPS;
    },
    { ref, every: 90 },
  );
  const choose = () => {
    loop.stop();
    const chosen = surfaces[state.surface.value];
    [state.x.value, state.y.value] = chosen.start;
    state.eta.value = chosen.learningRate;
    state.steps.value = 30;
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="ContourPath"
      title={text.title}
      reading={readingOf(surface, path, text)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: [text.step, ...surface.axes, text.loss, text.gradient],
        rows: path.map(([x, y], step) => [
          step,
          plainNumber(x, 4),
          plainNumber(y, 4),
          plainNumber(surface.height(x, y), 4),
          plainNumber(Math.hypot(...surface.gradient(x, y)), 4),
        ]),
      })}
      controls={
        <>
          <Choice
            value={state.surface}
            label={text.surface}
            options={surfaceNames.map((value) => ({ value, label: text.surfaces[value] }))}
            onChange={choose}
          />
          <Slider
            lang={lang}
            value={state.eta}
            label={text.learningRate}
            symbol="η"
            identifier="learningRate"
            min={0.01}
            max={3}
            scale="log"
          />
          <Slider
            lang={lang}
            value={state.steps}
            label={text.steps}
            min={0}
            max={MOST_STEPS}
            step={1}
          />
          <Player lang={lang} loop={loop} isDone={state.steps.value >= MOST_STEPS} />
        </>
      }
    >
      <div ref={ref} class="gd-map">
        <PlaneView
          label={text.picture}
          x={surface.x}
          y={surface.y}
          xLabel={surface.axes[0]}
          yLabel={surface.axes[1]}
          aspect={1}
          grid={false}
          margin={{ top: 26, right: 26, bottom: 40, left: 40 }}
          isInteractive
        >
          {(plane) => <Map {...{ plane, id, state, surface, path, text }} />}
        </PlaneView>
      </div>
    </Figure>
  );
}

interface MapProps {
  readonly plane: Plane;
  readonly id: string;
  readonly state: State;
  readonly surface: Surface;
  readonly path: readonly Point[];
  readonly text: (typeof contourText)['en'];
}

function Map({ plane, id, state, surface, path, text }: MapProps) {
  const { grid, levels } = useMemo(() => relief(surface), [surface]);
  const start: Point = [state.x.value, state.y.value];
  const shown = path.filter(([x, y]) => Math.hypot(x, y) < 100);
  const [endX, endY] = shown.at(-1)!;
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <Contours plane={plane} grid={grid} levels={levels} />
        <Line plane={plane} points={[start, nearest(surface.minima, start)]} class="gd-straight" />
        <Line plane={plane} points={shown} class="gd-path" />
        <g class="gd-visited">
          {shown.slice(1, -1).map(([x, y], step) => (
            <circle key={step} cx={plane.toX(x)} cy={plane.toY(y)} r={2.5} />
          ))}
        </g>
        <Arrow plane={plane} from={start} to={downhill(surface, start)} class="q-gradient" />
        <g class="gd-minimum">
          {surface.minima.map(([x, y]) => (
            <path
              key={x}
              d="M-6 0H6M0 -6V6"
              transform={`translate(${plane.toX(x)} ${plane.toY(y)})`}
            />
          ))}
        </g>
        <circle class="gd-ball" cx={plane.toX(endX)} cy={plane.toY(endY)} r={7} />
      </Clip>
      <Handle
        plane={plane}
        x={start[0]}
        y={start[1]}
        label={text.start}
        valueText={text.startAt(surface.axes, plainNumber(start[0]), plainNumber(start[1]))}
        onMove={(x, y) => {
          state.x.value = Number(x.toFixed(3));
          state.y.value = Number(y.toFixed(3));
        }}
        onReset={() => ([state.x.value, state.y.value] = surface.start)}
      >
        <circle class="plot-knob gd-start" r={7} />
      </Handle>
    </>
  );
}

/** The grid and levels of the map: heights above the lowest point grow by equal factors. */
function relief(surface: Surface) {
  const grid = sampleGrid(surface.height, surface.x, surface.y, 113);
  const floor = Math.min(...surface.minima.map(([x, y]) => surface.height(x, y)));
  const top = grid.values.reduce((a, b) => Math.max(a, b)) - floor;
  const levels = Array.from({ length: 12 }, (_, i) => floor + top * ((i + 0.7) / 12) ** 2);
  return { grid, levels };
}

/** The end of the arrow: a fifth of the map long, whatever the slope. */
function downhill(surface: Surface, [x, y]: Point): Point {
  const [gx, gy] = surface.gradient(x, y);
  const length = Math.hypot(gx, gy);
  if (length < 1e-9) return [x, y];
  const reach = (surface.x[1] - surface.x[0]) / 5;
  return [x - (reach * gx) / length, y - (reach * gy) / length];
}

function readingOf(surface: Surface, path: readonly Point[], text: (typeof contourText)['en']) {
  const steps = path.length - 1;
  const end = path[steps];
  const angle = detour(surface, path[0]);
  const first = angle < 1 ? text.angleNone : text.angle(fixedNumber(angle, 0));
  if (Math.hypot(...end) > 100) return first + text.left(steps);
  const target = nearest(surface.minima, end);
  const isThere = Math.hypot(end[0] - target[0], end[1] - target[1]) < 0.02;
  const floor = Math.min(...surface.minima.map(([x, y]) => surface.height(x, y)));
  if (isThere)
    return (
      first + (surface.height(...target) > floor + 0.01 ? text.arrivedHigher : text.arrived)(steps)
    );
  if (steps > 10 && Math.hypot(...surface.gradient(...end)) < 1e-3) return first + text.pass;
  const after = text.after(steps, plainNumber(surface.height(...end)));
  return first + after + (turnsBack(path) ? text.zigzag : '');
}

/** Whether the last steps go to and fro. */
function turnsBack(path: readonly Point[]): boolean {
  const [a, b, c] = path.slice(-3);
  if (!c) return false;
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
}
