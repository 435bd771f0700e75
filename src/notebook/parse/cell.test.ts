import { expect, test } from 'vitest';
import { parseCell } from './cell.ts';

const parse = (code: string) => parseCell('c', code);

test('top-level declarations of every form are what a cell defines', () => {
  const cell = parse(
    'const a = 1, [b, ...c] = [1], { d, e: { f = 2 } } = x\nlet g\nfunction h() { const no = 1 }\nclass I {}',
  );
  expect(cell.defines).toEqual(['a', 'b', 'c', 'd', 'f', 'g', 'h', 'I']);
  expect(cell.free).toEqual(['x']);
});

test('names bound in functions, blocks, loops and catch are not taken from outside', () => {
  const cell =
    parse(`const f = (p, { q }, ...r) => { const s = p + q; return r.map((t) => t + s + outer) }
for (const i of list) { let j = i; sink(j) }
for (let k = 0; k < 3; k++) sink(k)
try { sink() } catch (error) { sink(error) }
function g() { return arguments.length }
const o = { key: 1, short, [computed]: 2 }; o.member`);
  expect(cell.free).toEqual(['outer', 'list', 'sink', 'short', 'computed']);
});

test('types leave no trace and lines stay where they are', () => {
  const code =
    'interface A {\n  x: number\n}\nconst a: A = { x: 1 } as const satisfies A\ntype B = A\nconst b = a!.x';
  const cell = parse(code);
  expect(cell.js.split('\n')).toHaveLength(6);
  expect(cell.js.split('\n')[5]).toContain('const b = a.x');
  expect(cell.defines).toEqual(['a', 'b']);
});

test('imports are told apart and blanked without moving a line', () => {
  const cell = parse(
    "import {\n  tensor,\n  nn as net,\n} from 'downhill'\nimport * as all from 'downhill'\ntensor(net, all)",
  );
  expect(cell.imports).toEqual([
    { local: 'tensor', imported: 'tensor', from: 'downhill' },
    { local: 'net', imported: 'nn', from: 'downhill' },
    { local: 'all', imported: '*', from: 'downhill' },
  ]);
  expect(cell.js.split('\n')[5]).toBe('tensor(net, all)');
  expect(cell.js).not.toContain('import');
});

test('a view is known by the name it binds and by whether its own cell reads it', () => {
  const cell = parse('const a = view(slider())\nconst b: number = view(slider())\ndisplay(b)');
  expect(cell.views).toEqual([
    { name: 'a', usedHere: false },
    { name: 'b', usedHere: true },
  ]);
});

test('an assignment to a name from elsewhere is noticed', () => {
  expect(parse('total += 1; [other] = [2]; let mine = 1; mine = 2').assigns).toEqual([
    'total',
    'other',
  ]);
});

test('a syntax error names line and column', () => {
  expect(() => parse('const a = 1\nconst b = (2 +\ndisplay(b)')).toThrow();
  try {
    parse('const a = 1\nconst b = = 2');
  } catch (failure) {
    expect(failure).toMatchObject({ kind: 'syntax', line: 2, column: 11 });
  }
});

test('top-level await and for await are allowed', () => {
  expect(parse('const a = await load()\nfor await (const x of a) use(x)').free).toEqual([
    'load',
    'use',
  ]);
});
