// Says in plain words what went wrong in a cell, where, and what would likely mend it.
import type { NotebookText } from '../../i18n/notebook.ts';
import type { CellFailure } from '../types.ts';
import { nearest } from './nearest.ts';
import { placeOf } from './compile.ts';

export interface Circumstances {
  readonly id: string;
  readonly code: string;
  readonly text: NotebookText;
  /** Names that the cell could have meant. */
  readonly names: readonly string[];
  readonly headLength?: number;
  readonly modules?: Readonly<Record<string, unknown>> | undefined;
}

export function explain(error: unknown, about: Circumstances): CellFailure {
  if (isFailure(error)) return error.kind === 'syntax' ? explainSyntax(error, about) : error;
  const { text } = about;
  const place = placeOf(error, about.id, about.headLength ?? 0);
  if (!(error instanceof Error) && !isErrorLike(error))
    return { kind: 'run', message: text.threw(show(error)), ...place };
  const raw = (error as Error).message || (error as Error).name;
  const line = place ? (about.code.split('\n')[place.line - 1] ?? '') : '';
  const found = rules.map((rule) => rule(raw, line, about)).find((one) => one !== undefined);
  const message = (found?.message ?? raw).slice(0, 2000);
  return { kind: 'run', message, ...place, ...(found?.mend ? { mend: found.mend } : {}) };
}

function isFailure(error: unknown): error is CellFailure {
  const one = error as CellFailure | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    typeof one.message === 'string' &&
    typeof one.kind === 'string' &&
    !(error instanceof Error)
  );
}

function isErrorLike(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && typeof (error as Error).message === 'string'
  );
}

