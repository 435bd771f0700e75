// The convergence rate over learning rate and momentum as a map of level curves, with the path that a point of it gives.
import { batch } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Button } from '../frame/choices.tsx';
import { sampleGrid } from '../frame/contours.ts';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { Area, Clip, Contours, Line, pathOf } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import type { Signals } from '../frame/state.ts';
import { useFigure } from '../frame/use-figure.ts';
import {
  best,
  bestPlain,
  glide,
  levelShape,
  rate,
  rateAlong,
  stepsToMillionth,
  type Point,
} from './heavy-ball.ts';
import { rateText } from './RateMap.text.ts';
import './momentum.css';

const RATES = [0, 4] as const;
const MOMENTA = [0, 1] as const;
const SHOWN_STEPS = 150;
const START: Point = [-1, 0.9];

const fields = {
  eta: number(1.2, { min: 0.01, max: 4 }),
  mu: number(0.3, { min: 0, max: 0.999 }),
  kappa: number(30, { min: 2, max: 1000, integer: true }),
};

type Text = (typeof rateText)['en'];

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function RateMap({ lang, id = 'rate-map', start }: Props) {
  const text = rateText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: ({ eta, mu, kappa }) => ({
      rate: rate(eta.value, mu.value, kappa.value),
      bestRate: best(kappa.value).rate,
    }),
  });
  const { eta, mu, kappa } = figure.state;
  const setting = { learningRate: eta.value, momentum: mu.value, kappa: kappa.value };
  const path = glide(START, setting, SHOWN_STEPS);
  const moveTo = (learningRate: number, momentum: number) =>
    batch(() => {
      eta.value = Number(learningRate.toFixed(4));
      mu.value = Number(Math.min(0.999, momentum).toFixed(4));
    });
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="RateMap"
      title={text.title}
      reading={readingOf(setting, text)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => tableOf(setting, text)}
      size="wide"
      controls={
        <>
          <Slider
            lang={lang}
            value={eta}
            label={text.learningRate}
            symbol="η"
            identifier="learningRate"
            min={0.01}
            max={4}
            step={0.01}
            format={(value) => plainNumber(value, 4)}
          />
          <Slider
            lang={lang}
            value={mu}
            label={text.momentum}
            symbol="μ"
            identifier="momentum"
            min={0}
            max={0.999}
            step={0.001}
            format={(value) => plainNumber(value, 4)}
          />
          <Slider
            lang={lang}
            value={kappa}
            label={text.kappa}
            symbol="κ"
            identifier="kappa"
            min={2}
            max={1000}
            scale="log"
            format={(value) => String(Math.round(value))}
            onChange={(value) => (kappa.value = Math.round(value))}
          />
          <Button
            onPress={() => {
              const goal = best(kappa.value);
              moveTo(goal.learningRate, goal.momentum);
            }}
          >
            {text.best}
          </Button>
          <Button onPress={() => moveTo(bestPlain(kappa.value).learningRate, 0)}>
            {text.bestPlain}
          </Button>
        </>
      }
      side={<Way path={path} kappa={kappa.value} text={text} id={id} />}
    >
      <PlaneView
        label={text.picture}
        x={RATES}
        y={MOMENTA}
        xLabel={text.mapX}
        yLabel={`μ, ${text.momentum}`}
        aspect={1.15}
        grid={false}
        isInteractive
      >
        {(plane) => <RateLevels {...{ plane, id, text, moveTo, state: figure.state }} />}
      </PlaneView>
    </Figure>
  );
}

interface LevelsProps {
  readonly plane: Plane;
  readonly id: string;
  readonly text: Text;
  readonly state: Signals<typeof fields>;
  readonly moveTo: (learningRate: number, momentum: number) => void;
}

const LEVELS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99];

function RateLevels({ plane, id, text, state, moveTo }: LevelsProps) {
  const kappa = state.kappa.value;
  const { eta, mu } = state;
  const goal = best(kappa);
  const shrink = rate(eta.value, mu.value, kappa);
  const levels = LEVELS.filter((level) => level > goal.rate);
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <Area
          plane={plane}
          points={[
            [2, 0],
            [4, 1],
            [4, 0],
          ]}
        />
        <g aria-hidden="true">
          {levels.map((level) => (
            <path
              key={level}
              class="plot-contour plot-contour-strong"
              d={pathOf(plane, levelShape(level, kappa), true)}
            />
          ))}
        </g>
        <Line
          plane={plane}
          class="mo-border"
          points={[
            [2, 0],
            [4, 1],
          ]}
        />
      </Clip>
      {levels
        .filter((level) => level > goal.rate + 0.03) // the cross stays free
        .map((level) => (
          <LevelName key={level} plane={plane} level={level} kappa={kappa} />
        ))}
      <text class="mo-border-name" x={plane.toX(3.3)} y={plane.toY(0.22)} text-anchor="middle">
        {text.diverges}
      </text>
      <path
        class="mo-best"
        d="M-6 0H6M0 -6V6"
        transform={`translate(${plane.toX(goal.learningRate)} ${plane.toY(goal.momentum)})`}
      />
      <Handle
        plane={plane}
        x={eta.value}
        y={mu.value}
        label={text.point}
        valueText={text.pointAt(
          plainNumber(eta.value),
          plainNumber(mu.value),
          fixedNumber(shrink, 4),
        )}
        xBounds={[0.01, 4]}
        yBounds={[0, 0.999]}
        onMove={moveTo}
        onReset={() => moveTo(fields.eta.initial, fields.mu.initial)}
      />
    </>
  );
}

