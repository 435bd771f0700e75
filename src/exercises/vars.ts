// Parameters of an exercise: the lesson's own values, or others drawn from a seed.
import type { Exercise, Template, Vars } from './types.ts';

type Parametrised = Pick<Exercise, 'vars' | 'where'>;

/** The values the lesson shows: the first of each list. */
export function firstVars({ vars, where }: Parametrised): Vars {
  const [first] = combinations(vars).filter((candidate) => where?.(candidate) ?? true);
  if (!first) throw new Error('`where` excludes every combination of `vars`');
  return first;
}

/** One of the allowed combinations; the same seed gives the same one. */
export function drawVars({ vars, where }: Parametrised, seed: number): Vars {
  const allowed = combinations(vars).filter((candidate) => where?.(candidate) ?? true);
  return allowed[Math.floor(random(seed)() * allowed.length)];
}

/** True when there is something to redraw. */
export function canRedraw({ vars, where }: Parametrised): boolean {
  return combinations(vars).filter((candidate) => where?.(candidate) ?? true).length > 1;
}

/** Every combination of the listed values, the first of each list first. */
export function combinations(vars: Parametrised['vars']): Vars[] {
  let all: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(vars)) {
    const list = Array.isArray(values) ? values : [values];
    all = all.flatMap((partial) => list.map((value) => ({ ...partial, [name]: value })));
  }
  return all;
}

/** A generator of numbers in [0, 1) from a 32-bit seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A 32-bit seed from a text (FNV-1a). */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The items in an order that depends on the seed only. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = random(seed);
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

/** The part's HTML with its holes filled. */
export function fill(template: Template, vars: Vars): string {
  if (!template.holes) return template.html;
  const values = template.holes.map((hole) => escape(show(hole(vars))));
  return template.html.replace(/@@(\d+)@@/g, (_, index: string) => values[Number(index)]);
}

/** A value as it reads in text: at most four significant digits, a true minus sign. */
export function show(value: unknown): string {
  if (typeof value === 'number') return showNumber(value);
  if (Array.isArray(value)) return `(${value.map(show).join(', ')})`;
  return String(value);
}

function showNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return sign(String(value));
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
    const [digits, exponent] = value.toExponential(3).split('e');
    return sign(`${Number(digits)}e${Number(exponent)}`);
  }
  return sign(String(Number(value.toPrecision(4))));
}

const sign = (text: string) => text.replaceAll('-', '−');
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
