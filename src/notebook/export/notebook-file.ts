// A lesson as a Jupyter notebook for a TypeScript kernel (Deno): its prose, its cells, and what they showed.
import { takeImports } from '../build/join-cells.ts';
import type { Lang } from '../types.ts';
import { type ExportedCell, scopeNames } from './script.ts';

export type Part =
  | { readonly prose: string }
  | {
      readonly cell: ExportedCell & { readonly views: readonly string[]; readonly output: string };
    };

export interface NotebookFile {
  readonly lesson: string;
  readonly lang: Lang;
  readonly address: string;
  readonly parts: readonly Part[];
  readonly runtime: string;
  readonly dataAddress: string;
}

export function makeNotebookFile({
  lesson,
  lang,
  address,
  parts,
  runtime,
  dataAddress,
}: NotebookFile): string {
  const setUp = `// Run this first: it unpacks the library.
import { gunzipSync } from 'node:zlib';
import { Buffer } from 'node:buffer';
const packed = '${runtime}';
(0, eval)(gunzipSync(Buffer.from(packed, 'base64')).toString());
var { ${scopeNames.filter((name) => name !== 'console').join(', ')}, console: out } = (globalThis as any).downhillRuntime.start({ lesson: ${JSON.stringify(lesson)}, lang: '${lang}', data: ${JSON.stringify(dataAddress)}, print: (line: string) => console.log(line) });`;
  const cells = [
    markdown('about', `[${address}](${address})`),
    code('set-up', setUp, ''),
    ...parts.map((part, index) =>
      'prose' in part
        ? markdown(`text-${index}`, part.prose)
        : code(`cell-${part.cell.id}`, runnable(part.cell), part.cell.output),
    ),
  ];
  const metadata = {
    kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
    language_info: { name: 'typescript', file_extension: '.ts', mimetype: 'text/x.typescript' },
  };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

const lines = (text: string): string[] =>
  text.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));

const markdown = (id: string, text: string) => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: lines(text),
});

const code = (id: string, text: string, output: string) => ({
  cell_type: 'code',
  id: id.slice(0, 64),
  metadata: {},
  execution_count: null,
  source: lines(text),
  outputs: output === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: lines(output) }],
});

function runnable({
  id,
  code: text,
  views,
  controls,
}: ExportedCell & { readonly views: readonly string[] }): string {
  const { code: rest, found } = takeImports(text);
  const imports = found.map(({ statement }) =>
    statement
      .replace(/^import \* as (\w+).*$/, 'var $1 = downhill;')
      .replace(
        /^import \{ (\w+)(?: as (\w+))? \}.*$/,
        (_, name: string, local?: string) =>
          `var { ${name}${local ? `: ${local}` : ''} } = downhill;`,
      )
      .replace(/^import (?:type |\{ type ).*$/, ''),
  );
  const head = `cell(${[id, views, controls].map((one) => JSON.stringify(one)).join(', ')});`;
  return [head, ...imports.filter(Boolean), rest.replace(/^\s*\n/, ''), 'finish();'].join('\n');
}
