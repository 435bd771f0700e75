import { beforeEach, expect, test } from 'vitest';
import { el, textOf } from '../tree.ts';
import { Notebook, type CellText, type NotebookEvent, type NotebookHost } from './notebook.ts';

let events: NotebookEvent[];
beforeEach(() => {
  events = [];
});

const counter = { made: 0 };
const downhill = {
  makeModel: () => ({ weights: [1, 2, 3], id: counter.made++ }),
  tensor: (values: number[]) => values,
};

function notebook(cells: readonly CellText[]): Notebook {
  const host: NotebookHost = {
    lang: 'en',
    post: (event) => void events.push(event),
    load: async (name) => (name === 'downhill' ? downhill : undefined),
    scope: async (cell, controls) => {
      let at = 0;
      let cancelled = false;
      return {
        names: {
          display: (value: unknown) =>
            events.push({
              type: 'output',
              cell: cell.id,
              at: at++,
              tree: el('p', {}, String(value)),
            }),
          view: (initial: number) => controls.get(cell.views[0].name) ?? initial,
          tick: async () => {
            await new Promise((resolve) => setTimeout(resolve, 0));
            if (cancelled) throw new Error('cancelled');
          },
        },
        cancel: () => void (cancelled = true),
        close: () => undefined,
      };
    },
    seed: async () => undefined,
    now: () => performance.now(),
    breathe: async () => undefined,
  };
  return new Notebook('test', cells, host);
}

const shown = () =>
  events.flatMap((one) => (one.type === 'output' ? [`${one.cell}: ${textOf(one.tree)}`] : []));
const started = () => events.flatMap((one) => (one.type === 'start' ? [one.cell] : []));
const failures = () => events.flatMap((one) => (one.type === 'fail' ? [one] : []));

const three = [
  { id: 'a', code: 'const a = 1' },
  { id: 'b', code: 'const b = a + 1\ndisplay(b)' },
  { id: 'c', code: 'display(b * 10)' },
  { id: 'other', code: "display('other')" },
];

test('running all gives every output, in order', async () => {
  await notebook(three).run();
  expect(shown()).toEqual(['b: 2', 'c: 20', 'other: other']);
});

test('running one cell first runs what it needs, and nothing else', async () => {
  await notebook(three).run(['b']);
  expect(started()).toEqual(['a', 'b']);
});

test('changing a cell runs again exactly what depends on it', async () => {
  const book = notebook(three);
  await book.run();
  events = [];
  book.setCode('a', 'const a = 5');
  expect(book.stale()).toEqual({ a: [], b: ['a'], c: ['b'] });
  await book.run(['a']);
  expect(started()).toEqual(['a', 'b', 'c']);
  expect(shown()).toEqual(['b: 6', 'c: 60']);
});

test('running an unchanged cell again leaves those that follow alone', async () => {
  const book = notebook(three);
  await book.run();
  events = [];
  await book.run(['a']);
  expect(started()).toEqual(['a']);
});

test('definitions may stand below their use', async () => {
  await notebook([three[2], three[1], three[0]]).run();
  expect(shown()).toEqual(['b: 2', 'c: 20']);
});

test('a cell that changes a model in place gets a fresh model each time, and its readers follow it', async () => {
  const book = notebook([
    { id: 'make', code: "import { makeModel } from 'downhill'\nconst model = makeModel()" },
    { id: 'train', code: 'for (let i = 0; i < 3; i++) model.weights[i] += 10' },
    { id: 'read', code: 'display(model.weights.join())' },
  ]);
  await book.run();
  await book.run(['train']);
  await book.run(['read']);
  await book.run(['make']);
  await book.run(['read']);
  expect(new Set(shown())).toEqual(new Set(['read: 11,12,13']));
});

test('what one cell imports, the next may use', async () => {
  await notebook([
    { id: 'one', code: "import { tensor } from 'downhill'\nconst x = tensor([1])" },
    { id: 'two', code: 'display(tensor([2]))' },
  ]).run();
  expect(shown()).toEqual(['two: 2']);
});

