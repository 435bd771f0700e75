// Verifies an exercise's key: the right answer passes, every listed mistake fails and draws its own explanation.
import { check } from '../check.ts';
import { alike, runCases, type RunProgram } from '../kinds/code.ts';
import { fixed } from '../kinds/bug.ts';
import { meanDistance } from '../kinds/sketch.ts';
import type { Answers, Exercise, ExerciseOf, Kind, Vars, Verdict } from '../types.ts';
import { combinations, fill } from '../vars.ts';

/** A verifier throws an Error that says in one sentence what is wrong with the key. */
type Verify<K extends Kind> = (
  exercise: ExerciseOf<K>,
  vars: Vars,
  run: RunProgram,
) => Promise<void> | void;

/** The first thing wrong with an exercise, or undefined. Every combination of its parameters is tried. */
export async function problemOf(exercise: Exercise, run: RunProgram): Promise<string | undefined> {
  try {
    const allowed = combinations(exercise.vars).filter((vars) => exercise.where?.(vars) ?? true);
    if (!allowed.length) return '`where` excludes every combination of `vars`';
    for (const vars of allowed.slice(0, 500)) {
      for (const template of Object.values(exercise.parts)) fill(template, vars);
      await (verifiers[exercise.kind] as Verify<Kind>)(exercise, vars, run);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const noRun: RunProgram = () => Promise.reject(new Error('this kind runs no program'));

/** Hands in a right answer and each known mistake. */
async function expectVerdicts<K extends Kind>(
  exercise: ExerciseOf<K>,
  vars: Vars,
  right: Answers[K],
  wrong: readonly { readonly answer: Answers[K]; readonly part: string; readonly name: string }[],
): Promise<void> {
  const verdict = await check(exercise, right, vars, noRun);
  if (!verdict.correct) throw new Error(`the key is not accepted${at(vars)}`);
  for (const { answer, part, name } of wrong)
    expectPart(await check(exercise, answer, vars, noRun), part, `${name}${at(vars)}`);
}

function expectPart(verdict: Verdict, part: string, name: string): void {
  if (verdict.correct) throw new Error(`the wrong answer ${name} is accepted as right`);
  if (!verdict.parts.includes(part))
    throw new Error(
      `the wrong answer ${name} does not draw its own explanation${verdict.parts[0] ? ', an earlier one takes it' : ''}`,
    );
}

const at = (vars: Vars) => (Object.keys(vars).length ? ` (at ${JSON.stringify(vars)})` : '');
const text = (value: number) => String(value);

const verifiers: { readonly [K in Kind]: Verify<K> } = {
  choice: (exercise, vars) =>
    expectVerdicts(
      exercise,
      vars,
      exercise.key.correct,
      exercise.outline.options
        .filter((option) => !exercise.key.correct.includes(option))
        .map((option) => ({ answer: [option], part: `why-${option}`, name: `"${option}"` })),
    ),

  number(exercise, vars) {
    const { key } = exercise;
    const value = finite(key.answer(vars), 'the key', vars);
    const wrong = key.wrong.map((item) => {
      const mistake = finite(item.value(vars), 'a wrong value', vars);
      return { answer: text(mistake), part: item.part, name: text(mistake) };
    });
    return expectVerdicts(exercise, vars, text(value), wrong);
  },

  formula: (exercise, vars) =>
    expectVerdicts(
      exercise,
      vars,
      exercise.key.answer,
      exercise.key.wrong.map(({ value, part }) => ({ answer: value, part, name: value })),
    ),

  shape(exercise, vars) {
    const { key } = exercise;
    const sizes = (shape: readonly number[]) => {
      if (!Array.isArray(shape) || !shape.every((size) => Number.isInteger(size) && size >= 0))
        throw new Error(`a shape is a list of whole numbers, not ${JSON.stringify(shape)}`);
      return `(${shape.join(', ')})`;
    };
    const wrong = key.wrong.map(({ value, part }) => {
      const answer = sizes(value(vars));
      return { answer, part, name: answer };
    });
    return expectVerdicts(exercise, vars, sizes(key.answer(vars)), wrong);
  },

  order(exercise, vars) {
    const { steps } = exercise.outline;
    const wrong = exercise.key.wrong.map(({ first, then, part }) => {
      const rest = steps.filter((step) => step !== first);
      rest.splice(rest.indexOf(then), 0, first);
      return { answer: rest, part, name: `"${first}" before "${then}"` };
    });
    return expectVerdicts(exercise, vars, steps, wrong);
  },

  match(exercise, vars) {
    const { left } = exercise.outline;
    const { pairs } = exercise.key;
    const wrong = left.map((id, index) => {
      const other = left[(index + 1) % left.length];
      return {
        answer: { ...pairs, [id]: pairs[other], [other]: pairs[id] },
        part: `why-${id}`,
        name: id,
      };
    });
    return expectVerdicts(exercise, vars, pairs, wrong);
  },

  predict(exercise, vars) {
    const { key, outline } = exercise;
    const truth = finite(key.answer(vars), 'the key', vars);
    if (truth < outline.min || truth > outline.max)
      throw new Error(`the key ${truth} is outside the slider, ${outline.min} to ${outline.max}`);
    const nearest = outline.min + Math.round((truth - outline.min) / outline.step) * outline.step;
    const wrong = key.wrong.flatMap(({ from, to, part }) =>
      [from, to].map((guess) => ({ answer: guess, part, name: `${from} to ${to}` })),
    );
    return expectVerdicts(exercise, vars, nearest, wrong);
  },

  async sketch(exercise, vars) {
    const { key } = exercise;
    const right = trace(exercise, (x) => key.truth(x, vars));
    const wrong = key.wrong.map(({ curve, part }) => ({
      answer: trace(exercise, (x) => curve(x, vars)),
      part,
      name: 'curve',
    }));
    await expectVerdicts(exercise, vars, right, wrong);
    const [low, high] = exercise.outline.y;
    const middle = meanDistance(right, () => (low + high) / 2) / (high - low);
    if (middle <= key.tolerance)
      throw new Error('a level line through the middle would be accepted: lower the tolerance');
  },

  async act(exercise, vars) {
    const { key } = exercise;
    if ((await check(exercise, key.start, vars, noRun)).correct)
      throw new Error('the figure is right before the reader has done anything: see "start"');
    const wrong = key.wrong.map(({ example, part }) => ({
      answer: example,
      part,
      name: JSON.stringify(example),
    }));
    await expectVerdicts(exercise, vars, key.solved, wrong);
  },

  async bug(exercise, vars, run) {
    const { key } = exercise;
    const wrong = key.wrong.map(({ line, part }) => ({ answer: line, part, name: `line ${line}` }));
    await expectVerdicts(exercise, vars, key.line, wrong);
    const tests = { tests: key.tests, tolerance: 1e-6 };
    if (await passes(tests, key.code, run))
      throw new Error('the program passes its tests although it has the bug');
    await mustPass(tests, fixed(key), run, 'the program with the line put right');
  },

  async code({ key }, _vars, run) {
    if (await passes(key, key.starter, run))
      throw new Error('the starter passes all tests: there is nothing to do');
    await mustPass(key, key.solution, run, 'the solution');
    const outcomes: unknown[][] = [];
    for (const [index, { code }] of key.wrong.entries()) {
      const name = `wrong program ${index + 1}`;
      const cases = await runCases(key, code, run);
      if (!Array.isArray(cases)) throw new Error(`${name} does not run: ${told(cases)}`);
      if (cases.every(({ passed }) => passed)) throw new Error(`${name} passes all tests`);
      const outcome = cases.map(({ actual, error }) => error ?? actual);
      const twin = outcomes.findIndex((other) => alike(other, outcome, key.tolerance));
      if (twin >= 0)
        throw new Error(`${name} gives in all tests what wrong program ${twin + 1} gives`);
      outcomes.push(outcome);
    }
  },
};

async function passes(key: TestKey, code: string, run: RunProgram): Promise<boolean> {
  const cases = await runCases(key, code, run);
  return Array.isArray(cases) && cases.every(({ passed }) => passed);
}

async function mustPass(key: TestKey, code: string, run: RunProgram, name: string): Promise<void> {
  const cases = await runCases(key, code, run);
  if (!Array.isArray(cases)) throw new Error(`${name} does not run: ${told(cases)}`);
  const failed = cases.find(({ passed }) => !passed);
  if (failed)
    throw new Error(
      `${name} fails ${failed.call}: expected ${JSON.stringify(failed.expected)}, got ${failed.error ?? JSON.stringify(failed.actual)}`,
    );
}

type TestKey = Parameters<typeof runCases>[0];

const told = (note: NonNullable<Verdict['note']>) => ('message' in note ? note.message : note.name);

function finite(value: unknown, name: string, vars: Vars): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`${name} is ${String(value)}, not a number${at(vars)}`);
  return value;
}

function trace({ outline }: ExerciseOf<'sketch'>, curve: (x: number) => number) {
  const [from, to] = outline.x;
  return Array.from({ length: 101 }, (_, i): [number, number] => {
    const x = from + ((to - from) * i) / 100;
    return [x, curve(x)];
  });
}
