// Joins cells to one module: imports gathered at the top, everything else line for line.
import { parse, type ImportDeclaration } from 'acorn';
import { transform } from 'sucrase';

export interface JoinedCells<T> {
  readonly text: string;
  /** The cell, and the 1-based line in it, that a 1-based line of the text came from. */
  placeOf(line: number): { readonly cell: T; readonly line: number } | undefined;
}

/** @param before lines to put in front of each cell */
export function joinCells<T extends { readonly id: string; readonly code: string }>(
  cells: readonly T[],
  before: (cell: T) => readonly string[] = () => [],
): JoinedCells<T> {
  const imports = new Map<string, { statement: string; cell: T; line: number }>();
  const lines: string[] = [];
  const places: ({ cell: T; line: number } | undefined)[] = [];
  for (const cell of cells) {
    const { code, found } = takeImports(cell.code);
    for (const { statement, local, line } of found)
      if (!imports.has(local)) imports.set(local, { statement, cell, line });
    for (const line of before(cell)) {
      lines.push(line);
      places.push(undefined);
    }
    code.split('\n').forEach((line, index) => {
      lines.push(line);
      places.push({ cell, line: index + 1 });
    });
  }
  const head = [...imports.values()];
  return {
    text: [...head.map((one) => one.statement), ...lines, 'export {};', ''].join('\n'),
    placeOf: (line) => (line <= head.length ? head[line - 1] : places[line - head.length - 1]),
  };
}

interface Found {
  readonly statement: string;
  readonly local: string;
  readonly line: number;
}

const IMPORT = /^[ \t]*import\s+(?:type\s+)?(?:[\w$*{}\s,]+?\s+from\s+)?['"][^'"]+['"][ \t]*;?/gm;

/** The text with its import statements blanked, and one statement for each imported name. */
export function takeImports(code: string): { code: string; found: Found[] } {
  const found: Found[] = [];
  const rest = code.replaceAll(IMPORT, (statement: string, offset: number) => {
    const line = code.slice(0, offset + statement.search(/\S/)).split('\n').length;
    for (const one of split(statement)) found.push({ ...one, line });
    return statement.replaceAll(/[^\n]/g, ' ');
  });
  return { code: rest, found };
}

function split(statement: string): { statement: string; local: string }[] {
  const isType = /^\s*import\s+type\b/.test(statement);
  const plain = isType
    ? statement.replace(/import\s+type\b/, 'import')
    : statement.replaceAll(/([{,]\s*)type\s+/g, '$1');
  const js = transform(plain, { transforms: [], disableESTransforms: true }).code;
  const node = parse(js, { ecmaVersion: 'latest', sourceType: 'module' })
    .body[0] as ImportDeclaration;
  const from = JSON.stringify(node.source.value).replaceAll('"', "'");
  const keyword = isType ? 'import type' : 'import';
  return node.specifiers.map((one) => {
    const local = one.local.name;
    if (one.type === 'ImportDefaultSpecifier')
      return { local, statement: `${keyword} ${local} from ${from};` };
    if (one.type === 'ImportNamespaceSpecifier')
      return { local, statement: `${keyword} * as ${local} from ${from};` };
    const name =
      one.imported.type === 'Identifier' ? one.imported.name : String(one.imported.value);
    const isTypeName = !isType && new RegExp(`[{,]\\s*type\\s+${name}\\b`).test(statement);
    const named = name === local ? local : `${name} as ${local}`;
    return {
      local,
      statement: `${keyword} { ${isTypeName ? 'type ' : ''}${named} } from ${from};`,
    };
  });
}
