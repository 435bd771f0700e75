// TypeScript's language service over a lesson's cells, in a worker of its own: completion, documentation and type errors.
import {
  createSystem,
  createVirtualTypeScriptEnvironment,
  type VirtualTypeScriptEnvironment,
} from '@typescript/vfs';
import ts from 'typescript';
import cellGlobals from '../cell-globals.d.ts?raw';
import cellPlot from '../cell-plot.d.ts?raw';
import { parseCell } from '../parse/cell.ts';
import type { LanguageAnswer, LanguageQuestion } from './language.ts';

const libraries = import.meta.glob<string>(
  '/node_modules/typescript/lib/lib.{es5,es20*,decorators*}.d.ts',
  { query: '?raw', import: 'default', eager: true },
);
const engine = import.meta.glob<string>(
  [
    '/src/engine/**/*.ts',
    '!/src/engine/**/*.test.ts',
    '!/src/engine/**/*.generated.ts',
    '!/src/engine/kernels/assembly/**',
  ],
  { query: '?raw', import: 'default', eager: true },
);
const plot = import.meta.glob<string>('/node_modules/@observablehq/plot/src/**/*.d.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['es2024'],
  types: [],
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  paths: { downhill: ['/src/engine/index.ts'] },
};

const defined = new Map<string, readonly string[]>();
const codes = new Map<string, string>();
const environment = open();

function open(): VirtualTypeScriptEnvironment {
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(libraries))
    files.set(path.replace('/node_modules/typescript/lib', ''), text);
  for (const [path, text] of Object.entries({ ...engine, ...plot })) files.set(path, text);
  files.set(
    '/node_modules/@observablehq/plot/package.json',
    '{"name":"@observablehq/plot","types":"src/index.d.ts"}',
  );
  files.set(
    '/globals.d.ts',
    `${cellGlobals}\ndeclare const console: Record<'log' | 'info' | 'debug' | 'warn' | 'error' | 'table', (...values: unknown[]) => void>;\ndeclare function setTimeout(run: () => void, ms?: number): number;\ndeclare const performance: { now(): number };`,
  );
  files.set('/plot.d.ts', cellPlot);
  return createVirtualTypeScriptEnvironment(
    createSystem(files),
    ['/globals.d.ts', '/plot.d.ts'],
    ts,
    options,
  );
}

const fileOf = (id: string): string => `/cells/${id}.ts`;

/** One line in front of the cell's text, which brings in what the other cells define. */
function prefixOf(id: string): string {
  const mine = new Set(defined.get(id));
  const imports = [...defined]
    .filter(([other]) => other !== id)
    .map(([other, names]) => {
      const wanted = names.filter((name) => !mine.has(name));
      return wanted.length > 0 ? `import { ${wanted.join(', ')} } from './${other}.ts';` : '';
    });
  return `${imports.join('')}\n`;
}

function setCode(id: string, code: string): void {
  codes.set(id, code);
  try {
    defined.set(id, parseCell(id, code).defines);
  } catch {
    // While a reader is typing, the names stay as they were.
    if (!defined.has(id)) defined.set(id, []);
  }
}

function write(id: string): number {
  const prefix = prefixOf(id);
  const text = `${prefix}${codes.get(id)}\nexport { ${defined.get(id)!.join(', ')} };`;
  const file = fileOf(id);
  if (environment.getSourceFile(file)) environment.updateFile(file, text);
  else environment.createFile(file, text);
  return prefix.length;
}

const service = environment.languageService;

function answer(question: LanguageQuestion): LanguageAnswer {
  for (const [id, code] of Object.entries(question.cells)) setCode(id, code);
  for (const id of codes.keys()) if (id !== question.cell) write(id);
  const shift = write(question.cell);
  const file = fileOf(question.cell);
  const length = codes.get(question.cell)!.length;
  if (question.type === 'complete') {
    const found = service.getCompletionsAtPosition(file, question.at + shift, {
      includeCompletionsForModuleExports: false,
    });
    const entries = (found?.entries ?? [])
      .filter((entry) => !entry.name.startsWith('_'))
      .slice(0, 200);
    return {
      type: 'complete',
      options: entries.map(({ name, kind, sortText }) => ({ label: name, kind, rank: sortText })),
    };
  }
  if (question.type === 'hover') {
    const info = service.getQuickInfoAtPosition(file, question.at + shift);
    if (!info) return { type: 'hover' };
    const { start } = info.textSpan;
    return {
      type: 'hover',
      from: start - shift,
      to: start - shift + info.textSpan.length,
      title: ts.displayPartsToString(info.displayParts),
      text: documentation(info),
    };
  }
  const mistakes = [
    ...service.getSyntacticDiagnostics(file),
    ...service.getSemanticDiagnostics(file),
  ].flatMap(({ start = 0, length: size = 1, messageText }) => {
    const from = start - shift;
    // What concerns our own lines before and after is not the reader's.
    return from < 0 || from > length
      ? []
      : [
          {
            from,
            to: Math.min(length, from + size),
            message: ts.flattenDiagnosticMessageText(messageText, '\n'),
          },
        ];
  });
  return { type: 'check', mistakes };
}

const documentation = ({ documentation: parts, tags }: ts.QuickInfo): string =>
  [
    ts.displayPartsToString(parts),
    ...(tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`),
  ]
    .join('\n')
    .trim();

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ ticket: number; question: LanguageQuestion }>) => {
    try {
      self.postMessage({ ticket: data.ticket, answer: answer(data.question) });
    } catch (error) {
      self.postMessage({ ticket: data.ticket, error: String(error) });
    }
  },
);
self.postMessage({ ticket: 0 });
