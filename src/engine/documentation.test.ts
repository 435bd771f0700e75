// Every public name has a docstring: exports, members of the exported namespaces (nn, optim, init, augment), methods and fields of classes.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('index.ts', import.meta.url));

test('everything public is documented', { timeout: 60_000 }, () => {
  const program = ts.createProgram([entry], {
    allowImportingTsExtensions: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const missing: string[] = [];

  const isDocumented = (symbol: ts.Symbol): boolean =>
    symbol.getDocumentationComment(checker).length > 0 ||
    symbol.getJsDocTags(checker).some((tag) => tag.name === 'internal');

  const check = (symbol: ts.Symbol, path: string): void => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (target.flags & ts.SymbolFlags.ValueModule) {
      for (const member of checker.getExportsOfModule(target))
        check(member, `${path}${member.name}.`);
      return;
    }
    if (target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) return;
    if (!isDocumented(target)) missing.push(path);
    if (!(target.flags & ts.SymbolFlags.Class)) return;
    for (const [name, member] of target.members ?? []) {
      const declaration = member.declarations?.[0];
      if (declaration === undefined || name === '__constructor') continue;
      const modifiers = ts.getCombinedModifierFlags(declaration);
      const isOverridden =
        modifiers & ts.ModifierFlags.Override || name === 'forward' || name === 'forwardThenRelu';
      const isHidden = modifiers & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
      const isField = ts.isPropertyDeclaration(declaration) && target.name !== 'Tensor';
      if (isOverridden || isHidden || isField || String(name).startsWith('__')) continue;
      if (!isDocumented(member)) missing.push(`${path}${String(name)}`);
    }
  };

  const module = checker.getSymbolAtLocation(
    program.getSourceFile(entry) as ts.SourceFile,
  ) as ts.Symbol;
  for (const symbol of checker.getExportsOfModule(module)) check(symbol, `${symbol.name}.`);
  expect(missing).toEqual([]);
});
