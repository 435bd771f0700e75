// One builder a kind of exercise: from what the author wrote to outline and key.
import type { Code } from 'mdast';
import type { Kind, Test } from '../types.ts';
import type { Reader } from './reader.ts';

/** `outline` is plain data; `key` may hold functions in source form. */
export interface Built {
  readonly outline: Readonly<Record<string, unknown>>;
  readonly key: Readonly<Record<string, unknown>>;
}

export interface Builder {
  readonly kind: Kind;
  readonly attributes: readonly string[];
  readonly parts: readonly string[];
  readonly build: (exercise: Reader) => Built;
}

/** By the name of the component. */
export const builders: Readonly<Record<string, Builder>> = {
  Choice: { kind: 'choice', attributes: ['multiple'], parts: ['Option'], build: choice },
  NumberAnswer: {
    kind: 'number',
    attributes: ['answer', 'tolerance', 'unit', 'units'],
    parts: ['Wrong'],
    build: number,
  },
  FormulaAnswer: {
    kind: 'formula',
    attributes: ['answer', 'variables', 'starts'],
    parts: ['Wrong'],
    build: formula,
  },
  ShapeAnswer: { kind: 'shape', attributes: ['answer'], parts: ['Wrong'], build: shape },
  Order: { kind: 'order', attributes: [], parts: ['Step', 'Wrong'], build: order },
  Match: { kind: 'match', attributes: [], parts: ['Pair'], build: match },
  Predict: {
    kind: 'predict',
    attributes: ['min', 'max', 'step', 'unit', 'answer', 'tolerance'],
    parts: ['Wrong'],
    build: predict,
  },
  Sketch: {
    kind: 'sketch',
    attributes: ['x', 'y', 'xLabel', 'yLabel', 'truth', 'tolerance'],
    parts: ['Wrong'],
    build: sketch,
  },
  Act: {
    kind: 'act',
    attributes: ['figure', 'check', 'solved', 'start'],
    parts: ['Wrong'],
    build: act,
  },
  FindBug: { kind: 'bug', attributes: ['line', 'fix'], parts: ['Wrong', 'Test'], build: bug },
  CodeExercise: { kind: 'code', attributes: ['tolerance'], parts: ['Wrong', 'Test'], build: code },
};

/** Names and letters for parts that the author did not name. */
const letters = 'abcdefghijklmnopqrstuvwxyz';

function choice(exercise: Reader): Built {
  const multiple = exercise.flag('multiple');
  const options = exercise.parts('Option');
  if (options.length < 2) exercise.fail('needs at least two <Option>');
  const correct: string[] = [];
  const ids = options.map((option, index) => {
    option.allow(['Why'], ['correct', 'feedback', 'id']);
    const id = option.text('id') ?? letters[index];
    if (option.flag('correct')) correct.push(id);
    option.render(`option-${id}`, undefined, true);
    const [why] = option.parts('Why');
    if (why) why.render(`why-${id}`);
    else if (option.has('feedback')) option.render(`why-${id}`, 'feedback');
    else option.fail('needs feedback="…" or <Why>…</Why>: every answer gets an explanation');
    return id;
  });
  unique(exercise, ids, '<Option>');
  if (!correct.length) exercise.fail('has no <Option correct>');
  if (!multiple && correct.length > 1)
    exercise.fail('has several correct options: write <Choice multiple …>, or mark one only');
  return { outline: { multiple, options: ids }, key: { correct } };
}

function number(exercise: Reader): Built {
  const unit = exercise.text('unit') ?? '';
  const units = exercise.has('units') ? exercise.value('units') : {};
  if (typeof units !== 'object' || units === null)
    exercise.fail('"units" must be an object, such as units={{ ms: 1, s: 1000 }}');
  return {
    outline: { unit },
    key: {
      answer: exercise.computed('answer'),
      tolerance: exercise.number('tolerance'),
      units: { ...units, ...(unit ? { [unit]: 1 } : {}) },
      wrong: mistakes(exercise, ['value'], (wrong) => ({ value: wrong.computed('value') })),
    },
  };
}