function show(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, 500)}”`;
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 500);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function explainSyntax(failure: CellFailure, { text, code }: Circumstances): CellFailure {
  if (failure.mend === 'export')
    return { ...failure, message: text.exportNotAllowed, mend: text.exportMend };
  const expected = /expected "(.+?)"/.exec(failure.message);
  const detail = expected
    ? text.expected(`“${expected[1]}”`)
    : /Unterminated (string|template)/.test(failure.message)
      ? text.unterminatedText
      : /Unexpected token|Unexpected character/.test(failure.message)
        ? text.unexpected
        : failure.message;
  const lineText = code.split('\n')[(failure.line ?? 1) - 1] ?? '';
  const near = lineText.trim() === '' ? '' : ` (${lineText.trim().slice(0, 60)})`;
  return { ...failure, message: `${text.syntax}: ${detail}${near}` };
}

type Rule = (
  raw: string,
  line: string,
  about: Circumstances,
) => { message?: string; mend?: string } | undefined;

/** The commonest mistakes, the most telling first. */
const rules: readonly Rule[] = [
  // A name that nobody defines: imported nowhere, or misspelt.
  (raw, _line, { text, names, modules }) => {
    const name = /^(?:Can't find variable: )?([\w$]+)(?: is not defined)?$/.exec(raw)?.[1];
    if (name === undefined || !(raw.includes('not defined') || raw.startsWith("Can't find")))
      return undefined;
    const message = text.notDefined(name);
    if (modules && name in modules) return { message, mend: text.mendImport(name) };
    const close = nearest(name, [...names, ...Object.keys(modules ?? {}), ...builtIns]);
    return { message, ...(close === undefined ? {} : { mend: text.mendSpelling(close) }) };
  },
  (raw, _line, { text, modules }) => {
    const name = /^“([\w$]+)” is not in “downhill”/.exec(raw)?.[1];
    const close = name === undefined ? undefined : nearest(name, Object.keys(modules ?? {}));
    return close === undefined ? undefined : { mend: text.mendSpelling(close) };
  },
  // A promise used as if it were its value.
  (raw, line, { text }) =>
    /\[object Promise\]|Promise\b.*(?:not|expected)|(?:expected|not).*\bPromise/i.test(raw) ||
    (/is not a function|is not iterable|Cannot read prop|undefined/.test(raw) &&
      /\bload[A-Z]\w*\(/.test(line) &&
      !/\bawait\b/.test(line))
      ? { mend: text.mendAwait }
      : undefined,
  // Shapes.
  (raw, _line, { text }) =>
    /^matmul\b|inner sizes/.test(raw) ? { mend: text.mendShape } : undefined,
  (raw, _line, { text }) =>
    /broadcast|shapes? .*(?:do not|don.t|cannot|differ)/i.test(raw)
      ? { mend: text.mendBroadcast }
      : undefined,
  // The graph.
  (raw, _line, { text }) =>
    /backward.*(?:second|again|twice|freed)|freed/i.test(raw)
      ? { mend: text.mendBackwardTwice }
      : undefined,
  (raw, _line, { text }) =>
    /backward|does not require|requiresGrad/i.test(raw) &&
    /requires?[ _]?grad|no graph|no parameter/i.test(raw)
      ? { mend: text.mendNoGraph }
      : undefined,
  (raw, _line, { text }) =>
    /in[- ]place|noGrad/i.test(raw) ? { mend: text.mendInPlace } : undefined,
  // Numbers that are none.
  (raw, _line, { text }) => (/diverg/i.test(raw) ? { mend: text.mendDiverges } : undefined),
  (raw, _line, { text }) => (/\bNaN\b/.test(raw) ? { mend: text.mendNaNInput } : undefined),
  // Classes and methods.
  (raw, line, { text }) => {
    const name = /Class constructor (\w+) cannot be invoked/.exec(raw)?.[1];
    if (name === undefined) return undefined;
    const spelt = new RegExp(`[\\w.]*\\b${name}(?=\\s*\\()`).exec(line)?.[0];
    return { mend: text.mendNew(spelt ?? name) };
  },
  (raw, _line, { text, modules }) => {
    const name = /([\p{L}\w$.]+) is not a function/u.exec(raw)?.[1];
    if (name === undefined) return undefined;
    const method = name.split('.').at(-1)!;
    const close = name.includes('.') ? nearest(method, methodsOf(modules)) : undefined;
    if (close !== undefined && close !== method) return { mend: text.mendSpelling(close) };
    if (/^(model|net|layer|network|mlp|linear)$/i.test(name))
      return { mend: text.mendForward(name) };
    return { mend: text.mendNotFunction(name) };
  },
  (raw, _line, { text }) => {
    const name =
      /(?:Cannot read propert(?:y|ies) of (?:undefined|null) \(reading '([\w$]+)'\)|(?:undefined|null) has no propert|can't access property "([\w$]+)")/.exec(
        raw,
      );
    return name ? { mend: text.mendUndefinedRead(name[1] ?? name[2] ?? '…') } : undefined;
  },
  (raw, _line, { text }) =>
    /Assignment to constant|invalid assignment to const/.test(raw)
      ? { mend: text.mendConst }
      : undefined,
  (raw, _line, { text }) =>
    /Maximum call stack|too much recursion/.test(raw) ? { mend: text.mendRecursion } : undefined,
  (raw, _line, { text }) =>
    /Invalid (?:typed )?array (?:buffer )?length|Array buffer allocation failed|out of memory|could not allocate/i.test(
      raw,
    )
      ? { mend: text.mendMemory }
      : undefined,
  (raw, _line, { text }) =>
    /Cannot convert .* to (?:a )?(?:primitive|number)|operator/i.test(raw)
      ? { mend: text.mendOperators }
      : undefined,
];

const builtIns = [
  'Math',
  'console',
  'display',
  'view',
  'slider',
  'choice',
  'toggle',
  'number',
  'button',
  'progress',
  'report',
  'Plot',
  'tex',
  'images',
  'table',
  'slot',
];

/** Names of the methods of the engine's classes. */
function methodsOf(modules: Readonly<Record<string, unknown>> | undefined): string[] {
  const classes = Object.values({
    ...modules,
    ...(modules?.nn as object),
    ...(modules?.optim as object),
  });
  return classes.flatMap((one) => {
    if (typeof one !== 'function') return [];
    const prototype = (one as { prototype?: object }).prototype;
    return prototype
      ? Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor')
      : [];
  });
}
