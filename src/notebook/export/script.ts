// A lesson's cells as one TypeScript file that Node runs as it is: `node lesson.ts`.
import { joinCells } from '../build/join-cells.ts';
import { notebookText } from '../../i18n/notebook.ts';
import { type ParsedCell, parseCell } from '../parse/cell.ts';
import { inOrder, makeGraph } from '../run/graph.ts';
import type { Lang, Scalar } from '../types.ts';

export interface ExportedCell {
  readonly id: string;
  readonly code: string;
  readonly controls: Readonly<Record<string, Scalar>>;
}

export interface ExportedLesson {
  readonly lesson: string;
  readonly title: string;
  readonly address: string;
  readonly lang: Lang;
  readonly cells: readonly ExportedCell[];
  /** The runtime, gzipped and in base64. */
  readonly runtime: string;
  readonly dataAddress: string;
}

export const scopeNames = [
  'cell',
  'finish',
  'downhill',
  'display',
  'view',
  'slider',
  'number',
  'choice',
  'toggle',
  'button',
  'progress',
  'report',
  'slot',
  'tex',
  'images',
  'table',
  'Plot',
  'Math',
  'console',
];

/** Cells that cannot be read are left in the page's order; Node will name their mistakes. */
export function makeScript({
  lesson,
  title,
  address,
  lang,
  cells,
  runtime,
  dataAddress,
}: ExportedLesson): string {
  const { ordered, views } = orderCells(cells, lang);
  const joined = joinCells(ordered, ({ id, controls }) => [
    '',
    `// ── ${id} ──`,
    `cell(${[id, views.get(id) ?? [], controls].map((one) => JSON.stringify(one)).join(', ')});`,
  ]);
  const defined = new Set(ordered.flatMap(({ id, code }) => tryParse(id, code)?.defines ?? []));
  const body = joined.text
    .replaceAll(/^import type .*$/gm, asTypes)
    .replaceAll(/^import \{ type (\w+).*$/gm, 'type $1 = any;')
    .replaceAll(/^import \* as (\w+) from 'downhill';$/gm, 'const $1 = downhill;')
    .replaceAll(
      /^import \{ (\w+)(?: as (\w+))? \} from 'downhill';$/gm,
      (_, name: string, local?: string) =>
        `const { ${name}${local ? `: ${local}` : ''} } = downhill;`,
    )
    .replace(/export \{\};\n$/, '');
  const names = scopeNames.filter((name) => !defined.has(name));
  return `// ${title}
// The cells of ${address}
// Run it with Node 22.18 or newer: node ${lesson}.ts
// The library stands packed at the end of this file.
const { ${names.join(', ')} } = await open();

${body}
finish();

async function open(): Promise<any> {
  const { gunzipSync } = await import('node:zlib');
  const source = gunzipSync(Buffer.from(packed(), 'base64')).toString();
  (0, eval)(source);
  const runtime = (globalThis as any).downhillRuntime;
  return runtime.start({ lesson: ${JSON.stringify(lesson)}, lang: '${lang}', data: ${JSON.stringify(dataAddress)}, print: (line: string) => process.stdout.write(line + '\\n') });
}

function packed(): string {
  return '${runtime}';
}

export {};
`;
}

const asTypes = (statement: string): string => {
  const name = /import type (?:\{ (?:\w+ as )?(\w+) \}|\* as (\w+)|(\w+))/.exec(statement);
  return `type ${name?.[1] ?? name?.[2] ?? name?.[3] ?? '_'} = any;`;
};

const tryParse = (id: string, code: string): ParsedCell | undefined => {
  try {
    return parseCell(id, code);
  } catch {
    return undefined;
  }
};

export function orderCells<T extends { readonly id: string; readonly code: string }>(
  cells: readonly T[],
  lang: Lang,
): { ordered: T[]; views: Map<string, string[]> } {
  const parsed = cells.map(({ id, code }) => tryParse(id, code));
  const views = new Map(
    parsed.flatMap((one) => (one ? [[one.id, one.views.map(({ name }) => name)] as const] : [])),
  );
  if (parsed.some((one) => !one)) return { ordered: [...cells], views };
  const graph = makeGraph(parsed as ParsedCell[], new Map(), notebookText[lang]);
  const ordered = inOrder(graph, new Set(graph.ids)).map((id) =>
    cells.find((cell) => cell.id === id)!,
  );
  return { ordered, views };
}
