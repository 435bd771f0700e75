// Symbols in formulas that are tied to code, `\id{learningRate}{\eta}`: the build checks that the code exists.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Root } from 'mdast';
import ts from 'typescript';
import { visit } from 'unist-util-visit';
import { LessonError } from './lesson-error.ts';

const TIED = /\\id\s*\{([^{}]*)\}/g;

/**
 * Throws a LessonError for a symbol whose identifier neither a cell declares nor a figure's control carries.
 * @param sources the code of the lesson's cells
 * @param figures the paths of the components that the lesson uses
 */
export function checkSymbols(
  tree: Root,
  file: string,
  sources: readonly string[],
  figures: readonly string[],
): void {
  let known: Set<string> | undefined;
  visit(tree, ['math', 'inlineMath'], (node) => {
    const { value, position } = node as unknown as {
      value: string;
      position?: { start: { line: number } };
    };
    for (const [, name] of value.matchAll(TIED)) {
      known ??= new Set([...sources.flatMap(declaredNames), ...figures.flatMap(controlNames)]);
      if (!known.has(name!))
        throw new LessonError(
          file,
          position?.start.line ?? 0,
          `\\id{${name}} names nothing: no cell of this lesson declares "${name}" and no figure has a control for it`,
        );
    }
  });
}

/** Every name that a cell declares: variables, functions, parameters and destructured parts. */
export function declaredNames(code: string): string[] {
  const names: string[] = [];
  const walk = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isShorthandPropertyAssignment(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('cell.ts', code, ts.ScriptTarget.Latest, false));
  return names;
}

/** The identifiers that the controls of a figure and of its parts (files with its name in front) carry. */
function controlNames(path: string): string[] {
  const base = basename(path, extname(path));
  const parts = readdirSync(dirname(path)).filter((file) => file.startsWith(base));
  return parts.flatMap((file) => {
    const source = readFileSync(join(dirname(path), file), 'utf8');
    const matches = source.matchAll(/(?:symbol|identifier)\s*[=:]\s*\{?['"]([\w$]+)['"]/g);
    return [...matches].map(([, name]) => name!);
  });
}
