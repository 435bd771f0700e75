// The picture of the graph stepper: boxes for numbers, pills for what can be changed, edges with their local derivatives.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { hold, holdPage } from '../frame/drag.ts';
import { keyMove } from '../frame/keys.ts';
import { plainNumber } from '../frame/slider-scale.ts';
import { BOX, graphLayout, PILL, type Place } from './graph-layout.ts';
import { pointedEdge, pointing, type StepperParts } from './graph-stepper-side.tsx';
import { plainName, SvgSymbol } from './names.tsx';
import { edgeKey, edgesInto, type GraphNode, type NodeKind } from './net-graph.ts';
import { weightBetween } from './net-values.ts';

interface Props extends StepperParts {
  readonly target: number;
  readonly chosen: string;
  readonly valueOf: (name: string) => number;
  readonly onChoose: (name: string) => void;
  readonly onSet: (name: string, to: number) => void;
  readonly onReset: (name: string) => void;
  readonly onGo: (line: number) => void;
}

const HUES: Record<NodeKind, string> = {
  input: 'q-input',
  weight: 'q-weight',
  bias: 'q-weight',
  sum: 'q-sum',
  activation: 'q-activation',
  loss: 'q-loss',
};

export function GraphStepperPicture(props: Props) {
  const { graph, values, steps, done, step, text } = props;
  const layout = useMemo(() => graphLayout(graph), [graph]);
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => holdPage(svg.current!), []);
  const reached = new Set(steps.slice(0, done).map(({ phase, node }) => `${phase} ${node}`));
  const isGiven = ({ kind }: GraphNode) => kind === 'input' || kind === 'weight' || kind === 'bias';
  const yPlace = layout.places.y!;
  const gradientOf = (id: string) =>
    reached.has(`backward ${id}`) ? values.gradient[id]! : undefined;
  return (
    <svg
      ref={svg}
      class="plot bp-graph"
      data-wide={layout.width > 400 ? '' : undefined}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={text.picture}
    >
      <Edges {...props} places={layout.places} reached={reached} />
      <line
        class="bp-edge is-constant"
        x1={yPlace.x}
        y1={yPlace.y}
        x2={layout.places.L!.x}
        y2={yPlace.y}
      />
      {graph.nodes.map((node) =>
        isGiven(node) ? (
          <Pill
            key={node.id}
            {...props}
            id={node.id}
            hue={HUES[node.kind]}
            kind={node.kind}
            place={layout.places[node.id]!}
            gradient={gradientOf(node.id)}
            isNow={step?.node === node.id}
          />
        ) : (
          <Box
            key={node.id}
            id={node.id}
            hue={HUES[node.kind]}
            place={layout.places[node.id]!}
            value={reached.has(`forward ${node.id}`) ? values.value[node.id]! : undefined}
            gradient={gradientOf(node.id)}
            isNow={step?.node === node.id}
            onPress={() => props.onGo(lineOf(props, node.id))}
          />
        ),
      )}
      <Pill
        {...props}
        id="y"
        hue="q-target"
        kind="target"
        place={yPlace}
        gradient={undefined}
        isNow={false}
      />
    </svg>
  );
}

/** The line that computes a number: its gradient while going backward, its value before. */
function lineOf({ steps, step }: Props, id: string): number {
  const phase = step?.phase ?? 'forward';
  return steps.findIndex((each) => each.phase === phase && each.node === id) + 1;
}

