// The graph of the stepper: its shape, its numbers against finite differences, its steps as running code.
import { describe, expect, it } from 'vitest';
import { activationNames, activations } from './activations.ts';
import { graphSteps } from './graph-steps.ts';
import {
  edgeKey,
  netGraph,
  netNames,
  nets,
  startParameters,
  type NetSettings,
} from './net-graph.ts';
import { netValues, pathsToLoss } from './net-values.ts';

const each = netNames.flatMap((net) => activationNames.map((activation) => ({ net, activation })));

const settingsOf = (net: keyof typeof nets, activation: (typeof activationNames)[number]) => {
  const graph = netGraph(nets[net]);
  const settings: NetSettings = { x: 0.7, y: 1, activation, parameters: startParameters(graph) };
  return { graph, settings };
};

describe('the graph of a small net', () => {
  it('gives every node a place after all that it is made of', () => {
    for (const net of netNames) {
      const { nodes, edges } = netGraph(nets[net]);
      const place = new Map(nodes.map(({ id }, index) => [id, index]));
      for (const { from, to } of edges) expect(place.get(from)).toBeLessThan(place.get(to)!);
    }
  });

  it.each(each)(
    'has gradients that finite differences confirm: $net with $activation',
    ({ net, activation }) => {
      const { graph, settings } = settingsOf(net, activation);
      const { gradient } = netValues(graph, settings);
      const loss = (change: Partial<NetSettings>) =>
        netValues(graph, { ...settings, ...change }).value.L!;
      const h = 1e-5;
      for (const id of Object.keys(settings.parameters)) {
        const shifted = (by: number) =>
          loss({ parameters: { ...settings.parameters, [id]: settings.parameters[id]! + by } });
        expect(gradient[id]).toBeCloseTo((shifted(h) - shifted(-h)) / (2 * h), 7);
      }
      expect(gradient.x).toBeCloseTo((loss({ x: 0.7 + h }) - loss({ x: 0.7 - h })) / (2 * h), 7);
    },
  );

  it('has a gradient that is the sum over all paths of the products of local derivatives', () => {
    const { graph, settings } = settingsOf('paths4', 'sigmoid');
    const { gradient, local } = netValues(graph, settings);
    expect(pathsToLoss(graph, 'x')).toHaveLength(4);
    for (const { id } of graph.nodes) {
      const products = pathsToLoss(graph, id).map((path) =>
        path.reduce((product, edge) => product * local[edgeKey(edge)]!, 1),
      );
      expect(gradient[id]).toBeCloseTo(
        products.reduce((sum, product) => sum + product, 0),
        12,
      );
    }
  });
});

describe('the steps of the stepper', () => {
  it.each(each)(
    'are code that computes what the figure shows: $net with $activation',
    ({ net, activation }) => {
      const { graph, settings } = settingsOf(net, activation);
      const steps = graphSteps(graph, activation);
      const names = steps.map(({ phase, node }) => (phase === 'forward' ? node : `d${node}`));
      const inputs = {
        x: settings.x,
        y: settings.y,
        sigmoid: activations.sigmoid.apply,
        ...settings.parameters,
      };
      const program = `${steps.map(({ code }) => `const ${code};`).join('\n')}\nreturn { ${names.join(', ')} };`;
      const run = new Function(...Object.keys(inputs), program) as (
        ...values: unknown[]
      ) => Record<string, number>;
      const result = run(...Object.values(inputs));
      const { value, gradient } = netValues(graph, settings);
      for (const { phase, node } of steps)
        if (phase === 'forward') expect(result[node]).toBeCloseTo(value[node]!, 12);
        else expect(result[`d${node}`]).toBeCloseTo(gradient[node]!, 12);
    },
  );

  it('use no gradient before it is there', () => {
    for (const net of netNames) {
      const ready = new Set<string>();
      for (const { phase, node, terms } of graphSteps(netGraph(nets[net]), 'tanh')) {
        if (phase === 'forward') continue;
        for (const { to } of terms) expect(ready).toContain(to);
        ready.add(node);
      }
    }
  });
});
