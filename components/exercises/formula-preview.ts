// Sets a typed formula; KaTeX is fetched with this file, when a reader first types one.
import katex from 'katex';
import { FormulaError, parseFormula } from '../../src/exercises/kinds/formula-parse.ts';
import { toTex } from '../../src/exercises/kinds/formula-tex.ts';

/** HTML for the formula; undefined while it cannot be read. */
export function formulaHtml(text: string, variables: readonly string[]): string | undefined {
  try {
    return katex.renderToString(toTex(parseFormula(text, variables)));
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}
