// Checks the types of a lesson's cells: all of them as one program, with lines counted in the lesson's file.
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { notebookText } from '../../i18n/notebook.ts';
import { type ParsedCell, parseCell } from '../parse/cell.ts';
import { inOrder, makeGraph } from '../run/graph.ts';
import type { CellFailure, CellSource } from '../types.ts';
import { joinCells } from './join-cells.ts';

export interface TypeMistake {
  readonly file: string;
  readonly line: number;
  readonly cell: string;
  readonly message: string;
}

const root = resolve(import.meta.dirname, '../../..');
const program = 'downhill-lesson.ts';

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  paths: { downhill: [join(root, 'src/engine/index.ts')] },
};

/** All mistakes, in order; a cell that cannot be read at all is reported as one of them. */
export function typeCheckCells(cells: readonly CellSource[]): TypeMistake[] {
  const parsed: ParsedCell[] = [];
  const unreadable: TypeMistake[] = [];
  for (const { id, code, file, line } of cells) {
    try {
      parsed.push(parseCell(id, code));
    } catch (error) {
      const failure = error as CellFailure;
      unreadable.push({
        file,
        line: line + (failure.line ?? 1) - 1,
        cell: id,
        message: failure.message,
      });
    }
  }
  if (unreadable.length > 0 || cells.length === 0) return unreadable;
  const graph = makeGraph(parsed, new Map(), notebookText.en);
  const order = inOrder(graph, new Set(graph.ids));
  const joined = joinCells(order.map((id) => cells.find((cell) => cell.id === id)!));
  return diagnose(joined.text).flatMap(({ line, message }) => {
    const place = joined.placeOf(line);
    if (!place) return [];
    return [
      {
        file: place.cell.file,
        line: place.cell.line + place.line - 1,
        cell: place.cell.id,
        message,
      },
    ];
  });
}

const sources = new Map<string, { readonly modified: number; readonly source: ts.SourceFile }>();
let last: ts.Program | undefined;

function diagnose(text: string): { line: number; message: string }[] {
  const host = ts.createCompilerHost(options);
  const path = join(root, program);
  const plain = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion) => {
    if (name === path) return ts.createSourceFile(name, text, languageVersion, true);
    const modified = ts.sys.getModifiedTime?.(name)?.getTime() ?? 0;
    const known = sources.get(name);
    if (known?.modified === modified) return known.source;
    const source = plain(name, languageVersion);
    if (source) sources.set(name, { modified, source });
    return source;
  };
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || fileExists(name);
  const roots = [path, join(root, 'src/notebook/cell-globals.d.ts')];
  if (/\bPlot\b/.test(text)) roots.push(join(root, 'src/notebook/cell-plot.d.ts'));
  last = ts.createProgram(roots, options, host, last);
  const source = last.getSourceFile(path)!;
  const found = [...last.getSyntacticDiagnostics(source), ...last.getSemanticDiagnostics(source)];
  return found.map((one) => ({
    line: source.getLineAndCharacterOfPosition(one.start ?? 0).line + 1,
    message: ts.flattenDiagnosticMessageText(one.messageText, ' ').replaceAll(/\s+/g, ' '),
  }));
}
