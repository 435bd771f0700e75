// Writes plain data mixed with pieces of source code as JavaScript.

/** A piece of JavaScript that stands in the output as it is. */
export class Source {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** A JavaScript expression for the value; undefined properties are left out. */
export function toCode(value: unknown): string {
  if (value instanceof Source) return value.code;
  if (value === undefined) return 'undefined';
  if (value === Infinity || value === -Infinity) return String(value);
  if (Array.isArray(value)) return `[${value.map(toCode).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => `${JSON.stringify(name)}: ${toCode(item)}`)
      .join(', ')} }`;
  return JSON.stringify(value);
}
