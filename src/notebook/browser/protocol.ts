// What page and worker say to each other. Everything travels as JSON text, and the page trusts none of it.
import { type Tree, validate } from '../tree.ts';
import type { CellFailure, Lang, Scalar } from '../types.ts';
import type { CellText, NotebookEvent } from '../run/notebook.ts';

export type ToWorker =
  | {
      readonly type: 'open';
      readonly lesson: string;
      readonly lang: Lang;
      readonly cells: readonly CellText[];
      readonly controls: readonly ControlSetting[];
    }
  | { readonly type: 'run'; readonly cells?: readonly string[] }
  | { readonly type: 'code'; readonly cell: string; readonly code: string }
  | ({ readonly type: 'control' } & ControlSetting)
  /** The cell's controls go back to where its text puts them. */
  | { readonly type: 'release'; readonly cell: string }
  | { readonly type: 'gradient'; readonly cell: string; readonly loss: string }
  /** Runs a text as the body of a function, on its own. */
  | { readonly type: 'program'; readonly source: string; readonly lang: Lang }
  | { readonly type: 'stop' };

export interface ControlSetting {
  readonly cell: string;
  readonly key: string;
  readonly value: Scalar;
}

/** An answer to `want`, sent as an object because it carries bytes or code. */
export interface Supply {
  readonly type: 'supply';
  readonly ticket: number;
  readonly bytes?: Uint8Array;
  readonly code?: string;
  readonly error?: string;
}

export type FromWorker =
  | NotebookEvent
  | { readonly type: 'alive' }
  | { readonly type: 'ready' }
  | {
      readonly type: 'want';
      readonly ticket: number;
      readonly kind: 'data' | 'addon';
      readonly name: string;
    }
  | { readonly type: 'gradient'; readonly cell: string; readonly tree: Tree }
  | { readonly type: 'program'; readonly result: ProgramResult }
  /** The cell changed built-in objects, so the worker is no longer to be relied on. */
  | { readonly type: 'tampered'; readonly cell: string; readonly names: readonly string[] };

export type ProgramResult =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      readonly line?: number;
      readonly timedOut?: boolean;
    };

export const MOST_CHARACTERS = 4_000_000;

/**
 * The message, rebuilt from checked parts, or undefined.
 * @param cells ids of the cells on this page; what is said of others is dropped
 */
export function readMessage(raw: unknown, cells: ReadonlySet<string>): FromWorker | undefined {
  if (typeof raw !== 'string' || raw.length > MOST_CHARACTERS) return undefined;
  let message: Record<string, unknown>;
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    message = value as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const read = Object.hasOwn(readers, String(message.type))
    ? readers[String(message.type)]
    : undefined;
  if (!read) return undefined;
  const cell =
    typeof message.cell === 'string' && cells.has(message.cell) ? message.cell : undefined;
  return read(message, cell, cells);
}

type Reader = (
  message: Record<string, unknown>,
  cell: string | undefined,
  cells: ReadonlySet<string>,
) => FromWorker | undefined;

const readers: Record<string, Reader> = {
  alive: () => ({ type: 'alive' }),
  ready: () => ({ type: 'ready' }),
  idle: () => ({ type: 'idle' }),
  plan: ({ cells: ids, because }, _cell, cells) => ({
    type: 'plan',
    cells: texts(ids).filter((id) => cells.has(id)),
    because: texts(because),
  }),
  start: (_message, cell) => (cell === undefined ? undefined : { type: 'start', cell }),
  output: ({ at, tree }, cell) =>
    cell === undefined || !isIndex(at, 1000)
      ? undefined
      : { type: 'output', cell, at, tree: validate(tree) },
  gradient: ({ tree }, cell) =>
    cell === undefined ? undefined : { type: 'gradient', cell, tree: validate(tree) },
  tampered: ({ names }, cell) =>
    cell === undefined ? undefined : { type: 'tampered', cell, names: texts(names) },
  end: ({ ms, values, defines, uses, touches, loss, key }, cell) =>
    cell === undefined
      ? undefined
      : {
          type: 'end',
          cell,
          ms: isIndex(Math.round(Number(ms)), 1e9) ? Number(ms) : 0,
          values: scalars(values),
          defines: texts(defines),
          uses: texts(uses),
          touches: texts(touches),
          ...(typeof loss === 'string' ? { loss: loss.slice(0, 200) } : {}),
          key: String(key).slice(0, 40),
        },
  fail: ({ failure }, cell) =>
    cell === undefined ? undefined : { type: 'fail', cell, failure: readFailure(failure) },
  stale: ({ cells: found }, _cell, cells) => {
    if (typeof found !== 'object' || found === null) return undefined;
    const kept = Object.entries(found).filter(([id]) => cells.has(id));
    return {
      type: 'stale',
      cells: Object.fromEntries(kept.map(([id, names]) => [id, texts(names)])),
    };
  },
  program: ({ result }) => {
    const { ok, value, message, line } = (result ?? {}) as Record<string, unknown>;
    if (ok === true) return { type: 'program', result: { ok, value } };
    const failure = { ok: false as const, message: String(message).slice(0, 3000) };
    return { type: 'program', result: isIndex(line, 1e6) ? { ...failure, line } : failure };
  },
  want: ({ ticket, kind, name }) => {
    if (!isIndex(ticket, 1e9) || (kind !== 'data' && kind !== 'addon') || typeof name !== 'string')
      return undefined;
    return /^[\w-]+(?:\.[\w-]+)*$/.test(name) && name.length < 100
      ? { type: 'want', ticket, kind, name }
      : undefined;
  },
};

function readFailure(raw: unknown): CellFailure {
  const { message, line, column, mend, kind } = (raw ?? {}) as Record<string, unknown>;
  const kinds = ['syntax', 'names', 'run', 'waiting', 'stopped'] as const;
  return {
    kind: kinds.find((one) => one === kind) ?? 'run',
    message: String(message ?? '').slice(0, 3000),
    ...(isIndex(line, 1e6) ? { line } : {}),
    ...(isIndex(column, 1e6) ? { column } : {}),
    ...(typeof mend === 'string' ? { mend: mend.slice(0, 1000) } : {}),
  };
}

const isIndex = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value
        .slice(0, 500)
        .filter((one): one is string => typeof one === 'string' && one.length < 200)
    : [];

function scalars(value: unknown): Record<string, Scalar> {
  if (typeof value !== 'object' || value === null) return {};
  const kept = Object.entries(value)
    .slice(0, 500)
    .filter(
      ([name, one]) =>
        /^[\p{L}\w$]{1,100}$/u.test(name) &&
        name !== '__proto__' &&
        (typeof one === 'number' ||
          typeof one === 'boolean' ||
          (typeof one === 'string' && one.length <= 200)),
    );
  return Object.fromEntries(kept) as Record<string, Scalar>;
}
