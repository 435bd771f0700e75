// Where the nodes of a small net stand: the forward pass runs down the page, so that the picture also fits a phone.
import type { GraphNode, NetGraph } from './net-graph.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly places: Readonly<Record<string, Place>>;
}

export const BOX = { width: 100, height: 42 } as const;
export const PILL = { width: 92, height: 42 } as const;

/** A chain is narrow, so that it stays readable on a phone. */
const WIDTHS = { chain: 374, wide: 480 } as const;
const TOP = 26;
const SUM_TO_ACTIVATION = 68;
const ACTIVATION_TO_SUM = { chain: 120, single: 150, crossing: 232 } as const;
/** Where along the way from a value to a sum its weight sits. */
const WEIGHT_AT = { middle: 0.5, meeting: 0.42, crossed: 0.3, beside: 0.62 } as const;

const columnOf = (unit: number, width: number, middle: number): number =>
  width === 1 ? middle : 120 + unit * 240;

export function graphLayout({ nodes, widths }: NetGraph): GraphLayout {
  const isChain = widths.every((width) => width === 1);
  const full = isChain ? WIDTHS.chain : WIDTHS.wide;
  const middle = isChain ? 210 : full / 2;
  const places: Record<string, Place> = { x: { x: middle, y: TOP } };
  let y = TOP;
  widths.forEach((width, index) => {
    const layer = nodes.filter((node) => node.layer === index + 1);
    const fanIn = index === 0 ? 1 : widths[index - 1]!;
    const isCrossing = fanIn > 1 && width > 1;
    y += ACTIVATION_TO_SUM[isChain ? 'chain' : isCrossing ? 'crossing' : 'single'];
    for (const node of layer)
      if (node.kind === 'sum') places[node.id] = { x: columnOf(node.unit, width, middle), y };
    for (const node of layer)
      if (node.kind === 'activation')
        places[node.id] = { x: columnOf(node.unit, width, middle), y: y + SUM_TO_ACTIVATION };
    for (const node of layer) placeParameter(places, node, { width, full, middle, y });
    y += SUM_TO_ACTIVATION;
  });
  y += SUM_TO_ACTIVATION;
  places.L = { x: middle, y };
  places.y = { x: middle + (isChain ? 115 : 150), y };
  return { width: full, height: y + TOP, places };
}

interface Row {
  /** Neurons of the layer. */
  readonly width: number;
  /** Width of the picture, and its middle. */
  readonly full: number;
  readonly middle: number;
  /** Height at which the sums stand. */
  readonly y: number;
}

function placeParameter(places: Record<string, Place>, node: GraphNode, row: Row): void {
  const { width, full, middle, y } = row;
  const column = columnOf(node.unit, width, middle);
  if (node.kind === 'bias') {
    const isLeft = width === 1 || node.unit === 0;
    const x = isLeft ? PILL.width / 2 : full - PILL.width / 2;
    places[node.id] = { x, y: y - (width === 1 ? 0 : 46) };
  }
  if (node.kind !== 'weight') return;
  const from = places[node.multiplies!]!;
  const at = weightAt(from.x, column, middle);
  places[node.id] = { x: from.x + at * (column - from.x), y: from.y + at * (y - from.y) };
}

function weightAt(from: number, to: number, middle: number): number {
  if (from === middle) return WEIGHT_AT.middle;
  if (to === middle) return WEIGHT_AT.meeting;
  return from === to ? WEIGHT_AT.beside : WEIGHT_AT.crossed;
}
