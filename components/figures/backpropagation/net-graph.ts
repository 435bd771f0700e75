// The computational graph of a small net with one input, drawn neuron by neuron: which numbers there are and what each is made of.
import type { ActivationName } from './activations.ts';

export type NodeKind = 'input' | 'weight' | 'bias' | 'sum' | 'activation' | 'loss';

/** One number of the computation. Its id is its name in code: `w1`, `z2`, `L`. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** 0 for the input, then 1 … for the layers of neurons. */
  readonly layer: number;
  /** Place within the layer, from 0. */
  readonly unit: number;
  /** Of a weight: the node whose value it multiplies. */
  readonly multiplies?: string;
}

/** `to` is made of `from`, among others. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

export interface NetGraph {
  readonly widths: readonly number[];
  /** In an order in which each node comes after all that it is made of. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The nets one can choose: neurons in each layer, the last of which is the output. */
export const nets = {
  chain2: [1, 1],
  chain3: [1, 1, 1],
  paths2: [2, 1],
  paths4: [2, 2, 1],
} as const satisfies Record<string, readonly number[]>;

export type NetName = keyof typeof nets;
export const netNames = Object.keys(nets) as NetName[];

/** What the reader can change besides the net: the sample, the activation and every weight and bias by its id. */
export interface NetSettings {
  readonly x: number;
  readonly y: number;
  readonly activation: ActivationName;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * Builds the graph. Neurons are numbered through all layers, weights in the order in which neurons read them.
 * @param widths neurons in each layer; the last layer has one
 */
export function netGraph(widths: readonly number[]): NetGraph {
  if (widths.at(-1) !== 1) throw new RangeError('the last layer of the stepper has one neuron');
  const nodes: GraphNode[] = [{ id: 'x', kind: 'input', layer: 0, unit: 0 }];
  const edges: GraphEdge[] = [];
  let neuron = 0;
  let weight = 0;
  let inputs = ['x'];
  widths.forEach((width, index) => {
    const layer = index + 1;
    const outputs: string[] = [];
    for (let unit = 0; unit < width; unit++) {
      neuron++;
      const z = `z${neuron}`;
      const a = `a${neuron}`;
      for (const input of inputs) {
        const id = `w${++weight}`;
        nodes.push({ id, kind: 'weight', layer, unit, multiplies: input });
        edges.push({ from: id, to: z }, { from: input, to: z });
      }
      nodes.push({ id: `b${neuron}`, kind: 'bias', layer, unit });
      edges.push({ from: `b${neuron}`, to: z });
      nodes.push({ id: z, kind: 'sum', layer, unit }, { id: a, kind: 'activation', layer, unit });
      edges.push({ from: z, to: a });
      outputs.push(a);
    }
    inputs = outputs;
  });
  nodes.push({ id: 'L', kind: 'loss', layer: widths.length + 1, unit: 0 });
  edges.push({ from: inputs[0]!, to: 'L' });
  return { widths, nodes, edges };
}

/** A start at which no gradient is nearly 0: alternating signs, sizes that differ. */
export function startParameters(graph: NetGraph): Record<string, number> {
  const sizes = [0.8, -1.2, 1.5, 0.6, -0.9, 1.1, 0.7, -1.4];
  const biases = [0.1, -0.3, 0.2, 0.4, -0.1];
  const parameters: Record<string, number> = {};
  for (const { id, kind } of graph.nodes) {
    const place = Number(id.slice(1)) - 1;
    if (kind === 'weight') parameters[id] = sizes[place % sizes.length]!;
    if (kind === 'bias') parameters[id] = biases[place % biases.length]!;
  }
  return parameters;
}

/** The edges that end in a node. */
export const edgesInto = (graph: NetGraph, id: string): GraphEdge[] =>
  graph.edges.filter((edge) => edge.to === id);

/** The edges that leave a node: where its value is used. */
export const edgesFrom = (graph: NetGraph, id: string): GraphEdge[] =>
  graph.edges.filter((edge) => edge.from === id);

export const edgeKey = ({ from, to }: GraphEdge): string => `${from}>${to}`;