function formula(exercise: Reader): Built {
  const variables = exercise.has('variables') ? exercise.value('variables') : undefined;
  if (typeof variables !== 'object' || variables === null || !Object.keys(variables).length)
    exercise.fail('needs variables={{ x: [-2, 2] }}: each variable with its range');
  for (const [name, range] of Object.entries(variables))
    if (!Array.isArray(range) || range.length !== 2 || !(range[0] < range[1]))
      exercise.fail(`"variables": ${name} needs a range [from, to], from below to`);
  return {
    outline: { variables: Object.keys(variables), starts: exercise.text('starts') ?? '' },
    key: {
      answer: exercise.needText('answer'),
      variables,
      wrong: mistakes(exercise, ['value'], (wrong) => ({ value: wrong.needText('value') })),
    },
  };
}

function shape(exercise: Reader): Built {
  return {
    outline: {},
    key: {
      answer: exercise.computed('answer'),
      wrong: mistakes(exercise, ['value'], (wrong) => ({ value: wrong.computed('value') })),
    },
  };
}

function order(exercise: Reader): Built {
  const steps = exercise.parts('Step');
  if (steps.length < 3) exercise.fail('needs at least three <Step>');
  const ranks: Record<string, number> = {};
  const ids = steps.map((step, index) => {
    step.allow([], ['id', 'rank']);
    const id = step.needText('id');
    ranks[id] = step.number('rank') ?? index + 1;
    step.render(`step-${id}`, undefined, true);
    return id;
  });
  unique(exercise, ids, '<Step>');
  if (ids.some((id, index) => index > 0 && ranks[id] < ranks[ids[index - 1]]))
    exercise.fail('lists its steps out of order: a later <Step> has a smaller rank');
  const wrong = mistakes(exercise, ['first', 'then'], (part) => {
    const [first, then] = [part.needText('first'), part.needText('then')];
    for (const id of [first, then])
      if (!ids.includes(id)) part.fail(`there is no step "${id}"; steps are ${ids.join(', ')}`);
    return { first, then };
  });
  return { outline: { steps: ids }, key: { ranks, wrong } };
}

function match(exercise: Reader): Built {
  const pairs = exercise.parts('Pair');
  if (pairs.length < 2) exercise.fail('needs at least two <Pair>');
  const ids = pairs.map((pair, index) => {
    pair.allow([], ['left', 'right', 'id']);
    const id = pair.text('id') ?? letters[index];
    pair.needText('left');
    pair.needText('right');
    pair.render(`left-${id}`, 'left', true);
    pair.render(`right-${id}`, 'right', true);
    pair.render(`why-${id}`);
    return id;
  });
  unique(exercise, ids, '<Pair>');
  const right = pairs.map((pair) => pair.needText('right'));
  unique(exercise, right, 'right side');
  return {
    outline: {
      left: ids,
      right: ids,
      spoken: Object.fromEntries(
        pairs.map((pair, index) => [
          ids[index],
          { left: spoken(pair.needText('left')), right: spoken(pair.needText('right')) },
        ]),
      ),
    },
    key: { pairs: Object.fromEntries(ids.map((id) => [id, id])) },
  };
}

function predict(exercise: Reader): Built {
  const [min, max] = [exercise.needNumber('min'), exercise.needNumber('max')];
  if (min >= max) exercise.fail('"min" must be below "max"');
  return {
    outline: {
      min,
      max,
      step: exercise.number('step') ?? (max - min) / 100,
      unit: exercise.text('unit') ?? '',
    },
    key: {
      answer: exercise.computed('answer'),
      tolerance: exercise.needNumber('tolerance'),
      wrong: mistakes(exercise, ['from', 'to'], (wrong) => ({
        from: wrong.number('from') ?? min,
        to: wrong.number('to') ?? max,
      })),
    },
  };
}

function sketch(exercise: Reader): Built {
  return {
    outline: {
      x: exercise.needRange('x'),
      y: exercise.needRange('y'),
      xLabel: exercise.text('xLabel') ?? 'x',
      yLabel: exercise.text('yLabel') ?? 'y',
    },
    key: {
      truth: exercise.needFunction('truth', '(x) => …'),
      tolerance: exercise.number('tolerance') ?? 0.1,
      wrong: mistakes(exercise, ['curve'], (wrong) => ({
        curve: wrong.needFunction('curve', '(x) => …'),
      })),
    },
  };
}