test('a doubly defined name is named with both cells', async () => {
  await notebook([
    { id: 'one', code: 'const x = 1' },
    { id: 'two', code: 'const x = 2' },
    { id: 'three', code: 'display(1)' },
  ]).run();
  expect(failures().map((one) => one.failure.message)).toEqual(
    Array(2).fill('“x” is defined more than once: in one, two.'),
  );
  expect(shown()).toEqual(['three: 1']);
});

test('cells that wait for each other are named in a circle', async () => {
  await notebook([
    { id: 'one', code: 'const x = y' },
    { id: 'two', code: 'const y = x' },
  ]).run();
  expect(failures()[0].failure.message).toBe('These cells wait for each other: one → two → one.');
});

test('a failure names the line, and those that need the cell wait', async () => {
  await notebook([
    { id: 'one', code: 'const x: number = 1\n\nconst y = x.foo.bar' },
    { id: 'two', code: 'display(y)' },
    { id: 'three', code: 'display(3)' },
  ]).run();
  expect(failures()[0].failure).toMatchObject({
    kind: 'run',
    line: 3,
    message: expect.stringContaining('bar'),
  });
  expect(failures()[1].failure).toMatchObject({
    kind: 'waiting',
    message: 'This cell waits for cell one, which did not finish.',
  });
  expect(shown()).toEqual(['three: 3']);
});

test('a misspelt name is suggested, an unimported one is to be imported', async () => {
  await notebook([
    { id: 'one', code: 'const learningRate = 1' },
    { id: 'two', code: 'display(learningRte)' },
    { id: 'three', code: 'makeModel()' },
  ]).run();
  expect(failures().map((one) => one.failure.mend)).toEqual([
    'Did you mean “learningRate”?',
    "Add at the top of the cell: import { makeModel } from 'downhill'",
  ]);
});

test('a thrown text, a rejected promise and a syntax error each say what happened', async () => {
  await notebook([
    { id: 'one', code: "throw 'no'" },
    { id: 'two', code: "await Promise.reject(new Error('late'))" },
    { id: 'three', code: 'const a = (1 +' },
    { id: 'four', code: 'const f = () => f()\nf()' },
  ]).run();
  const [one, two, three, four] = failures().map((event) => event.failure);
  expect(one.message).toBe('The cell threw “no”.');
  expect(two.message).toBe('late');
  expect(three).toMatchObject({ kind: 'syntax', line: 1 });
  expect(four.mend).toContain('calls itself');
});

test('a control runs what follows from it, and its own cell only if that reads it', async () => {
  const book = notebook([
    { id: 'rate', code: 'const rate = view(1)' },
    { id: 'both', code: 'const size = view(2)\ndisplay(size)' },
    { id: 'use', code: 'display(rate * size)' },
  ]);
  await book.run();
  events = [];
  await book.setControl('rate', 'rate', 5);
  expect(started()).toEqual(['use']);
  expect(shown()).toEqual(['use: 10']);
  events = [];
  await book.setControl('both', 'size', 7);
  expect(shown()).toEqual(['both: 7', 'use: 35']);
});

test('a running cell is cancelled when what it needs changes, and runs again with the new value', async () => {
  const book = notebook([
    { id: 'n', code: 'const n = view(1)' },
    { id: 'long', code: 'for (let i = 0; i < 50; i++) await tick()\ndisplay(n)' },
  ]);
  const first = book.run();
  await new Promise((resolve) => setTimeout(resolve, 10));
  const second = book.setControl('n', 'n', 2);
  await Promise.all([first, second]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(shown()).toEqual(['long: 2']);
});

test('an assignment to another cell’s name is refused by name', async () => {
  await notebook([
    { id: 'one', code: 'let n = 1' },
    { id: 'two', code: 'n = 2' },
  ]).run();
  expect(failures()[0].failure.message).toContain('belongs to cell one');
});
