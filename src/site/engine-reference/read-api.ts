// Reads the engine's public names, their signatures and docstrings with the TypeScript compiler.
import ts from 'typescript';

export interface ApiEntry {
  /** As one writes it: `matmul`, `Tensor.matmul`, `nn.Linear`. */
  readonly name: string;
  readonly id: string;
  readonly kind: 'function' | 'class' | 'method' | 'property' | 'value' | 'type';
  readonly signature: string;
  /** Markdown, without tags. */
  readonly text: string;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  /** The file that declares it, below src/engine. */
  readonly file: string;
  readonly line: number;
}

export interface ApiGroup {
  readonly id:
    | 'tensor'
    | 'making'
    | 'functions'
    | 'nn'
    | 'optim'
    | 'init'
    | 'losses'
    | 'data'
    | 'training'
    | 'rest';
  readonly entries: readonly ApiEntry[];
}

/** Which group a name belongs to, by its namespace or by the file it stands in. First match wins. */
const groupOf: readonly [RegExp, ApiGroup['id']][] = [
  [/^Tensor\b/, 'tensor'],
  [/^nn\./, 'nn'],
  [/^optim\./, 'optim'],
  [/^init\./, 'init'],
];
const groupOfFile: readonly [RegExp, ApiGroup['id']][] = [
  [/^creation/, 'making'],
  [/^functional/, 'functions'],
  [/^losses/, 'losses'],
  [/^data\//, 'data'],
  [/^(metrics|train\/|clipping|safetensors|summary|gradcheck)/, 'training'],
];
const order: readonly ApiGroup['id'][] = [
  'tensor', 'making', 'functions', 'nn', 'losses', 'optim', 'init', 'training', 'data', 'rest',
]; // prettier-ignore

/** All public names of `<root>/src/engine/index.ts`, in groups. */
export function readApi(root: string): ApiGroup[] {
  const engine = `${root.replace(/\/$/, '')}/src/engine/`;
  const program = ts.createProgram([`${engine}index.ts`], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(`${engine}index.ts`);
  if (!source) throw new Error(`engine reference: no ${engine}index.ts`);
  const read = reader(checker, engine);
  const entries = exportsOf(checker, checker.getSymbolAtLocation(source)!).flatMap((symbol) =>
    read(symbol, ''),
  );
  const place = ({ name, file }: ApiEntry) =>
    groupOf.find(([pattern]) => pattern.test(name))?.[1] ??
    groupOfFile.find(([pattern]) => pattern.test(file))?.[1] ??
    'rest';
  return order
    .map((id) => ({ id, entries: entries.filter((entry) => place(entry) === id) }))
    .filter((group) => group.entries.length > 0);
}

const exportsOf = (checker: ts.TypeChecker, module: ts.Symbol) =>
  checker
    .getExportsOfModule(module)
    .toSorted((a, b) => (a.getName().toLowerCase() < b.getName().toLowerCase() ? -1 : 1));

function reader(checker: ts.TypeChecker, engine: string) {
  return function read(exported: ts.Symbol, prefix: string): ApiEntry[] {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.getName();
    const [declaration] = symbol.declarations ?? [];
    if (!declaration) return [];
    if (ts.isSourceFile(declaration))
      return exportsOf(checker, symbol).flatMap((inner) => read(inner, `${name}.`));
    if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return [];
    const entry = (of: ts.Symbol, node: ts.Declaration, as: string, kind: ApiEntry['kind']) =>
      describe(checker, engine, of, node, as, kind);
    if (ts.isClassDeclaration(declaration)) {
      const members = declaration.members.flatMap((member) => {
        if (!isPublic(member) || ts.isConstructorDeclaration(member) || !member.name) return [];
        const inner = checker.getSymbolAtLocation(member.name);
        // Members without a docstring of their own (a layer's forward) add nothing.
        if (!inner || ts.getJSDocCommentsAndTags(member).length === 0) return [];
        if (inner.declarations?.[0] !== member) return [];
        const kind = ts.isMethodDeclaration(member) ? 'method' : 'property';
        return [entry(inner, member, `${name}.${inner.getName()}`, kind)];
      });
      return [entry(symbol, declaration, name, 'class'), ...members];
    }
    const kind = ts.isFunctionDeclaration(declaration) ? 'function' : 'value';
    return [entry(symbol, declaration, name, kind)];
  };
}

function isPublic(member: ts.ClassElement): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  return (
    (ts.getCombinedModifierFlags(member) & hidden) === 0 &&
    !(member.name && ts.isPrivateIdentifier(member.name))
  );
}

function describe(
  checker: ts.TypeChecker,
  engine: string,
  symbol: ts.Symbol,
  node: ts.Declaration,
  name: string,
  kind: ApiEntry['kind'],
): ApiEntry {
  const tags = symbol.getJsDocTags(checker);
  const texts = (tag: string) =>
    tags
      .filter(({ name }) => name === tag)
      .map(({ text }) => ts.displayPartsToString(text).trim())
      .filter((text) => text !== '');
  const file = node.getSourceFile();
  return {
    name,
    id: name.replace(/[^A-Za-z0-9_.]/g, '').replaceAll('.', '-'),
    kind,
    signature: signatureOf(checker, symbol, node, name),
    text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    throws: texts('throws'),
    examples: texts('example'),
    file: file.fileName.slice(engine.length),
    line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
  };
}

/** As the source says it, on one line and without a body. */
function signatureOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  node: ts.Declaration,
  name: string,
): string {
  const short = name.startsWith('Tensor.') ? name.slice('Tensor'.length) : name;
  const compact = (text: string) =>
    text.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/,? \)/g, ')');
  if (ts.isClassDeclaration(node)) {
    const construct = node.members.find(ts.isConstructorDeclaration);
    if (name === 'Tensor' || ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Abstract)
      return `class ${name}`;
    const parameters = construct?.parameters.map((one) => one.getText()).join(', ') ?? '';
    return compact(`new ${name}(${parameters})`);
  }
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    const parameters = node.parameters.map((one) => one.getText()).join(', ');
    const result = node.type ? `: ${node.type.getText()}` : '';
    return compact(`${short}(${parameters})${result}`);
  }
  const type = checker.typeToString(
    checker.getTypeOfSymbolAtLocation(symbol, node),
    node,
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
  );
  return compact(`${short}: ${type}`);
}