function act(exercise: Reader): Built {
  for (const name of ['solved', 'start'])
    if (!exercise.has(name))
      exercise.fail(
        `needs ${name}={{ … }}, a state of the figure, so that its check can be tested`,
      );
  return {
    outline: { figure: exercise.needText('figure') },
    key: {
      check: exercise.needFunction('check', '(state) => …'),
      solved: exercise.value('solved'),
      start: exercise.value('start'),
      wrong: mistakes(exercise, ['when', 'example'], (wrong) => ({
        when: wrong.needFunction('when', '(state) => …'),
        example:
          wrong.value('example') ?? wrong.fail('needs example={{ … }}, a state it speaks of'),
      })),
    },
  };
}

function bug(exercise: Reader): Built {
  const [program] = fences(exercise);
  if (!program) exercise.fail('needs a program: a fence ```ts');
  const lines = program.value.split('\n');
  exercise.renderProgram('line', program.value);
  const inside = (reader: Reader) => {
    const line = reader.needNumber('line');
    if (!Number.isInteger(line) || line < 1 || line > lines.length)
      reader.fail(`line ${line} is not in the program, which has ${lines.length}`);
    return line;
  };
  return {
    outline: { lines },
    key: {
      line: inside(exercise),
      fix: exercise.needText('fix'),
      code: program.value,
      tests: tests(exercise, 1),
      wrong: mistakes(exercise, ['line'], (wrong) => ({ line: inside(wrong) })),
    },
  };
}

function code(exercise: Reader): Built {
  const all = fences(exercise);
  const fence = (role: string) =>
    all.find(({ meta }) => meta?.split(/\s+/).includes(role))?.value ??
    exercise.fail(`needs a fence \`\`\`ts ${role}`);
  const [starter, solution] = [fence('starter'), fence('solution')];
  exercise.renderProgram('line', starter);
  const cases = tests(exercise, 2);
  const wrong = mistakes(exercise, [], (part) => {
    const [program] = fences(part);
    return { code: program?.value ?? part.fail('needs a wrong program: a fence ```ts') };
  });
  if (wrong.length < 2) exercise.fail('needs at least two <Wrong> programs');
  return {
    outline: {
      starter,
      visible: cases.filter(({ hidden }) => !hidden).map(({ call, gives }) => ({ call, gives })),
      hidden: cases.filter(({ hidden }) => hidden).length,
    },
    key: {
      starter,
      solution,
      tests: cases,
      tolerance: exercise.number('tolerance') ?? 1e-6,
      wrong,
    },
  };
}

/** A line of Markdown and TeX as plain text. */
function spoken(text: string): string {
  return text
    .replaceAll('\\infty', '∞')
    .replace(/\\(?:mathbb|mathrm|text|operatorname)\b/g, '')
    .replace(/[$`*\\{}]/g, '')
    .trim();
}

/** The <Wrong> parts: each with its explanation, rendered, and what `read` makes of its attributes. */
function mistakes(
  exercise: Reader,
  attributes: readonly string[],
  read: (part: Reader) => Record<string, unknown>,
): Record<string, unknown>[] {
  return exercise.parts('Wrong').map((part, index) => {
    part.allow([], attributes);
    return { part: part.withoutCode().render(`wrong-${index}`), ...read(part) };
  });
}

function tests(exercise: Reader, least: number): Test[] {
  const found = exercise.parts('Test').map((test) => {
    test.allow([], ['call', 'gives', 'hidden', 'setup']);
    const setup = test.text('setup');
    return {
      call: test.needText('call'),
      gives: test.needText('gives'),
      hidden: test.flag('hidden'),
      ...(setup ? { setup } : {}),
    };
  });
  if (found.length < least)
    exercise.fail(
      `needs at least ${least} <Test call="…" gives="…" />, so that it can be verified`,
    );
  return found;
}

function fences(reader: Reader): Code[] {
  return reader.authored.body.filter((node) => node.type === 'code');
}

function unique(exercise: Reader, names: readonly string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) exercise.fail(`has two ${what} called "${twice}"`);
}
