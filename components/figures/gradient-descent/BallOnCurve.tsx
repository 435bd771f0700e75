// A ball on a curve of one parameter: drag its start, set the learning rate, watch the steps.
import { useMemo, useRef } from 'preact/hooks';
import { Choice } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { useLoop } from '../frame/loop.ts';
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Player } from '../frame/player.tsx';
import type { Signals } from '../frame/state.ts';
import { Slider } from '../frame/slider.tsx';
import { plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { ballText } from './BallOnCurve.text.ts';
import { curveNames, curves, type Curve } from './curves.ts';
import { behaviour, nearestMinimum, roll } from './roll.ts';
import './gradient-descent.css';

const MOST_STEPS = 60;

const fields = {
  curve: oneOf(curveNames, 'bowl'),
  start: number(-2.5, { min: -6, max: 6 }),
  eta: number(0.3, { min: 0.001, max: 20 }),
  steps: number(8, { min: 0, max: MOST_STEPS, integer: true }),
};

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function BallOnCurve({ lang, id = 'ball-on-curve', start }: Props) {
  const text = ballText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: (state) => {
      const curve = curves[state.curve.value];
      const path = roll(curve, state.start.value, state.eta.value, state.steps.value);
      const x = path[path.length - 1];
      return {
        x,
        slope: curve.slope(x),
        curvature: curve.curvature(nearestMinimum(curve, x)),
        behaviour: behaviour(curve, path),
      };
    },
  });
  const { state } = figure;
  const curve: Curve = curves[state.curve.value];
  const path = roll(curve, state.start.value, state.eta.value, state.steps.value);
  const ref = useRef<HTMLDivElement>(null);
  const loop = useLoop(
    () => {
      if (state.steps.value < MOST_STEPS) state.steps.value += 1;
      return state.steps.value < MOST_STEPS;
    },
    { ref, every: 160 },
  );
  const choose = () => {
    loop.stop();
    state.start.value = curves[state.curve.value].start;
    state.eta.value = curves[state.curve.value].learningRate;
    state.steps.value = 8;
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="BallOnCurve"
      title={text.title}
      reading={readingOf(curve, path, lang)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: path.map((x, step) => [
          step,
          plainNumber(x, 4),
          plainNumber(curve.height(x), 4),
          plainNumber(curve.slope(x), 4),
        ]),
      })}
      controls={
        <>
          <Choice
            value={state.curve}
            label={text.curve}
            options={curveNames.map((value) => ({ value, label: text.curves[value] }))}
            onChange={choose}
          />
          <Slider
            lang={lang}
            value={state.eta}
            label={text.learningRate}
            symbol="η"
            identifier="learningRate"
            min={0.001}
            max={20}
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
      <div ref={ref}>
        <PlaneView
          label={text.picture}
          x={curve.range}
          y={heights(curve)}
          xLabel="w"
          yLabel="J(w)"
          aspect={1.75}
          isInteractive
        >
          {(plane) => <Picture {...{ plane, id, state, curve, path, text }} />}
        </PlaneView>
      </div>
    </Figure>
  );
}

interface PictureProps {
  readonly plane: Plane;
  readonly id: string;
  readonly state: Signals<typeof fields>;
  readonly curve: Curve;
  readonly path: readonly number[];
  readonly text: (typeof ballText)['en'];
}

function Picture({ plane, id, state, curve, path, text }: PictureProps) {
  const points = useMemo(() => outline(curve), [curve]);
  const visited = path.filter((x) => Math.abs(x) < 1e3);
  const start = state.start.value;
  const ball = visited[visited.length - 1];
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <Line plane={plane} points={points} class="q-loss" />
        <Line plane={plane} points={tangent(curve, ball)} class="q-gradient gd-tangent" />
        <Line plane={plane} points={visited.map((x) => [x, curve.height(x)])} class="gd-path" />
        <g class="gd-visited">
          {visited.slice(0, -1).map((x, step) => (
            <circle key={step} cx={plane.toX(x)} cy={plane.toY(curve.height(x))} r={3} />
          ))}
        </g>
        <circle class="gd-ball" cx={plane.toX(ball)} cy={plane.toY(curve.height(ball))} r={9} />
      </Clip>
      <Handle
        plane={plane}
        x={start}
        y={curve.height(start)}
        along="x"
        xBounds={curve.range}
        label={text.start}
        valueText={text.startAt(plainNumber(start), plainNumber(curve.height(start)))}
        identifier="w"
        onMove={(x) => (state.start.value = Number(x.toFixed(3)))}
        onReset={() => (state.start.value = curve.start)}
      >
        <circle class="plot-knob gd-start" r={7} />
      </Handle>
    </>
  );
}

/** The curve as points. */
function outline({ range: [from, to], height }: Curve): [number, number][] {
  return Array.from({ length: 121 }, (_, i) => {
    const x = from + ((to - from) * i) / 120;
    return [x, height(x)];
  });
}

function heights(curve: Curve): [number, number] {
  const all = outline(curve).map(([, y]) => y);
  const top = Math.max(...all);
  return [-0.05 * top, 1.04 * top];
}

/** A piece of the tangent, an eighth of the picture to each side. */
function tangent(curve: Curve, x: number): [number, number][] {
  const reach = (curve.range[1] - curve.range[0]) / 8;
  return [-reach, reach].map((by) => [x + by, curve.height(x) + by * curve.slope(x)]);
}

function readingOf(curve: Curve, path: readonly number[], lang: Lang): string {
  const say = ballText[lang].reading;
  const steps = path.length - 1;
  const [before, last, x] = [-3, -2, -1].map((i) => path.at(i) ?? path[0]);
  const ratio = plainNumber(Math.abs((x - last) / (last - before)), 2);
  const kind = behaviour(curve, path);
  switch (kind) {
    case 'arrived': {
      if (curve.curvature(x) < 0) return say.balanced(plainNumber(x));
      const arrived = say.arrived(steps, plainNumber(x));
      if (curve.minima.length < 2) return arrived;
      const lowest = Math.min(...curve.minima.map(curve.height));
      return `${arrived} ${curve.height(x) < lowest + 0.01 ? say.lower : say.higher}`;
    }
    case 'still':
      return say.still(plainNumber(x), plainNumber(curve.slope(x)));
    case 'sliding':
      return say.sliding(steps, plainNumber(x), plainNumber(curve.slope(x)));
    case 'creeping':
      return say.creeping(steps, plainNumber(x), plainNumber(Math.abs(x - last)));
    case 'cycling':
      return say.cycling;
    case 'gone':
      return say.gone(steps);
    default:
      return say[kind](ratio);
  }
}
