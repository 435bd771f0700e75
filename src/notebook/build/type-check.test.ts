import { expect, test } from 'vitest';
import { typeCheckCells } from './type-check.ts';

const cell = (id: string, line: number, code: string) => ({
  id,
  line,
  code,
  file: 'content/en/x.mdx',
});

test('cells see each other’s names and each other’s imports', () => {
  expect(
    typeCheckCells([
      cell(
        'a',
        10,
        "import { tensor, type Tensor } from 'downhill'\nconst x: Tensor = tensor([1, 2])\nconst rate = view(slider({ min: 0, max: 1 }))",
      ),
      cell(
        'b',
        20,
        "import { tensor } from 'downhill'\nconst y = tensor([rate]).add(x)\ndisplay(y)",
      ),
      cell('c', 30, 'display(y.shape[0] * late)'),
      cell('d', 40, 'const late = 2'),
    ]),
  ).toEqual([]);
}, 60_000);

test('a wrong type is reported with the line of the lesson’s file', () => {
  const [mistake, ...others] = typeCheckCells([
    cell('a', 10, "import { tensor } from 'downhill'\n\nconst x = tensor([1])"),
    cell('b', 20, '\nconst shape: string = x.shape'),
  ]);
  expect(mistake).toMatchObject({ file: 'content/en/x.mdx', line: 21, cell: 'b' });
  expect(mistake.message).toContain("to type 'string'");
  expect(others).toEqual([]);
}, 60_000);

test('an import that the engine does not have is reported where it stands', () => {
  const [mistake] = typeCheckCells([
    cell('a', 10, "\n// words\nimport { tensr } from 'downhill'\ndisplay(tensr)"),
  ]);
  expect(mistake).toMatchObject({ line: 12, cell: 'a' });
}, 60_000);

test('a cell that cannot be read is reported with its line', () => {
  expect(typeCheckCells([cell('a', 10, 'const a = 1\nconst b = (')])[0]).toMatchObject({
    line: 11,
    cell: 'a',
  });
});
