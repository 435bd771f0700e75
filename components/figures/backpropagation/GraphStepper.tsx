// The graph stepper: forward values appear down the graph, gradients flow back up, formula and line of code beside them.
import type { Signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { Button, Choice } from '../frame/choices.tsx';
import { number, oneOf, rows } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { useLoop } from '../frame/loop.ts';
import { Player } from '../frame/player.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { activationNames } from './activations.ts';
import { graphSteps } from './graph-steps.ts';
import { GraphStepperCode, GraphStepperFormula } from './graph-stepper-side.tsx';
import { GraphStepperPicture } from './graph-stepper-picture.tsx';
import { graphStepperText } from './GraphStepper.text.ts';
import { plainName } from './names.tsx';
import {
  edgeKey,
  edgesFrom,
  netGraph,
  netNames,
  nets,
  startParameters,
  type NetName,
} from './net-graph.ts';
import { netValues } from './net-values.ts';
import './backpropagation.css';

const MOST_LINES = 36; // of the largest net: 11 forward, 25 backward
const MILLISECONDS_A_LINE = 900;
const PILLS = [
  'x',
  'y',
  ...Array.from({ length: 8 }, (_, i) => `w${i + 1}`),
  ...Array.from({ length: 5 }, (_, i) => `b${i + 1}`),
];

const fields = {
  net: oneOf(netNames, 'chain2'),
  activation: oneOf(activationNames, 'sigmoid'),
  line: number(9, { min: 0, max: MOST_LINES, integer: true }),
  x: number(0.7, { min: -2, max: 2 }),
  y: number(1, { min: -2, max: 2 }),
  /** Weights and biases in the graph's order; empty means the net's own start. */
  parameters: rows([], 1, 20),
  chosen: oneOf(PILLS, 'w1'),
};

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly net?: NetName;
  readonly line?: number;
}

/** Everything that follows from the fields; pure, so that exercises and picture see the same. */
function derive(read: {
  net: NetName;
  activation: (typeof activationNames)[number];
  x: number;
  y: number;
  list: readonly (readonly number[])[];
}) {
  const graph = netGraph(nets[read.net]);
  const start = startParameters(graph);
  const ids = Object.keys(start);
  const parameters = Object.fromEntries(ids.map((id, i) => [id, read.list[i]?.[0] ?? start[id]!]));
  const settings = { x: read.x, y: read.y, activation: read.activation, parameters };
  return {
    graph,
    start,
    ids,
    settings,
    values: netValues(graph, settings),
    steps: graphSteps(graph, read.activation),
  };
}

