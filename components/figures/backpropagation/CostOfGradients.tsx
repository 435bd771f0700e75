// The cost of a gradient: backward against finite differences on nets that grow, counted in advance and measured on demand.
import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button, Stepper } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { plainNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { costText } from './CostOfGradients.text.ts';
import { backwardProducts, countParameters, forwardProducts } from './dense-net.ts';
import { measureCost, sizesOf, widths, type CostRow } from './measure-cost.ts';
import './backpropagation.css';

const fields = {
  hiddenLayers: number(2, { min: 1, max: 4, integer: true }),
  /** Which of the widths, from 0. */
  net: number(5, { min: 0, max: widths.length - 1, integer: true }),
};

interface Props {
  readonly lang: Lang;
  readonly id?: string;
}

/** What can be known without running anything. */
function countCost(width: number, hiddenLayers: number) {
  const sizes = sizesOf(width, hiddenLayers);
  const parameters = countParameters(sizes);
  return {
    width,
    parameters,
    backward: backwardProducts(sizes) / forwardProducts(sizes),
    differences: parameters + 1,
  };
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

function duration(seconds: number): string {
  if (seconds < 1e-3) return `${plainNumber(seconds * 1e6, 2)} µs`;
  if (seconds < 1) return `${plainNumber(seconds * 1e3, 2)} ms`;
  return `${plainNumber(seconds, 2)} s`;
}

export function CostOfGradients({ lang, id = 'gradient-cost' }: Props) {
  const text = costText[lang];
  const rows = useSignal<readonly CostRow[]>([]);
  const busy = useSignal(0);
  const figure = useFigure(id, fields, {
    values: (state) => {
      const row = rows.value.find(({ width }) => width === widths[state.net.value]);
      return {
        isMeasured: row !== undefined,
        backwardRatio: row ? row.backward / row.forward : 0,
        differencesRatio: row ? row.differences / row.forward : 0,
      };
    },
    onReset: () => (rows.value = []),
  });
  const { hiddenLayers, net } = figure.state;
  const { start, stop } = useMeasuring(rows, busy);
  const counted = widths.map((width) => countCost(width, hiddenLayers.value));
  const here = counted[net.value]!;
  const row = rows.value.find(({ width }) => width === here.width);
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="CostOfGradients"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={readingOf(text, here, row, busy.value, rows.value.length)}
      tableCaption={text.caption}
      table={() => ({
        columns: text.columns,
        rows: counted.map((each) => {
          const found = rows.value.find(({ width }) => width === each.width);
          const times = found
            ? [found.forward, found.backward, found.differences].map(duration)
            : ['–', '–', '–'];
          return [
            each.width,
            thousands(each.parameters),
            plainNumber(each.backward),
            thousands(each.differences),
            ...times,
          ];
        }),
      })}
      controls={
        <>
          {busy.value ? (
            <Button onPress={stop}>{text.stop}</Button>
          ) : (
            <Button primary onPress={() => void start(hiddenLayers.value)}>
              {rows.value.length ? text.again : text.measure}
            </Button>
          )}
          <Slider
            lang={lang}
            label={text.width}
            value={byIndex(net)}
            min={1}
            max={widths.length}
            step={1}
            format={(place) => String(widths[place - 1])}
          />
          <Stepper
            lang={lang}
            label={text.layers}
            value={hiddenLayers}
            min={1}
            max={4}
            onChange={() => {
              stop();
              rows.value = [];
            }}
          />
        </>
      }
    >
      <PlaneView
        label={text.picture}
        x={[20, 400_000]}
        y={[0.5, 400_000]}
        xScale="log"
        yScale="log"
        aspect={1.45}
        xLabel={text.x}
        yLabel={text.y}
        margin={{ left: 58 }}
      >
        {(plane) => (
          <Marks plane={plane} text={text} counted={counted} rows={rows.value} chosen={net.value} />
        )}
      </PlaneView>
      <p class="bp-legend">
        <span>— {text.legend.line}</span>
        <span>● {text.legend.dot}</span>
        <span>○ {text.legend.ring}</span>
      </p>
    </Figure>
  );
}

/** The slider counts nets from 1, the field from 0. */
function byIndex(net: Signal<number>): Signal<number> {
  return {
    get value() {
      return net.value + 1;
    },
    set value(place: number) {
      net.value = place - 1;
    },
    peek: () => net.peek() + 1,
  } as Signal<number>;
}

/** Measures net after net until it is done or stopped. `busy` holds the width under way, 0 at rest. */
function useMeasuring(rows: Signal<readonly CostRow[]>, busy: Signal<number>) {
  const run = useRef(0);
  const stop = () => {
    run.current++;
    busy.value = 0;
  };
  useEffect(() => stop, []);
  const start = async (hiddenLayers: number) => {
    const mine = ++run.current;
    const pause = async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (run.current !== mine) throw new DOMException('stopped', 'AbortError');
    };
    rows.value = [];
    try {
      for (const width of widths) {
        busy.value = width;
        const row = await measureCost(width, hiddenLayers, {
          now: () => performance.now() / 1000,
          pause,
        });
        rows.value = [...rows.value, row];
      }
      busy.value = 0;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  };
  return { start, stop };
}

function readingOf(
  text: (typeof costText)[Lang],
  here: ReturnType<typeof countCost>,
  row: CostRow | undefined,
  busy: number,
  done: number,
): string {
  if (busy) return text.busy(busy);
  if (!row)
    return `${text.counted(thousands(here.parameters), plainNumber(here.backward), thousands(here.differences))}${done ? '' : ` ${text.waiting}`}`;
  const ratio = plainNumber(row.backward / row.forward, 2);
  const times = thousands(Number((row.differences / row.forward).toPrecision(2)));
  const sentence = text.measured(
    thousands(row.parameters),
    duration(row.forward),
    duration(row.backward),
    duration(row.differences),
    ratio,
    times,
  );
  return row.isWhole ? sentence : sentence + text.projected;
}

interface MarksProps {
  readonly plane: Plane;
  readonly text: (typeof costText)[Lang];
  readonly counted: readonly ReturnType<typeof countCost>[];
  readonly rows: readonly CostRow[];
  readonly chosen: number;
}

function Marks({ plane, text, counted, rows, chosen }: MarksProps) {
  const { parameters } = counted[chosen]!;
  const last = counted.at(-1)!;
  const x = plane.toX(parameters);
  return (
    <>
      <line
        class="bp-chosen-line is-strong"
        x1={x}
        x2={x}
        y1={plane.inner.top}
        y2={plane.inner.top + plane.inner.height}
      />
      <Line
        plane={plane}
        points={counted.map((each) => [each.parameters, each.differences] as const)}
        class="q-loss"
      />
      <Line
        plane={plane}
        points={counted.map((each) => [each.parameters, each.backward] as const)}
        class="q-gradient"
      />
      <text
        class="q-loss"
        x={plane.toX(last.parameters) - 12}
        y={plane.toY(last.differences) - 4}
        text-anchor="end"
      >
        {text.differences}
      </text>
      <text
        class="q-gradient"
        x={plane.toX(last.parameters)}
        y={plane.toY(last.backward) - 12}
        text-anchor="end"
      >
        {text.backward}
      </text>
      {rows.map((row) => (
        <g key={row.width}>
          <circle
            class="plot-dot q-gradient"
            cx={plane.toX(row.parameters)}
            cy={plane.toY(row.backward / row.forward)}
            r={5}
          />
          <circle
            class={`plot-dot q-loss ${row.isWhole ? '' : 'is-part'}`}
            cx={plane.toX(row.parameters)}
            cy={plane.toY(row.differences / row.forward)}
            r={5}
          />
        </g>
      ))}
    </>
  );
}
