// Compares what backward() gives with central differences, one parameter of a cell's loss after another.
import { notebookText } from '../../i18n/notebook.ts';
import { numberText } from '../display/number.ts';
import { el, type Tree } from '../tree.ts';
import type { Notebook } from './notebook.ts';

interface Tensor {
  readonly shape: readonly number[];
  readonly numel: number;
  readonly data: Float32Array;
  readonly requiresGrad: boolean;
  readonly isLeaf: boolean;
  grad: Tensor | null;
  item(): number;
  backward(): void;
  copy_(source: Tensor): unknown;
  zeroGrad(): void;
}

interface Engine {
  noGrad<T>(run: () => T): T;
  tensor(values: Float32Array, options: { shape: readonly number[] }): unknown;
}

const MOST_ELEMENTS = 6;
const GOOD = 1e-2;

/** Runs the cell's code many times, each with one number of one parameter moved a little. */
export async function checkGradient(
  notebook: Notebook,
  id: string,
  lossName: string,
  engine: unknown,
): Promise<Tree> {
  const text = notebookText[notebook.lang];
  const { noGrad, tensor } = engine as Engine;
  const inputs = [...(await notebook.inputsOf(id))].flatMap(([name, value]) =>
    parametersOf(name, value),
  );
  const saved = new Map(inputs.map(([name, one]) => [name, Float32Array.from(one.data)]));
  const write = (one: Tensor, data: Float32Array): void => {
    noGrad(() => one.copy_(tensor(data, { shape: one.shape }) as Tensor));
  };
  const shift = (one: Tensor, index: number, by: number): void => {
    const data = Float32Array.from(one.data);
    data[index] += by;
    write(one, data);
  };
  const parameters = new Map<string, Tensor>();
  const evaluate = async (change?: {
    name: string;
    index: number;
    by: number;
  }): Promise<Tensor> => {
    for (const [name, one] of inputs) {
      // A cell that takes a step has moved them: back to where they were.
      write(one, saved.get(name)!);
      one.zeroGrad();
      parameters.set(name, one);
      if (change?.name === name) shift(one, change.index, change.by);
    }
    const results = await notebook.evaluate(id, (name, value) => {
      for (const [path, one] of parametersOf(name, value)) {
        parameters.set(path, one);
        if (change?.name === path) shift(one, change.index, change.by);
      }
    });
    return results[lossName] as Tensor;
  };

  const loss = await evaluate();
  // A cell that has called backward() itself has left the gradients already.
  if (![...parameters.values()].some((one) => one.grad)) loss.backward();
  const gradients = new Map(
    [...parameters].map(([name, one]) => [
      name,
      one.grad ? Float32Array.from(one.grad.data) : undefined,
    ]),
  );
  for (const [name, one] of inputs) write(one, saved.get(name)!);
  if (![...gradients.values()].some(Boolean))
    return el('p', { class: 'out-note' }, text.gradientNone);

  const rows: Tree[] = [];
  const wrong: string[] = [];
  for (const [name, gradient] of gradients) {
    if (!gradient) continue;
    const { data } = parameters.get(name)!;
    const stride = Math.max(1, Math.floor(gradient.length / MOST_ELEMENTS));
    let worst = { error: -1, index: 0, exact: 0, numeric: 0 };
    for (let index = 0; index < gradient.length; index += stride) {
      const step = 0.01 * Math.max(1, Math.abs(data[index]));
      const above = (await evaluate({ name, index, by: step })).item();
      const below = (await evaluate({ name, index, by: -step })).item();
      const numeric = (above - below) / (2 * step);
      const exact = gradient[index];
      const error = Math.abs(exact - numeric) / Math.max(Math.abs(exact), Math.abs(numeric), 1e-2);
      if (error > worst.error) worst = { error, index, exact, numeric };
    }
    if (worst.error > GOOD) wrong.push(name);
    const where = gradient.length === 1 ? '' : `[${worst.index}]`;
    rows.push(
      el(
        'tr',
        {},
        [
          `${name}${where}`,
          numberText(worst.exact),
          numberText(worst.numeric),
          worst.error.toExponential(1),
        ].map((one, i) => el('td', { class: i > 0 ? 'out-right' : '' }, one)),
      ),
    );
  }
  for (const [name, one] of inputs) {
    write(one, saved.get(name)!);
    one.zeroGrad();
  }
  const head = [
    text.gradientParameter,
    text.gradientAutograd,
    text.gradientNumeric,
    text.gradientError,
  ];
  return el(
    'figure',
    { class: 'out-gradient' },
    el('figcaption', { class: 'out-tensor-head' }, text.gradientTitle(lossName)),
    el(
      'table',
      { class: 'out-table' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head.map((one, i) => el('th', { scope: 'col', class: i > 0 ? 'out-right' : '' }, one)),
        ),
      ),
      el('tbody', {}, rows),
    ),
    el(
      'p',
      { class: wrong.length > 0 ? 'out-warning' : 'out-note' },
      wrong.length > 0 ? text.gradientBad(wrong.join(', ')) : text.gradientGood,
    ),
  );
}

/** The leaves that a value holds: itself, or the parameters of a model. */
function parametersOf(name: string, value: unknown): [string, Tensor][] {
  const one = value as Tensor & {
    namedParameters?: () => Iterable<[string, Tensor]> | Record<string, Tensor>;
  };
  if (typeof one !== 'object' || one === null) return [];
  if (typeof one.namedParameters === 'function') {
    const named = one.namedParameters();
    const pairs =
      Symbol.iterator in named ? [...(named as Iterable<[string, Tensor]>)] : Object.entries(named);
    return pairs.map(([path, parameter]) => [`${name}.${path}`, parameter]);
  }
  return one.requiresGrad === true && one.isLeaf === true ? [[name, one]] : [];
}