/** All edges with their local derivatives, which are there once the values that make them are. */
function Edges({
  graph,
  values,
  step,
  places,
  reached,
}: Props & { places: Readonly<Record<string, Place>>; reached: ReadonlySet<string> }) {
  return (
    <g class="bp-edges">
      {graph.edges.map((edge) => {
        const key = edgeKey(edge);
        const source = graph.nodes.find(({ id }) => id === edge.from)!;
        const isProduct =
          edge.to.startsWith('z') && source.kind !== 'weight' && source.kind !== 'bias';
        const from = places[edge.from]!;
        const to = places[edge.to]!;
        const via = isProduct ? places[weightBetween(graph, edge.from, edge.to)]! : undefined;
        const isLit = step?.edges.includes(key) || pointedEdge.value === key;
        const name = `bp-edge ${isLit ? 'is-lit' : ''} ${step?.phase === 'backward' && isLit ? 'is-back' : ''}`;
        const label = labelPlace(source.kind, from, to, via, places.x!.x);
        const sources = edgesInto(graph, edge.to).map((each) => each.from);
        const isKnown = sources.every((id) => !/^[za]/.test(id) || reached.has(`forward ${id}`));
        const hue =
          source.kind === 'weight'
            ? 'q-activation'
            : source.kind === 'bias'
              ? ''
              : isProduct
                ? 'q-weight'
                : '';
        return (
          <g key={key} class={isLit ? 'is-lit' : ''} {...pointing(key)}>
            <line class="bp-hit" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            <line class={name} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            {isKnown && (
              <text class={`bp-slope ${hue}`} x={label.x} y={label.y} text-anchor={label.anchor}>
                × {plainNumber(values.local[key]!)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Where a local derivative is written: on the outer side of the middle of its part of the way. */
function labelPlace(
  kind: NodeKind,
  from: Place,
  to: Place,
  via: Place | undefined,
  centre: number,
) {
  if (kind === 'bias')
    return from.y === to.y
      ? {
          x: (from.x + PILL.width / 2 + to.x - BOX.width / 2) / 2,
          y: from.y - 6,
          anchor: 'middle' as const,
        }
      : { x: from.x, y: to.y - 8, anchor: 'middle' as const };
  const half = kind === 'weight' ? PILL.height / 2 : BOX.height / 2;
  const end = via ? -PILL.height / 2 : -BOX.height / 2;
  const target = via ?? to;
  const isCrossing = (from.x - centre) * (to.x - centre) < 0;
  const middle = (from.y + half + target.y + end) / 2;
  const y = kind === 'weight' && isCrossing ? from.y + half + 18 : middle;
  const along = (y - from.y) / (target.y - from.y);
  const x = from.x + along * (target.x - from.x);
  const isStraight = kind === 'weight' && from.x === to.x && to.x !== centre;
  const isLeft = isStraight ? x > centre : x < centre - 1; // the outer side of a straight one is taken
  return isLeft
    ? { x: x - 9, y: y + 5, anchor: 'end' as const }
    : { x: x + 9, y: y + 5, anchor: 'start' as const };
}

interface BoxProps {
  readonly id: string;
  readonly hue: string;
  readonly place: Place;
  readonly value: number | undefined;
  readonly gradient: number | undefined;
  readonly isNow: boolean;
  readonly onPress: () => void;
}

function Box({ id, hue, place, value, gradient, isNow, onPress }: BoxProps) {
  const state = value === undefined ? 'is-waiting' : '';
  return (
    <g
      class={`bp-node ${hue} ${state} ${isNow ? 'is-now' : ''}`}
      transform={`translate(${place.x} ${place.y})`}
      onClick={onPress}
    >
      <rect x={-BOX.width / 2} y={-BOX.height / 2} width={BOX.width} height={BOX.height} rx="3" />
      <Numbers id={id} value={value} gradient={gradient} />
    </g>
  );
}

function Numbers({
  id,
  value,
  gradient,
}: {
  id: string;
  value: number | undefined;
  gradient: number | undefined;
}) {
  return (
    <>
      <text y={gradient === undefined ? 5 : -4} text-anchor="middle">
        <SvgSymbol id={id} />
        {value !== undefined && ` = ${plainNumber(value)}`}
      </text>
      {gradient !== undefined && (
        <text class="q-gradient bp-grad" y="15" text-anchor="middle">
          ∂ {plainNumber(gradient, 2)}
        </text>
      )}
    </>
  );
}

type PillProps = Props & {
  readonly id: string;
  readonly hue: string;
  readonly kind: 'input' | 'weight' | 'bias' | 'target' | NodeKind;
  readonly place: Place;
  readonly gradient: number | undefined;
  readonly isNow: boolean;
};

const PIXELS_A_UNIT = 90;

/** A number that the reader can change: arrow keys, a drag sideways, or the slider below. */
function Pill({
  id,
  hue,
  kind,
  place,
  gradient,
  isNow,
  chosen,
  text,
  valueOf,
  onChoose,
  onSet,
  onReset,
}: PillProps) {
  const value = valueOf(id);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = keyMove(event, 0.05);
    if (by) onSet(id, value + by.dx + by.dy);
    else if (event.key === 'Escape') onReset(id);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    onChoose(id);
    const element = event.currentTarget as SVGGElement;
    element.setPointerCapture(event.pointerId);
    let release: (() => void) | undefined;
    const move = (next: PointerEvent) => {
      const by = next.clientX - event.clientX;
      // A finger that goes sideways changes the number; one that goes up or down scrolls the page.
      if (Math.abs(by) > Math.abs(next.clientY - event.clientY))
        release ??= hold(element.ownerSVGElement!);
      if (release) onSet(id, Math.round((value + by / PIXELS_A_UNIT) * 20) / 20);
    };
    const end = () => {
      release?.();
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  };
  return (
    <g
      class={`bp-node bp-pill ${hue} ${isNow ? 'is-now' : ''} ${chosen === id ? 'is-chosen' : ''}`}
      transform={`translate(${place.x} ${place.y})`}
      role="slider"
      tabindex={0}
      aria-label={`${text.kinds[kind as 'weight']} ${plainName(id)}`}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={value}
      data-pill={id}
      onKeyDown={onKeyDown}
      onFocus={() => onChoose(id)}
      onPointerDown={onPointerDown}
      onDblClick={() => onReset(id)}
    >
      <rect
        x={-PILL.width / 2}
        y={-PILL.height / 2}
        width={PILL.width}
        height={PILL.height}
        rx={PILL.height / 2}
      />
      <Numbers id={id} value={value} gradient={gradient} />
    </g>
  );
}
