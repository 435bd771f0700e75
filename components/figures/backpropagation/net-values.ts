// The numbers on the graph of a small net: forward values, local derivatives, gradients, and the paths they come by.
import { activations } from './activations.ts';
import {
  edgeKey,
  edgesFrom,
  edgesInto,
  type GraphEdge,
  type NetGraph,
  type NetSettings,
} from './net-graph.ts';

export interface NetValues {
  /** The value of each node, by id. */
  readonly value: Readonly<Record<string, number>>;
  /** The local derivative of each edge, by `from>to`. */
  readonly local: Readonly<Record<string, number>>;
  /** ∂L/∂node, by id. */
  readonly gradient: Readonly<Record<string, number>>;
}

/** Forward through the nodes in order, then backward in the opposite order. */
export function netValues(graph: NetGraph, settings: NetSettings): NetValues {
  const value = forward(graph, settings);
  const local = Object.fromEntries(
    graph.edges.map((edge) => [edgeKey(edge), localDerivative(graph, settings, value, edge)]),
  );
  const gradient: Record<string, number> = Object.fromEntries(graph.nodes.map(({ id }) => [id, 0]));
  gradient.L = 1;
  for (const { id } of graph.nodes.toReversed())
    for (const edge of edgesInto(graph, id))
      gradient[edge.from] = gradient[edge.from]! + local[edgeKey(edge)]! * gradient[id]!;
  return { value, local, gradient };
}

function forward(
  graph: NetGraph,
  { x, y, activation, parameters }: NetSettings,
): Record<string, number> {
  const value: Record<string, number> = { x };
  for (const { id, kind } of graph.nodes) {
    const sources = edgesInto(graph, id).map((edge) => edge.from);
    if (kind === 'weight' || kind === 'bias') value[id] = parameters[id] ?? 0;
    if (kind === 'sum') value[id] = weightedSum(graph, sources, value);
    if (kind === 'activation') value[id] = activations[activation].apply(value[sources[0]!]!);
    if (kind === 'loss') value[id] = (value[sources[0]!]! - y) ** 2;
  }
  return value;
}

function weightedSum(
  graph: NetGraph,
  sources: readonly string[],
  value: Readonly<Record<string, number>>,
): number {
  let sum = 0;
  for (const source of sources) {
    const node = graph.nodes.find(({ id }) => id === source)!;
    if (node.kind === 'weight') sum += value[source]! * value[node.multiplies!]!;
    if (node.kind === 'bias') sum += value[source]!;
  }
  return sum;
}

function localDerivative(
  graph: NetGraph,
  { y, activation }: NetSettings,
  value: Readonly<Record<string, number>>,
  { from, to }: GraphEdge,
): number {
  const source = graph.nodes.find(({ id }) => id === from)!;
  const target = graph.nodes.find(({ id }) => id === to)!;
  if (target.kind === 'loss') return 2 * (value[from]! - y);
  if (target.kind === 'activation') return activations[activation].slope(value[from]!);
  if (source.kind === 'bias') return 1;
  if (source.kind === 'weight') return value[source.multiplies!]!;
  return value[weightBetween(graph, from, to)]!;
}

/** The id of the weight by which the neuron with sum `to` multiplies the value `from`. */
export function weightBetween(graph: NetGraph, from: string, to: string): string {
  return edgesInto(graph, to)
    .map((edge) => graph.nodes.find(({ id }) => id === edge.from)!)
    .find((node) => node.multiplies === from)!.id;
}

/** Every way from a node to the loss, each as the edges it runs over. */
export function pathsToLoss(graph: NetGraph, id: string): GraphEdge[][] {
  if (id === 'L') return [[]];
  return edgesFrom(graph, id).flatMap((edge) =>
    pathsToLoss(graph, edge.to).map((rest) => [edge, ...rest]),
  );
}
