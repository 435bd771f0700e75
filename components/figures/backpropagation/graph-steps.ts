// The steps of the graph stepper: each is one line of code, one node that gets a number, and the formula behind it.
import { activations, type ActivationName } from './activations.ts';
import { edgeKey, edgesFrom, edgesInto, type GraphEdge, type NetGraph } from './net-graph.ts';
import { weightBetween } from './net-values.ts';

/** One product in the formula of a gradient: the local derivative of an edge times the gradient that stands at its end. */
export interface Term {
  readonly edge: string;
  readonly from: string;
  readonly to: string;
  /** The local derivative in symbols of the code: `w3`, `2 * (a3 - y)`. */
  readonly symbol: string;
}

export interface Step {
  readonly phase: 'forward' | 'backward';
  /** The node that gets its value, or its gradient. */
  readonly node: string;
  readonly code: string;
  /** The edges in use, as `from>to`. */
  readonly edges: readonly string[];
  /** Backward only: the sum that makes up the gradient; empty for L itself. */
  readonly terms: readonly Term[];
}

/** All steps: forward in order, then backward in the opposite order. */
export function graphSteps(graph: NetGraph, activation: ActivationName): Step[] {
  const made = graph.nodes.filter(({ kind }) => ['sum', 'activation', 'loss'].includes(kind));
  const forward = made.map(({ id }): Step => {
    const edges = edgesInto(graph, id).map(edgeKey);
    return {
      phase: 'forward',
      node: id,
      code: forwardCode(graph, activation, id),
      edges,
      terms: [],
    };
  });
  const backward = backwardOrder(graph).map((id): Step => {
    const terms = edgesFrom(graph, id).map((edge) => term(graph, activation, edge));
    return {
      phase: 'backward',
      node: id,
      code: backwardCode(id, terms),
      edges: terms.map(({ edge }) => edge),
      terms,
    };
  });
  return [...forward, ...backward];
}

/** The opposite of the forward order, with a neuron's weights and bias right after its sum. */
function backwardOrder(graph: NetGraph): string[] {
  const order: string[] = [];
  for (const { id, kind } of graph.nodes.toReversed()) {
    if (kind === 'weight' || kind === 'bias') continue;
    order.push(id);
    if (kind !== 'sum') continue;
    const sources = edgesInto(graph, id).map(({ from }) => from);
    order.push(...sources.filter((source) => /^[wb]/.test(source)));
  }
  return order;
}

function forwardCode(graph: NetGraph, activation: ActivationName, id: string): string {
  const sources = edgesInto(graph, id).map(({ from }) => from);
  if (id === 'L') return `L = (${sources[0]} - y) ** 2`;
  if (id.startsWith('a')) return `${id} = ${activations[activation].code(sources[0]!)}`;
  const products = sources
    .filter((source) => source.startsWith('w'))
    .map((weight) => `${weight} * ${graph.nodes.find((node) => node.id === weight)!.multiplies}`);
  return `${id} = ${products.join(' + ')} + ${sources.at(-1)}`;
}

function backwardCode(id: string, terms: readonly Term[]): string {
  if (id === 'L') return 'dL = 1';
  const products = terms.map(({ symbol, to }) =>
    symbol === '1' ? `d${to}` : `${symbol} * d${to}`,
  );
  return `d${id} = ${products.join(' + ')}`;
}

function term(graph: NetGraph, activation: ActivationName, edge: GraphEdge): Term {
  const { from, to } = edge;
  return { edge: edgeKey(edge), from, to, symbol: localSymbol(graph, activation, edge) };
}

/** The local derivative of an edge, written with the names of the code. */
export function localSymbol(
  graph: NetGraph,
  activation: ActivationName,
  { from, to }: GraphEdge,
): string {
  if (to === 'L') return `2 * (${from} - y)`;
  if (to.startsWith('a')) return activations[activation].slopeCode(from, to);
  if (from.startsWith('b')) return '1';
  if (from.startsWith('w')) return graph.nodes.find((node) => node.id === from)!.multiplies!;
  return weightBetween(graph, from, to);
}
