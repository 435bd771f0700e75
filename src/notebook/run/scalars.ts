// The single numbers, texts and booleans among a cell's results: what prose and formulas can quote.
import type { Scalar } from '../types.ts';

export function scalarsOf(results: Readonly<Record<string, unknown>>): Record<string, Scalar> {
  const found: Record<string, Scalar> = {};
  for (const [name, value] of Object.entries(results)) {
    const scalar = scalarOf(value);
    if (scalar !== undefined) found[name] = scalar;
  }
  return found;
}

function scalarOf(value: unknown): Scalar | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.length <= 200 ? value : undefined;
  const tensor = value as { numel?: unknown; item?: unknown } | null;
  if (typeof tensor !== 'object' || tensor === null) return undefined;
  if (tensor.numel !== 1 || typeof tensor.item !== 'function') return undefined;
  return scalarOf((tensor as { item(): number }).item());
}
