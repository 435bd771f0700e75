// Runs every @example of the engine's docstrings: what console.log prints must be what the comment behind it says.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as downhill from './index.ts';

interface Example {
  readonly place: string;
  readonly code: string;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

function examplesIn(path: string): Example[] {
  const text = readFileSync(join(folder, path), 'utf8');
  const examples: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*(?:[^*]|\*(?!\/))*\*\//g)) {
    const [, ...parts] = comment[0].split('@example');
    const line = text.slice(0, comment.index).split('\n').length;
    for (const part of parts) {
      const code = part
        .replace(/\*\/$/, '')
        .split('\n')
        .map((each) => each.replace(/^\s*\* ?/, ''))
        .join('\n')
        .trim();
      examples.push({ place: `${path}:${line}`, code });
    }
  }
  return examples;
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('assembly'),
);
const examples = files.flatMap(examplesIn);

describe('examples in docstrings', () => {
  test('there are many', () => expect(examples.length).toBeGreaterThan(30));

  test.each(examples.map((e) => [e.place, e.code] as const))('%s', async (_place, code) => {
    const printed: string[] = [];
    const console = { log: (...values: unknown[]) => printed.push(values.map(write).join(' ')) };
    downhill.manualSeed(0);
    const run = new Function(
      ...Object.keys(downhill),
      'console',
      `return (async () => {\n${code}\n})();`,
    ) as (...values: unknown[]) => Promise<void>;
    await run(...Object.values(downhill), console);
    const expected = [...code.matchAll(/console\.log\(.*\);\s*\/\/ (.*)$/gm)].map((match) =>
      match[1].trim(),
    );
    expect(printed.join(' ')).toBe(expected.join(' '));
  });
});

function write(value: unknown): string {
  return typeof value === 'string' ? value : nested(value);
}

function nested(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(nested).join(', ')}]`;
  if (value instanceof Float32Array) return `Float32Array ${nested([...value])}`;
  return String(value);
}
