// Beside the graph: the rule of the present step with its numbers, and the program with the present line lit.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plainNumber } from '../frame/slider-scale.ts';
import type { graphStepperText } from './GraphStepper.text.ts';
import type { Step } from './graph-steps.ts';
import { edgeKey, type NetGraph } from './net-graph.ts';
import { Slope, Symbol } from './names.tsx';
import { pathsToLoss, type NetValues } from './net-values.ts';

export interface StepperParts {
  readonly graph: NetGraph;
  readonly values: NetValues;
  readonly steps: readonly Step[];
  /** How many steps have been taken. */
  readonly done: number;
  /** The last step taken. */
  readonly step: Step | undefined;
  readonly text: (typeof graphStepperText)['en' | 'zh'];
}

/** The edge under the mouse, or touched last: it is lit in graph, formula and code alike. */
export const pointedEdge = signal('');

export const pointing = (edge: string) => ({
  'data-edge': edge,
  onPointerEnter: () => (pointedEdge.value = edge),
  onClick: () => (pointedEdge.value = edge), // also tells a browser that a finger may mean this and not a neighbour
  onPointerLeave: ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') pointedEdge.value = '';
  },
});

const lit = (edge: string) => (pointedEdge.value === edge ? 'is-pointed' : '');

export function GraphStepperFormula({ graph, values, step, text }: StepperParts) {
  return (
    <div class="bp-formula" aria-label={text.formula} role="group">
      {step?.phase === 'forward' && <Forward step={step} values={values} />}
      {step?.phase === 'backward' && <Backward step={step} values={values} />}
      {step?.phase === 'backward' && (
        <Paths graph={graph} step={step} values={values} text={text} />
      )}
    </div>
  );
}

function Forward({ step, values }: { step: Step; values: NetValues }) {
  return (
    <p>
      <Named code={step.code} /> ={' '}
      <b class="bp-value">{plainNumber(values.value[step.node]!, 4)}</b>
    </p>
  );
}

/** The names in a line of code set as symbols. */
function Named({ code }: { code: string }) {
  const pretty = code
    .replace(' ** 2', '²')
    .replaceAll(' * ', ' ')
    .replace('Math.tanh', 'tanh')
    .replace('Math.max', 'max')
    .replaceAll('-', '−');
  const parts = pretty.split(/(\b[wbzaxyL]\d*\b)/);
  return (
    <>
      {parts.map((part, i) => (i % 2 ? <Symbol key={i} id={part} /> : <span key={i}>{part}</span>))}
    </>
  );
}

function Backward({ step, values }: { step: Step; values: NetValues }) {
  const { node, terms } = step;
  if (node === 'L')
    return (
      <p>
        <Slope top="L" bottom="L" /> = <b class="bp-gradient">1</b>
      </p>
    );
  return (
    <>
      <p>
        <Slope top="L" bottom={node} /> ={' '}
        {terms.map(({ edge, from, to }, i) => (
          <span key={edge} class={`bp-term ${lit(edge)}`} {...pointing(edge)}>
            {i > 0 && ' + '}
            <span class="bp-local">
              <Slope top={to} bottom={from} />
            </span>
            {to !== 'L' && (
              <>
                {' · '}
                <span class="bp-gradient">
                  <Slope top="L" bottom={to} />
                </span>
              </>
            )}
          </span>
        ))}
      </p>
      <p>
        {'= '}
        {terms.map(({ edge, to }, i) => (
          <span key={edge} class={`bp-term ${lit(edge)}`} {...pointing(edge)}>
            {i > 0 && ' + '}
            <span class="bp-local">{signed(values.local[edge]!)}</span>
            {to !== 'L' && (
              <>
                {' · '}
                <span class="bp-gradient">{signed(values.gradient[to]!)}</span>
              </>
            )}
          </span>
        ))}
        {' = '}
        <b class="bp-gradient">{plainNumber(values.gradient[node]!)}</b>
      </p>
    </>
  );
}

const signed = (value: number): string => {
  const text = plainNumber(value);
  return text.startsWith('−') ? `(${text})` : text;
};

/** The product of the local derivatives along each path to the loss. */
function Paths({
  graph,
  step,
  values,
  text,
}: {
  graph: NetGraph;
  step: Step;
  values: NetValues;
  text: StepperParts['text'];
}) {
  const paths = pathsToLoss(graph, step.node);
  if (!paths[0] || paths[0].length < 3) return null;
  return (
    <div class="bp-paths">
      {text.everyPath}
      <ul>
        {paths.map((path, i) => (
          <li key={path.map(edgeKey).join()}>
            {i > 0 && '+ '}
            {path.map((edge, at) => (
              <span
                key={edgeKey(edge)}
                class={`bp-local ${lit(edgeKey(edge))}`}
                {...pointing(edgeKey(edge))}
              >
                {at > 0 && ' · '}
                {signed(values.local[edgeKey(edge)]!)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function GraphStepperCode({
  steps,
  done,
  text,
  onGo,
}: StepperParts & { onGo: (line: number) => void }) {
  const forward = steps.filter(({ phase }) => phase === 'forward').length;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const now = box.current?.querySelector<HTMLElement>('.is-now');
    // Scrolls the list, never the page.
    if (now) box.current!.scrollTop = now.offsetTop - box.current!.clientHeight / 2;
  }, [done]);
  return (
    <div ref={box} class="bp-code" role="group" aria-label={text.code} tabIndex={0}>
      {(['forward', 'backward'] as const).map((phase) => (
        <section key={phase}>
          <p>{phase === 'forward' ? text.forwardHead : text.backwardHead}</p>
          <ol start={phase === 'forward' ? 1 : forward + 1}>
            {steps.map((step, i) =>
              step.phase !== phase ? null : (
                <li
                  key={step.code}
                  class={i + 1 === done ? 'is-now' : i < done ? 'is-done' : ''}
                  aria-current={i + 1 === done ? 'step' : undefined}
                  onClick={() => onGo(i + 1)}
                >
                  <Line step={step} />
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** A line whose products are tied to their edges. */
function Line({ step: { phase, node, code, terms } }: { step: Step }) {
  if (phase === 'forward' || terms.length === 0) return <code>{code}</code>;
  const products = code.slice(`d${node} = `.length).split(' + ');
  return (
    <code>
      {`d${node} = `}
      {terms.map(({ edge }, i) => (
        <span key={edge} class={lit(edge)} {...pointing(edge)}>
          {i > 0 && ' + '}
          {products[i]}
        </span>
      ))}
    </code>
  );
}