export function GraphStepper({ lang, id = 'graph-stepper', net, line }: Props) {
  const text = graphStepperText[lang];
  const box = useRef<HTMLDivElement>(null);
  const figure = useFigure(id, fields, {
    start: { ...(net && { net }), ...(line !== undefined && { line }) },
    values: (state) => {
      const { values, steps, settings } = derive({
        net: state.net.value,
        activation: state.activation.value,
        x: state.x.value,
        y: state.y.value,
        list: state.parameters.value,
      });
      const gradients = Object.entries(values.gradient).map(([name, value]) => [`d${name}`, value]);
      return {
        ...Object.fromEntries(gradients),
        ...settings.parameters,
        loss: values.value.L!,
        isDone: state.line.value >= steps.length,
      };
    },
  });
  const { state } = figure;
  const derived = derive({
    net: state.net.value,
    activation: state.activation.value,
    x: state.x.value,
    y: state.y.value,
    list: state.parameters.value,
  });
  const { graph, ids, start, settings, values, steps } = derived;
  const done = Math.min(state.line.value, steps.length);
  const step = steps[done - 1];
  const valueOf = (name: string) =>
    name === 'x' || name === 'y' ? state[name].value : settings.parameters[name]!;
  const set = (name: string, to: number) => {
    const value = Number(Math.min(2, Math.max(-2, to)).toFixed(2));
    if (name === 'x' || name === 'y') state[name].value = value;
    else
      state.parameters.value = ids.map((each) => [
        each === name ? value : settings.parameters[each]!,
      ]);
    state.chosen.value = name;
  };
  const reset = (name: string) =>
    set(name, name === 'x' || name === 'y' ? fields[name].initial : start[name]!);
  const chosen = ['x', 'y', ...ids].includes(state.chosen.value) ? state.chosen.value : 'w1';
  const latest = useRef({ set, valueOf, chosen });
  latest.current = { set, valueOf, chosen };
  const chosenSignal = useMemo(() => lens(latest), []);
  const loop = useLoop(
    () => {
      state.line.value = Math.min(steps.length, done + 1);
      return done + 1 < steps.length;
    },
    { ref: box, every: MILLISECONDS_A_LINE },
  );
  const goTo = (next: number) => {
    loop.stop();
    state.line.value = next;
  };

  const kind =
    chosen === 'x'
      ? 'input'
      : chosen === 'y'
        ? 'target'
        : chosen.startsWith('w')
          ? 'weight'
          : 'bias';
  const shared = { graph, values, steps, done, step };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="GraphStepper"
      size="wide"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={readingOf(text, step, values)}
      tableCaption={text.caption}
      table={() => ({
        columns: text.columns,
        rows: graph.nodes.map(({ id: node }) => [
          plainName(node),
          plainNumber(values.value[node]!, 5),
          plainNumber(values.gradient[node]!, 5),
          edgesFrom(graph, node)
            .map(
              (edge) =>
                `∂${plainName(edge.to)}/∂${plainName(node)} = ${plainNumber(values.local[edgeKey(edge)]!, 4)}`,
            )
            .join(', ') || '–',
        ]),
      })}
      side={
        <>
          <GraphStepperFormula {...shared} text={text} />
          <GraphStepperCode {...shared} text={text} onGo={goTo} />
        </>
      }
      controls={
        <>
          <Slider
            lang={lang}
            label={text.line}
            value={state.line}
            min={0}
            max={steps.length}
            step={1}
            format={(value) => String(Math.min(value, steps.length))}
            onChange={loop.stop}
          />
          <Choice
            label={text.net}
            value={state.net}
            options={netNames.map((value) => ({ value, label: text.nets[value] }))}
            onChange={(next) => {
              state.parameters.value = [];
              goTo(
                graphSteps(netGraph(nets[next]), state.activation.peek()).filter(
                  ({ phase }) => phase === 'forward',
                ).length,
              );
            }}
          />
          <Choice
            label={text.activation}
            value={state.activation}
            options={activationNames.map((value) => ({ value, label: text.activations[value] }))}
          />
          <Slider
            lang={lang}
            label={text.kinds[kind]}
            symbol={plainName(chosen)}
            value={chosenSignal}
            min={-2}
            max={2}
            step={0.05}
            format={(value) => fixedNumber(value, 2)}
          />
        </>
      }
    >
      <div ref={box}>
        <div class="figure-buttons">
          <Button onPress={() => goTo(Math.max(0, done - 1))} disabled={done === 0}>
            {text.back}
          </Button>
          <Player
            lang={lang}
            loop={loop}
            isDone={done === steps.length}
            onRestart={() => (state.line.value = 0)}
            isAtStart={done === 0}
          />
        </div>
        <GraphStepperPicture
          {...shared}
          text={text}
          target={state.y.value}
          chosen={chosen}
          valueOf={valueOf}
          onChoose={(name) => (state.chosen.value = name)}
          onSet={set}
          onReset={reset}
          onGo={goTo}
        />
      </div>
    </Figure>
  );
}

/** The chosen number as a signal, so that one slider serves all of them. */
function lens(latest: {
  current: {
    set: (name: string, to: number) => void;
    valueOf: (name: string) => number;
    chosen: string;
  };
}) {
  const read = () => latest.current.valueOf(latest.current.chosen);
  return {
    get value() {
      return read();
    },
    set value(next: number) {
      latest.current.set(latest.current.chosen, next);
    },
    peek: read,
  } as unknown as Signal<number>;
}

function readingOf(
  text: (typeof graphStepperText)[Lang],
  step: ReturnType<typeof graphSteps>[number] | undefined,
  { value, gradient }: ReturnType<typeof netValues>,
): string {
  if (!step) return text.start;
  const name = plainName(step.node);
  if (step.phase === 'forward') return text.forward(name, plainNumber(value[step.node]!, 4));
  if (step.node === 'L') return text.seed;
  const slope = gradient[step.node]!;
  if (Math.abs(slope) < 1e-12) return text.still(name);
  return text.backward(name, plainNumber(slope, 3), plainNumber(slope * 0.01, 3));
}
