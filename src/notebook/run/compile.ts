// Makes a function of a parsed cell. Its lines are the reader's lines, so that a stack trace points into the reader's text.
import type { ParsedCell } from '../parse/cell.ts';

export type CellFunction = (...inputs: unknown[]) => Promise<Record<string, unknown>>;

/** How a cell is called in stack traces. */
export const sourceName = (id: string): string => `cell-${id}.ts`;

/**
 * @param inputs names that the function receives, in order
 * @param hook name of an input that is called with each declared name and its value, right after its declaration
 */
export function compile(cell: ParsedCell, inputs: readonly string[], hook?: string): CellFunction {
  const head = compileHead(inputs);
  const tail = `\n;return {${cell.defines.join(',')}}})`;
  const body = hook === undefined ? cell.js : withHooks(cell, hook);
  // Called through the global object, so that the cell sees globals and its inputs, nothing of the runner;
  // a plain name for it would be inlined by bundlers to a call that sees everything.
  return globalThis.eval(
    `${head}${body}${tail}\n//# sourceURL=${sourceName(cell.id)}`,
  ) as CellFunction;
}

function withHooks({ js, declarations }: ParsedCell, hook: string): string {
  let text = js;
  for (const { end, names } of declarations.toReversed())
    text = `${text.slice(0, end)};${names.map((name) => `${hook}('${name}',${name});`).join('')}${text.slice(end)}`;
  return text;
}

function compileHead(inputs: readonly string[]): string {
  return `"use strict";(async(${inputs.join(',')})=>{`;
}

/** Line and column inside the cell at which `error` arose, if its stack says so. */
export function placeOf(
  error: unknown,
  id: string,
  headLength: number,
): { line: number; column: number } | undefined {
  const stack = (error as { stack?: unknown } | null)?.stack;
  if (typeof stack !== 'string') return undefined;
  const name = sourceName(id).replaceAll(/[.\-]/g, '\\$&');
  const match = new RegExp(`${name}:(\\d+):(\\d+)`).exec(stack);
  if (!match) return undefined;
  const line = Number(match[1]);
  const column = Number(match[2]) - (line === 1 ? headLength : 0);
  return { line, column: Math.max(1, column) };
}

export const headLength = (inputs: readonly string[]): number => compileHead(inputs).length;
