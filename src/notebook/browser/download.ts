// A lesson's cells as files: one script that prints the same with Node, and a notebook.
import { notebookText } from '../../i18n/notebook.ts';
import { makeNotebookFile, type Part } from '../export/notebook-file.ts';
import { makeScript, orderCells } from '../export/script.ts';
import runtimeAddress from '../export/script-runtime.ts?worker&url';
import { prosePartsOf } from './prose.ts';
import type { Session } from './session.ts';

export async function downloadScript(session: Session): Promise<void> {
  save(
    `${session.lesson}.ts`,
    'text/typescript',
    makeScript({ ...(await about(session)), cells: cellsOf(session) }),
  );
}

export async function downloadNotebook(session: Session): Promise<void> {
  const cells = cellsOf(session);
  const { lang, ...rest } = await about(session);
  const { views } = orderCells(cells, lang);
  const parts = prosePartsOf(document.querySelector('main')!).flatMap((part): Part[] => {
    if (typeof part === 'string') return [{ prose: part }];
    const cell = cells.find(({ id }) => id === part.dataset.cell);
    return cell ? [{ cell: { ...cell, views: views.get(cell.id) ?? [] } }] : [];
  });
  save(
    `${session.lesson}.ipynb`,
    'application/x-ipynb+json',
    makeNotebookFile({ ...rest, lang, parts }),
  );
}

function cellsOf(session: Session) {
  return [...session.cells.values()].map(({ id, code, controls, element }) => ({
    id,
    code,
    controls: Object.fromEntries(controls),
    output: [...element.querySelectorAll<HTMLElement>('.out')]
      .map((one) => one.innerText)
      .join('\n'),
  }));
}

async function about(session: Session) {
  const [first] = session.cells.values();
  return {
    lesson: session.lesson,
    title: document.querySelector('h1')?.textContent.trim() ?? session.lesson,
    address: location.href.split('#')[0],
    lang: first.text === notebookText.zh ? ('zh' as const) : ('en' as const),
    dataAddress: new URL(`${session.base}data/`, location.href).href,
    runtime: await packedRuntime(),
  };
}

async function packedRuntime(): Promise<string> {
  const response = await fetch(runtimeAddress);
  const packed = new Response(response.body!.pipeThrough(new CompressionStream('gzip')));
  const bytes = new Uint8Array(await packed.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
