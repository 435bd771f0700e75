// Plain values as text, the way a console prints them.
import { isTensor } from './tensor.ts';
import { commonFormat, numberText } from './number.ts';

/** One line where it fits, with strings in quotes below the top. */
export function inspect(value: unknown, depth = 0, seen: readonly object[] = []): string {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : quote(value);
    case 'number':
      return numberText(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return /^class\b/.test(Function.prototype.toString.call(value))
        ? `class ${value.name}`
        : `function ${value.name || '(anonymous)'}`;
    case 'object':
      return value === null ? 'null' : inspectObject(value, depth, seen);
    default:
      return String(value);
  }
}

const quote = (text: string): string => `'${text.length > 200 ? `${text.slice(0, 200)}…` : text}'`;

function inspectObject(value: object, depth: number, seen: readonly object[]): string {
  if (seen.includes(value)) return '↻';
  const inner = [...seen, value];
  const next = (one: unknown): string => inspect(one, depth + 1, inner);
  if (isTensor(value)) return tensorText(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Promise) return 'Promise';
  if (depth > 3) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return list(value as ArrayLike<unknown> & object, next);
  if (value instanceof Map)
    return `Map(${value.size}) {${join(
      [...value].slice(0, 20).map(([key, one]) => `${next(key)} => ${next(one)}`),
      value.size,
    )}}`;
  if (value instanceof Set)
    return `Set(${value.size}) {${join([...value].slice(0, 20).map(next), value.size)}}`;
  const name = Object.getPrototypeOf(value)?.constructor?.name as string | undefined;
  const own = Object.prototype.hasOwnProperty.call(Object.getPrototypeOf(value) ?? {}, 'toString')
    ? safeToString(value)
    : undefined;
  if (own !== undefined && name !== 'Object') return own;
  const entries = Object.entries(value);
  const body = join(
    entries
      .slice(0, 20)
      .map(([key, one]) => `${/^[\w$]+$/.test(key) ? key : quote(key)}: ${next(one)}`),
    entries.length,
  );
  return `${name && name !== 'Object' ? `${name} ` : ''}{${body}}`;
}

function safeToString(value: object): string | undefined {
  try {
    const text = String(value);
    return text.length < 5000 ? text : `${text.slice(0, 5000)}…`;
  } catch {
    return undefined;
  }
}

function list(value: ArrayLike<unknown> & object, next: (one: unknown) => string): string {
  const name = Array.isArray(value) ? '' : `${value.constructor.name}(${value.length}) `;
  const most = 24;
  const items = Array.from({ length: Math.min(most, value.length) }, (_, i) => next(value[i]));
  return `${name}[${value.length > most ? [...items, `… ${value.length - most} more`].join(', ') : items.join(', ')}]`;
}

function join(parts: readonly string[], total: number): string {
  if (total === 0) return '';
  return ` ${[...parts, ...(total > parts.length ? [`… ${total - parts.length} more`] : [])].join(', ')} `;
}

function tensorText({
  shape,
  data,
}: {
  shape: readonly number[];
  data: ArrayLike<number>;
}): string {
  if (shape.length === 0) return `tensor(${numberText(data[0])})`;
  const format = commonFormat(Array.from(data));
  let at = 0;
  const visit = (level: number): string => {
    const count = shape[level];
    if (level === shape.length - 1) {
      const start = at;
      at += count;
      const shown = Array.from({ length: Math.min(count, 12) }, (_, i) => format(data[start + i]));
      return `[${shown.join(', ')}${count > 12 ? ', …' : ''}]`;
    }
    const rest = shape.slice(level + 1).reduce((a, b) => a * b, 1);
    const start = at;
    const rows = Array.from({ length: Math.min(count, 12) }, () => visit(level + 1));
    at = start + count * rest;
    return `[${rows.join(', ')}${count > 12 ? ', …' : ''}]`;
  };
  return `tensor(${visit(0)})`;
}
