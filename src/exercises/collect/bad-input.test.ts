// What an author's mistake in an exercise gives: one sentence with file and line.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkExercises } from './check-exercises.ts';
import { collectExercises } from './collect.ts';

const place = { file: 'content/en/x.mdx', lang: 'en', lesson: 'x' } as const;
const engine = new Set(['tensor']);
const collect = (source: string) => () =>
  collectExercises(`---\ntitle: X\n---\n\n${source}`, place, engine);

const number = (attributes: string, parts = '<Right>Yes.</Right>') =>
  `<NumberAnswer id="x-a" ${attributes}>\n  How many?\n\n  ${parts}\n</NumberAnswer>`;

test.each([
  ['a missing answer', number(''), 'x.mdx:5: <NumberAnswer "x-a">: needs answer={…}'],
  ['a missing explanation', number('answer={2}', ''), 'needs <Right>…</Right>'],
  ['an unknown attribute', number('answer={2} anwser={3}'), 'does not know "anwser"'],
  [
    'an unknown part',
    number('answer={2}', '<Right>Yes.</Right>\n  <Worng value={1}>No.</Worng>'),
    'x.mdx:9: <Worng> in <NumberAnswer "x-a">: is not known here',
  ],
  ['an unknown name', number('answer={lambada}'), 'uses "lambada"'],
  [
    'a broken formula',
    number('answer={2}', '<Right>$\\frac{1$</Right>'),
    'x.mdx:8: broken formula',
  ],
  ['a bad id', number('answer={2}').replace('x-a', 'Ex 1'), 'an id is the lesson and a name'],
  ['two of one id', `${number('answer={2}')}\n\n${number('answer={2}')}`, 'x.mdx:11:'],
  [
    'an option without feedback',
    '<Choice id="x-b">\nWhich?\n\n<Option correct feedback="Yes.">A</Option>\n<Option>B</Option>\n</Choice>',
    'x.mdx:9: <Option> in <Choice "x-b">: needs feedback',
  ],
  [
    'no right option',
    '<Choice id="x-b">\nWhich?\n\n<Option feedback="No.">A</Option>\n<Option feedback="No.">B</Option>\n</Choice>',
    'has no <Option correct>',
  ],
  [
    'a rule about a step that is not there',
    '<Order id="x-c">\nOrder.\n\n<Step id="a">A</Step>\n<Step id="b">B</Step>\n<Step id="c">C</Step>\n<Wrong first="z" then="a">No.</Wrong>\n<Right>Yes.</Right>\n</Order>',
    'there is no step "z"',
  ],
])('%s is named with its line', (_, source, message) => {
  expect(collect(source)).toThrow('content/en/x.mdx:');
  expect(collect(source)).toThrow(message);
});

const sandbox = (files: Record<string, string>) => {
  const root = mkdtempSync(join(tmpdir(), 'exercises-'));
  mkdirSync(join(root, 'content/en'), { recursive: true });
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(root, 'content/en', name), text);
  return root;
};

test.each([
  ['a wrong value that is right', 'value={2}', 'the wrong answer 2 is accepted as right'],
  ['a key that is no number', 'value={NaN}', 'a wrong value is NaN, not a number'],
])('%s stops the build', async (_, value, message) => {
  const parts = `<Wrong ${value}>No.</Wrong>\n  <Right>Yes.</Right>`;
  const root = sandbox({ 'x.mdx': number('answer={2}', parts) });
  await expect(checkExercises(root)).rejects.toThrow(
    `content/en/x.mdx:1: exercise "x-a": ${message}`,
  );
});

test('two mistakes of one value are told of', async () => {
  const parts =
    '<Wrong value={3}>One.</Wrong>\n  <Wrong value={3}>Two.</Wrong>\n  <Right>Yes.</Right>';
  const root = sandbox({ 'x.mdx': number('answer={2}', parts) });
  await expect(checkExercises(root)).rejects.toThrow('an earlier one takes it');
});

test('one id in two lessons is told of', async () => {
  const root = sandbox({ 'x.mdx': number('answer={2}'), 'y.mdx': number('answer={2}') });
  await expect(checkExercises(root)).rejects.toThrow(
    'content/en/y.mdx:1: the id "x-a" is taken in content/en/x.mdx:1',
  );
});

test.each([
  ['the starter passes', 'return 2;', 'return 2;', 'the starter passes all tests'],
  ['the solution fails', 'return 0;', 'return 1;', 'the solution fails f()'],
  ['the solution has a slip', 'return 0;', 'return (;', 'the solution does not run'],
])('a program exercise in which %s stops the build', async (_, starter, solution, message) => {
  const fence = (role: string, body: string) =>
    `\`\`\`ts ${role}\nfunction f(): number { ${body} }\n\`\`\`\n`;
  const root = sandbox({
    'x.mdx': [
      '<CodeExercise id="x-code">\nWrite f.\n',
      fence('starter', starter),
      fence('solution', solution),
      '<Test call="f()" gives="2" />\n<Test call="f() + 1" gives="3" />\n',
      ...['return 3;', 'return 4;'].map(
        (body) => `<Wrong>\n\n${fence('', body)}\nNo.\n\n</Wrong>\n`,
      ),
      '<Right>Yes.</Right>\n</CodeExercise>',
    ].join('\n'),
  });
  await expect(checkExercises(root)).rejects.toThrow(message);
});
