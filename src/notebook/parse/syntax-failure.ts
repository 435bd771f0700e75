// Turns what sucrase or acorn say of a text they cannot read into a place and a plain sentence.
import type { CellFailure } from '../types.ts';

export function syntaxFailure(error: unknown, code: string): CellFailure {
  const raw = error instanceof Error ? error.message : String(error);
  const place = /\((\d+):(\d+)\)\s*$/.exec(raw);
  const loc = (error as { loc?: { line: number; column: number } }).loc;
  const lines = code.split('\n').length;
  const line = Math.min(loc?.line ?? Number(place?.[1] ?? 1), lines);
  const fromAcorn = typeof error === 'object' && error !== null && 'raisedAt' in error;
  const column = loc ? loc.column + (fromAcorn ? 1 : 0) : Number(place?.[2] ?? 1);
  const message = raw.replace(/\s*\(\d+:\d+\)\s*$/, '').replace(/^Error transforming [^:]*: /, '');
  return { kind: 'syntax', message, line, column: Math.max(1, column) };
}
