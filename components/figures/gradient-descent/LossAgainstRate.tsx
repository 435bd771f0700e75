// Final loss against the learning rate on the temperature data, computed as the reader moves.
import { useMemo } from 'preact/hooks';
import { Choice } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { lineLoss, type LineLoss } from './line-loss.ts';
import { sweepText } from './LossAgainstRate.text.ts';
import { excessBySteps, sweep, verdict } from './rate-sweep.ts';
import { anomalies, inputNames, inputs, type InputName } from './temperature.ts';
import './gradient-descent.css';

const RATES = [0.0003, 3] as const;
const EXCESS = [1e-9, 1e3] as const;

const fields = {
  input: oneOf(inputNames, 'centuries'),
  steps: number(50, { min: 1, max: 1000, integer: true }),
  eta: number(0.1, { min: RATES[0], max: RATES[1] }),
};

const problems = Object.fromEntries(
  inputNames.map((name) => [name, lineLoss(inputs[name], anomalies)]),
) as Record<InputName, LineLoss>;

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function LossAgainstRate({ lang, id = 'loss-against-rate', start }: Props) {
  const text = sweepText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: ({ input, eta, steps }) => {
      const problem = problems[input.value];
      return {
        excess: Math.min(1e300, excessBySteps(problem, eta.value, steps.value).at(-1)!),
        bound: 2 / problem.curvatures[0],
      };
    },
  });
  const { input, eta, steps } = figure.state;
  const problem = problems[input.value];
  const points = useMemo(() => sweep(problem, steps.value, RATES), [problem, steps.value]);
  const descent = excessBySteps(problem, eta.value, steps.value);
  const scene = { problem, points, descent, eta, text, id };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="LossAgainstRate"
      title={text.title}
      reading={readingOf(problem, eta.value, text)}
      summary={text.summary}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: points
          .filter((_, i) => i % 8 === 0)
          .map(({ learningRate, excess }) => [plainNumber(learningRate), plainNumber(excess)]),
      })}
      size="wide"
      controls={
        <>
          <Choice
            value={input}
            label={text.input}
            symbol="x"
            options={inputNames.map((value) => ({ value, label: text.inputs[value] }))}
          />
          <Slider
            lang={lang}
            value={eta}
            label={text.learningRate}
            symbol="η"
            identifier="learningRate"
            min={RATES[0]}
            max={RATES[1]}
            scale="log"
          />
          <Slider
            lang={lang}
            value={steps}
            label={text.steps}
            identifier="steps"
            min={1}
            max={1000}
            scale="log"
            format={(value) => String(Math.round(value))}
            onChange={(value) => (steps.value = Math.round(value))}
          />
        </>
      }
      side={
        <PlaneView
          label={text.sidePicture}
          x={[0, steps.value]}
          y={EXCESS}
          yScale="log"
          xLabel={text.steps}
          yLabel={text.sideAxis}
          yTicks={DECADES}
          aspect={1}
          assumedWidth={320}
          margin={{ left: 52 }}
        >
          {(plane) => (
            <Clip plane={plane} id={`${id}-side`}>
              <Line
                plane={plane}
                class="q-loss"
                points={descent.map((value, step) => [step, held(value)])}
              />
            </Clip>
          )}
        </PlaneView>
      }
    >
      <PlaneView
        label={text.picture}
        x={RATES}
        y={EXCESS}
        xScale="log"
        yScale="log"
        xLabel={`η, ${text.learningRate}`}
        yLabel={text.axis}
        yTicks={DECADES}
        aspect={1.4}
        margin={{ left: 52 }}
        isInteractive
      >
        {(plane) => <Cliff plane={plane} {...scene} />}
      </PlaneView>
    </Figure>
  );
}

const DECADES = [1e-9, 1e-6, 1e-3, 1, 1e3];

/** The logarithmic axis ends somewhere; what lies beyond is drawn at its edge. */
const held = (value: number): number =>
  value >= 0 ? Math.min(EXCESS[1] * 10, Math.max(EXCESS[0] / 10, value)) : EXCESS[1] * 10;

interface CliffProps {
  readonly plane: Plane;
  readonly problem: LineLoss;
  readonly points: ReturnType<typeof sweep>;
  readonly descent: readonly number[];
  readonly eta: { value: number };
  readonly text: (typeof sweepText)['en'];
  readonly id: string;
}

function Cliff({ plane, problem, points, descent, eta, text, id }: CliffProps) {
  const bound = 2 / problem.curvatures[0];
  const { top, height } = plane.inner;
  const end = descent.at(-1)!;
  const inside = Math.min(EXCESS[1], Math.max(EXCESS[0], held(end)));
  return (
    <>
      <Clip plane={plane} id={`${id}-clip`}>
        <line
          class="gd-bound"
          x1={plane.toX(bound)}
          x2={plane.toX(bound)}
          y1={top}
          y2={top + height}
        />
        <Line
          plane={plane}
          class="q-loss"
          points={points.map(({ learningRate, excess }) => [learningRate, held(excess)])}
        />
      </Clip>
      <text class="gd-bound-name" x={plane.toX(bound) + 10} y={top + height - 8}>
        2/λ
        <tspan class="gd-subscript" dy={3}>
          max
        </tspan>
      </text>
      <Handle
        plane={plane}
        x={eta.value}
        y={inside}
        along="x"
        step={eta.value * 0.03}
        label={text.learningRate}
        valueText={text.rateAt(plainNumber(eta.value), plainNumber(end))}
        identifier="learningRate"
        onMove={(rate) => (eta.value = Number(rate.toPrecision(3)))}
        onReset={() => (eta.value = fields.eta.initial)}
      />
    </>
  );
}

function readingOf(problem: LineLoss, rate: number, text: (typeof sweepText)['en']): string {
  const [largest, smallest] = problem.curvatures;
  const kind = verdict(rate, problem.curvatures);
  const steep = plainNumber(Math.abs(1 - rate * largest));
  const slow = fixedNumber(
    Math.max(Math.abs(1 - rate * largest), Math.abs(1 - rate * smallest)),
    4,
  );
  const now = text.reading[kind](
    plainNumber(rate),
    kind === 'diverges' || kind === 'zigzag' ? steep : slow,
  );
  return now + text.kappa(plainNumber(largest / smallest), plainNumber(2 / largest));
}
