// Reads a cell: strips its types, finds what it defines, what it takes from elsewhere and what it imports.
import { parse as parseModule, type Program } from 'acorn';
import { transform } from 'sucrase';
import type { CellFailure } from '../types.ts';
import { declaredNames, freeNames } from './references.ts';
import { syntaxFailure } from './syntax-failure.ts';

export interface Import {
  readonly local: string;
  /** `*` for the whole module. */
  readonly imported: string;
  readonly from: string;
}

export interface ParsedCell {
  readonly id: string;
  /** Plain JavaScript, line for line the reader's text; imports are blanked. */
  readonly js: string;
  readonly defines: readonly string[];
  /** Unbound names, in order of first use. */
  readonly free: readonly string[];
  /** Unbound names that the cell assigns to. */
  readonly assigns: readonly string[];
  readonly imports: readonly Import[];
  /** Where each top-level declaration ends in `js`, and the names it binds. */
  readonly declarations: readonly { readonly end: number; readonly names: readonly string[] }[];
  /** Names declared as `const name = view(…)`, in order. */
  readonly views: readonly { readonly name: string; readonly usedHere: boolean }[];
}

/**
 * Throws a `CellFailure` of kind `syntax` when the text is not TypeScript.
 * @param options.mayReturn takes the text as the body of a function
 */
export function parseCell(id: string, code: string, { mayReturn = false } = {}): ParsedCell {
  const { js, program } = read(code, mayReturn);
  const imports: Import[] = [];
  const defines: string[] = [];
  const views: { name: string; usedHere: boolean }[] = [];
  const declarations: { end: number; names: readonly string[] }[] = [];
  let text = js;
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      for (const specifier of node.specifiers) {
        const from = String(node.source.value);
        const local = specifier.local.name;
        if (specifier.type === 'ImportNamespaceSpecifier')
          imports.push({ local, imported: '*', from });
        else if (specifier.type === 'ImportDefaultSpecifier')
          imports.push({ local, imported: 'default', from });
        else {
          const { imported } = specifier;
          imports.push({
            local,
            imported: imported.type === 'Identifier' ? imported.name : String(imported.value),
            from,
          });
        }
      }
      text = blank(text, node.start, node.end);
    } else if (
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportDefaultDeclaration' ||
      node.type === 'ExportAllDeclaration'
    ) {
      const { line, column } = node.loc!.start;
      const failure: CellFailure = {
        kind: 'syntax',
        message: 'export',
        line,
        column: column + 1,
        mend: 'export',
      };
      throw failure;
    } else {
      const names = declaredNames(node);
      defines.push(...names);
      if (names.length > 0) declarations.push({ end: node.end, names });
      for (const name of viewNames(node)) views.push({ name, usedHere: false });
    }
  }
  const { free, assigns, mentions } = freeNames(
    program,
    new Set([...defines, ...imports.map((one) => one.local)]),
  );
  const viewsUsed = views.map(({ name }) => ({ name, usedHere: (mentions.get(name) ?? 0) > 0 }));
  return { id, js: text, defines, free, assigns, imports, declarations, views: viewsUsed };
}

function read(code: string, mayReturn: boolean): { js: string; program: Program } {
  try {
    const js = transform(code, { transforms: ['typescript'], disableESTransforms: true }).code;
    const program = parseModule(js, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: mayReturn,
      locations: true,
    });
    return { js, program };
  } catch (error) {
    throw syntaxFailure(error, code);
  }
}

/** Names bound directly to the result of `view(…)`. */
function viewNames(node: Program['body'][number]): string[] {
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }) => {
    const call = init?.type === 'AwaitExpression' ? init.argument : init;
    const isView =
      call?.type === 'CallExpression' &&
      call.callee.type === 'Identifier' &&
      call.callee.name === 'view';
    return isView && id.type === 'Identifier' ? [id.name] : [];
  });
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end);
}