/** The level's number at its leftmost point, where the flat direction begins to swing: η = κ (1 − ρ)², μ = ρ². */
function LevelName({ plane, level, kappa }: { plane: Plane; level: number; kappa: number }) {
  const x = kappa * (1 - level) ** 2;
  if (x > 3.2) return null;
  return (
    <text class="plot-tick mo-level" x={plane.toX(x) + 3} y={plane.toY(level * level) + 4}>
      {level}
    </text>
  );
}

interface WayProps {
  readonly path: readonly Point[];
  readonly kappa: number;
  readonly text: Text;
  readonly id: string;
}

/** The path down the valley, and the distance that is left. */
function Way({ path, kappa, text, id }: WayProps) {
  const valley = useMemo(
    () => sampleGrid((x, y) => (x * x) / kappa + y * y, [-1.3, 1.3], [-1.3, 1.3], 41),
    [kappa],
  );
  const levels = [0.02, 0.1, 0.25, 0.5, 0.8, 1.2];
  const shown = path.filter((point) => Math.hypot(...point) < 50);
  return (
    <>
      <PlaneView
        label={text.pathPicture}
        x={[-1.3, 1.3]}
        y={[-1.3, 1.3]}
        axes="none"
        aspect={1.5}
        assumedWidth={320}
      >
        {(plane) => (
          <Clip plane={plane} id={`${id}-way`}>
            <Contours plane={plane} grid={valley} levels={levels} />
            <Line plane={plane} points={shown} class="mo-path" />
            <g class="mo-visited">
              {shown.slice(0, 60).map(([x, y], step) => (
                <circle key={step} cx={plane.toX(x)} cy={plane.toY(y)} r={2.25} />
              ))}
            </g>
          </Clip>
        )}
      </PlaneView>
      <PlaneView
        label={text.errorPicture}
        x={[0, SHOWN_STEPS]}
        y={[1e-8, 100]}
        yScale="log"
        yTicks={[1e-8, 1e-4, 1]}
        xLabel={text.steps}
        yLabel={text.distance}
        aspect={1.5}
        assumedWidth={320}
        margin={{ left: 52 }}
      >
        {(plane) => (
          <Clip plane={plane} id={`${id}-error`}>
            <Line
              plane={plane}
              class="q-loss"
              points={path.map((point, step) => [
                step,
                Math.min(1e3, Math.max(1e-9, Math.hypot(...point))),
              ])}
            />
          </Clip>
        )}
      </PlaneView>
    </>
  );
}

interface Setting {
  readonly learningRate: number;
  readonly momentum: number;
  readonly kappa: number;
}

function readingOf({ learningRate, momentum, kappa }: Setting, text: Text): string {
  const shrink = rate(learningRate, momentum, kappa);
  if (shrink > 1 + 1e-9) return text.readingDiverges(plainNumber(shrink));
  if (shrink > 1 - 1e-9) return text.readingEdge;
  const steep = rateAlong(learningRate, momentum, 1);
  const flat = rateAlong(learningRate, momentum, 1 / kappa);
  const regime =
    Math.abs(steep - flat) < 1e-9
      ? momentum > 0
        ? text.regime.both
        : ''
      : steep > flat
        ? text.regime.steep
        : text.regime.flat;
  return text.reading(fixedNumber(shrink, 4), String(stepsToMillionth(shrink))) + regime;
}

function tableOf({ learningRate, momentum, kappa }: Setting, text: Text) {
  const row = (name: string, eta: number, mu: number) => {
    const shrink = rate(eta, mu, kappa);
    const steps = stepsToMillionth(shrink);
    return [
      name,
      plainNumber(eta, 4),
      plainNumber(mu, 4),
      fixedNumber(shrink, 4),
      steps === Infinity ? text.never : steps,
    ];
  };
  const goal = best(kappa);
  return {
    columns: text.columns,
    rows: [
      row(text.now, learningRate, momentum),
      row(text.best, goal.learningRate, goal.momentum),
      row(text.bestPlain, bestPlain(kappa).learningRate, 0),
    ],
  };
}
