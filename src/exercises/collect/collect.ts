// From the text of a lesson to its exercises, and to the module that carries them to page, review and tests.
import { createHash } from 'node:crypto';
import type { Values } from '../../lessons/values.ts';
import type { Kind, Lang, Outlines } from '../types.ts';
import { builders } from './kinds.ts';
import { Source, toCode } from './emit.ts';
import { findExercises, plainText, type Authored } from './parse.ts';
import { Reader } from './reader.ts';

/** An exercise with its functions still in source form. */
export interface Collected {
  readonly id: string;
  readonly version: number;
  readonly kind: Kind;
  readonly component: string;
  readonly line: number;
  readonly hints: number;
  readonly outline: Outlines[Kind];
  /** Changes when the question or its key changes; not with the wording of feedback. */
  readonly hash: string;
  /** The same in all languages: the key without its texts. */
  readonly keyHash: string;
  readonly engineNames: readonly string[];
  /** Values of the lesson's cells that its key uses. */
  readonly values: Readonly<Record<string, number | string | boolean>>;
  /** A JavaScript expression that gives the exercise (see types.ts). */
  readonly code: string;
}

export interface LessonPlace {
  readonly file: string;
  readonly lang: Lang;
  readonly lesson: string;
}

/** The names of the components that are exercises. */
export const exerciseNames: ReadonlySet<string> = new Set(Object.keys(builders));

const COMMON_PARTS = ['Right', 'Hint', 'Solution'];
const COMMON_ATTRIBUTES = ['id', 'version', 'vars', 'where'];

/**
 * All exercises of a lesson. Throws a LessonError that names the line of the first mistake.
 * @param engine names that the engine exports; left out, any name passes
 * @param values what the lesson's cells defined; left out, `v('name')` is empty in texts and not to be had in keys
 */
export function collectExercises(
  source: string,
  place: LessonPlace,
  engine?: ReadonlySet<string>,
  values?: Values,
): Collected[] {
  const seen = new Map<string, number>();
  return findExercises(source, place.file, exerciseNames).map((authored) => {
    const exercise = collectOne(authored, place, engine, values);
    const before = seen.get(exercise.id);
    if (before !== undefined)
      new Reader(authored, engine).fail(
        `this id is taken by the exercise in line ${before}; choose another`,
      );
    seen.set(exercise.id, exercise.line);
    return exercise;
  });
}

function collectOne(
  authored: Authored,
  place: LessonPlace,
  engine: ReadonlySet<string> | undefined,
  values: Values | undefined,
): Collected {
  const { kind, attributes, parts, build } = builders[authored.name];
  const reader = new Reader(authored, engine, values);
  reader.allow([...COMMON_PARTS, ...parts], [...COMMON_ATTRIBUTES, ...attributes]);
  const id = reader.needText('id');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    reader.fail('an id is the lesson and a name in lower case with hyphens, such as gd-bound');
  const version = reader.number('version') ?? 1;
  if (!Number.isInteger(version) || version < 1)
    reader.fail('"version" must be a whole number from 1');
  reader.withoutCode().render('ask');
  const { outline, key } = build(reader);
  const hints = reader.parts('Hint');
  hints.forEach((hint, index) => hint.render(`hint-${index}`));
  single(reader, 'Right', 'right', kind !== 'choice');
  single(reader, 'Solution', 'solution', false);
  const where = reader.has('where') ? reader.needFunction('where', '(vars) => …') : undefined;
  const vars = reader.vars();
  const partCode = Object.fromEntries(
    [...reader.rendered].map(([name, { html, holes }]) => [
      name,
      holes.length
        ? { html, holes: holes.map((hole) => reader.overVars(hole, `{${hole}}`)) }
        : { html },
    ]),
  );
  const { line } = authored;
  const data = { id, version, kind, lesson: place.lesson, lang: place.lang, line };
  return {
    ...{ id, version, kind, line, component: authored.name, hints: hints.length },
    outline: outline as unknown as Outlines[Kind],
    hash: hash([
      kind,
      plainText(authored.body),
      toCode({ ...key, wrong: undefined }),
      toCode(vars),
      ...choices(authored),
    ]),
    keyHash: hash([toCode({ ...key, ...untranslated(kind) }), toCode(vars)]),
    engineNames: [...reader.engineNames],
    values: Object.fromEntries(reader.usedValues),
    code: toCode({ ...data, vars, where, hints: hints.length, parts: partCode, outline, key }),
  };
}

function single(reader: Reader, name: string, key: string, needed: boolean): void {
  const found = reader.parts(name);
  if (found.length > 1) reader.fail(`has two <${name}>`);
  if (!found.length && needed) reader.fail(`needs <${name}>…</${name}>`);
  found[0]?.render(key);
}

/** Programs carry comments, which are translated: only their tests are compared. */
function untranslated(kind: Kind): object {
  if (kind === 'code') return { starter: undefined, solution: undefined, wrong: undefined };
  return kind === 'bug' ? { code: undefined, fix: undefined } : {};
}

/** The texts a reader chooses from are part of the question. */
function choices(authored: Authored): string[] {
  return authored.parts
    .filter(({ name }) => ['Option', 'Step', 'Pair'].includes(name))
    .map(({ name, body, attributes }) =>
      name === 'Pair'
        ? ['left', 'right'].map((side) => JSON.stringify(attributes.get(side))).join()
        : plainText(body),
    );
}

function hash(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
}

/**
 * The module of one lesson: its default export is the list of exercises.
 * @param enginePath what to import the engine from, where a key needs it
 */
export function moduleCode(exercises: readonly Collected[], enginePath: string): string {
  const names = [...new Set(exercises.flatMap(({ engineNames }) => engineNames))];
  const imports = names.length
    ? `import { ${names.join(', ')} } from ${JSON.stringify(enginePath)};\n`
    : '';
  const values = Object.assign({}, ...exercises.map(({ values }) => values)) as object;
  const lookUp = Object.keys(values).length
    ? `const values = ${toCode(values)};\nconst v = (name) => values[name];\n`
    : '';
  const list = new Source(`[\n${exercises.map(({ code }) => code).join(',\n')}\n]`);
  return `${imports}${lookUp}export default ${toCode(list)};\n`;
}
