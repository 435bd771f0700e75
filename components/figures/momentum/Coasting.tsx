// Terminal velocity on a ramp, coasting on flat ground, escape or not: what μ means for a rolling ball.
import { useRef } from 'preact/hooks';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { useLoop } from '../frame/loop.ts';
import { Area, Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Player } from '../frame/player.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import type { Signals } from '../frame/state.ts';
import { useFigure } from '../frame/use-figure.ts';
import { coastingText } from './Coasting.text.ts';
import {
  coast,
  coastingDistance,
  entry,
  height,
  restingPlace,
  START,
  terminalSpeed,
  type Moment,
} from './terrain.ts';
import './momentum.css';

const MOST_STEPS = 400;
const LONGEST = 10;

const fields = {
  eta: number(0.04, { min: 0.005, max: 0.5 }),
  mu: number(0.9, { min: 0, max: 1 }),
  flat: number(4, { min: 0.5, max: LONGEST }),
  steps: number(120, { min: 0, max: MOST_STEPS, integer: true }),
};

type State = Signals<typeof fields>;
type Text = (typeof coastingText)['en'];

const momentsOf = ({ eta, mu, flat, steps }: State) =>
  coast({ flat: flat.value }, { learningRate: eta.value, momentum: mu.value }, steps.value);

/** It has escaped, or stands on flat ground: another step would show nothing new. */
const isAtRest = (moments: readonly Moment[], { steps }: State): boolean =>
  moments.length <= steps.value || (moments.at(-1)!.x >= 0 && moments.at(-1)!.velocity < 1e-4);

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function Coasting({ lang, id = 'coasting', start }: Props) {
  const text = coastingText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: (state) => {
      const moments = momentsOf(state);
      const { x, velocity } = moments.at(-1)!;
      return { x, velocity, hasEscaped: x >= state.flat.value };
    },
  });
  const { state } = figure;
  const moments = momentsOf(state);
  const ref = useRef<HTMLDivElement>(null);
  const isDone = () => state.steps.value >= MOST_STEPS || isAtRest(momentsOf(state), state);
  const loop = useLoop(
    () => {
      if (!isDone()) state.steps.value += 1;
      return !isDone();
    },
    { ref, every: 40 },
  );
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="Coasting"
      title={text.title}
      reading={readingOf(moments, state, text)}
      summary={text.summary}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: moments
          .map(({ x, velocity }, step) => [step, fixedNumber(x, 3), fixedNumber(velocity, 4)])
          .filter((_, step) => step % 4 === 0 || step === moments.length - 1),
      })}
      controls={
        <>
          <Slider
            lang={lang}
            value={state.eta}
            label={text.learningRate}
            symbol="η"
            identifier="learningRate"
            min={0.005}
            max={0.5}
            scale="log"
          />
          <Slider
            lang={lang}
            value={state.mu}
            label={text.momentum}
            symbol="μ"
            identifier="momentum"
            min={0}
            max={1}
            step={0.01}
          />
          <Slider
            lang={lang}
            value={state.steps}
            label={text.steps}
            min={0}
            max={MOST_STEPS}
            step={1}
          />
          <Player
            lang={lang}
            loop={loop}
            isDone={isDone()}
            onRestart={() => (state.steps.value = 0)}
            isAtStart={state.steps.value === 0}
          />
        </>
      }
    >
      <div ref={ref}>
        <PlaneView
          label={text.ground}
          x={[START - 0.5, LONGEST + 1.5]}
          y={[-1.8, 6.6]}
          aspect={2.4}
          xLabel="w"
          yLabel="J(w)"
          isInteractive
        >
          {(plane) => <Ground {...{ plane, id, moments, state, text }} />}
        </PlaneView>
        <Speed moments={moments} state={state} text={text} id={id} />
      </div>
    </Figure>
  );
}

interface GroundProps {
  readonly plane: Plane;
  readonly id: string;
  readonly moments: readonly Moment[];
  readonly state: State;
  readonly text: Text;
}

function Ground({ plane, id, moments, state, text }: GroundProps) {
  const flat = state.flat.value;
  const terrain = { flat };
  const corners = [START - 0.5, 0, flat, LONGEST + 1.5];
  const outline = corners.map((x) => [x, height(terrain, x)] as const);
  const ball = moments[moments.length - 1];
  const lifted = (x: number) => plane.toY(height(terrain, x)) - 8;
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <Area plane={plane} points={[...outline, [LONGEST + 1.5, -20], [START - 0.5, -20]]} />
        <Line plane={plane} points={outline} class="q-loss" />
        <g class="mo-visited">
          {moments.slice(0, -1).map(({ x }, step) => (
            <circle key={step} cx={plane.toX(x)} cy={lifted(x)} r={2} />
          ))}
        </g>
        <circle class="mo-ball" cx={plane.toX(ball.x)} cy={lifted(ball.x)} r={8} />
      </Clip>
      <Handle
        plane={plane}
        x={flat}
        y={0}
        along="x"
        step={0.1}
        xBounds={[0.5, LONGEST]}
        label={text.flat}
        valueText={fixedNumber(flat, 1)}
        onMove={(x) => (state.flat.value = Number(x.toFixed(1)))}
        onReset={() => (state.flat.value = fields.flat.initial)}
      >
        <path class="plot-knob" d="M-6 -7H6V7H-6Z" />
      </Handle>
    </>
  );
}

function Speed({ moments, state, text, id }: Omit<GroundProps, 'plane'>) {
  const terminal = terminalSpeed({ learningRate: state.eta.value, momentum: state.mu.value });
  const fastest = Math.max(...moments.map(({ velocity }) => velocity), 1e-3);
  const top = Math.max(fastest, Math.min(terminal, 2.5 * fastest)) * 1.1;
  const last = Math.max(40, state.steps.value);
  return (
    <PlaneView
      label={text.speed}
      x={[0, last]}
      y={[0, top]}
      aspect={2.8}
      xLabel={text.stepAxis}
      yLabel={text.velocity}
      margin={{ left: 52 }}
    >
      {(plane) => (
        <>
          <Clip plane={plane} id={`${id}-speed`}>
            <Line
              plane={plane}
              class="mo-border"
              points={[
                [0, Math.min(terminal, 1e6)],
                [last, Math.min(terminal, 1e6)],
              ]}
            />
            <Line
              plane={plane}
              class="q-weight"
              points={moments.map(({ velocity }, step) => [step, velocity])}
            />
          </Clip>
          {terminal < top && (
            <text
              class="mo-border-name"
              x={plane.toX(last)}
              y={plane.toY(terminal) - 6}
              text-anchor="end"
            >
              {text.terminal}
            </text>
          )}
        </>
      )}
    </PlaneView>
  );
}

function readingOf(moments: readonly Moment[], state: State, text: Text): string {
  const momentum = state.mu.value;
  const flat = state.flat.value;
  const first = entry(moments);
  if (!first) {
    if (momentum >= 1) return text.onRampEndless;
    const terminal = terminalSpeed({ learningRate: state.eta.value, momentum });
    const share = `${fixedNumber((100 * moments.at(-1)!.velocity) / terminal, 0)} %`;
    return text.onRamp(share, plainNumber(terminal));
  }
  const reach = coastingDistance(first.velocity, momentum);
  const distance = reach === Infinity ? text.endless : plainNumber(reach);
  const speed = plainNumber(first.velocity);
  const end = moments.at(-1)!.x;
  if (end >= flat) return text.escaped(speed, distance);
  if (momentum === 0) return text.plain;
  return restingPlace(moments, momentum)! >= flat
    ? text.coasting(speed, distance)
    : text.stuck(speed, distance);
}
