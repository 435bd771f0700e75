import { expect, test } from 'vitest';
import { textOf } from '../tree.ts';
import { runLessonAtBuild } from './run-lesson.ts';

const place = { lesson: 'test-lesson', lang: 'en', root: process.cwd() };
const cell = (id: string, line: number, code: string) => ({
  id,
  line,
  code,
  file: 'content/en/test-lesson.mdx',
});

test('cells run in a thread and give outputs, values and names', async () => {
  const results = await runLessonAtBuild(
    [
      cell(
        'a',
        5,
        "import { tensor } from 'downhill'\nconst x = tensor([[1, 2], [3, 4]])\nconst total = x.sum().item()",
      ),
      cell(
        'b',
        12,
        'display(x)\ndisplay(Plot.plot({ marks: [Plot.lineY([1, 2, total])] }))\nconsole.log("sum", total)\ndisplay(tex`x^2`)',
      ),
    ],
    place,
  );
  expect(results[0]).toMatchObject({
    id: 'a',
    defines: ['x', 'total'],
    uses: [],
    values: { total: 10 },
  });
  expect(results[1].uses).toEqual(['x', 'total']);
  const [tensor, plot, log, formula] = results[1].outputs.map(textOf);
  expect(tensor).toContain('(2, 2) float32');
  expect(plot).toContain('10');
  expect(log).toBe('sum 10line 3');
  expect(formula).toContain('x^2');
}, 60_000);

test('random numbers are the same in every run and in every order', async () => {
  const one = cell(
    'one',
    1,
    "import { randn } from 'downhill'\nconst a = randn(3)\nconst first = a.tolist().join()",
  );
  const two = cell(
    'two',
    5,
    "import { randn } from 'downhill'\nconst second = randn(3).tolist().join()",
  );
  const [a] = await runLessonAtBuild([one, two], place);
  const [, b] = await runLessonAtBuild([two, one], place);
  expect(b.values.first).toBe(a.values.first);
}, 60_000);

test('a cell that throws stops the build with lesson, cell, file and line', async () => {
  await expect(
    runLessonAtBuild(
      [cell('a', 5, 'const x = 1'), cell('b', 10, '\nthrow new Error("too far")')],
      place,
    ),
  ).rejects.toThrow('Lesson “test-lesson”, cell “b”, content/en/test-lesson.mdx:11: too far');
}, 60_000);
