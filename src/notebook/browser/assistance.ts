// Completion, documentation on hover and type errors in the editor, when the reader has asked for them.
import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip, keymap, type Tooltip } from '@codemirror/view';
import { ask, startLanguage } from './language.ts';

const KEY = 'downhill:assistance';

/** Keeps the choice for the next visit; gives it back. */
export function remember(isOn: boolean): boolean {
  try {
    if (isOn) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  return isOn;
}

/**
 * @param cell the editor's own cell
 * @param cells the present text of all cells
 */
export async function assistance(
  cell: string,
  cells: () => Record<string, string>,
): Promise<Extension> {
  await startLanguage();
  const complete = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[\w$]*/)!;
    const isMember = context.state.sliceDoc(word.from - 1, word.from) === '.';
    if (!context.explicit && !isMember && word.from === word.to) return null;
    const { options } = await ask({ type: 'complete', cell, cells: cells(), at: context.pos });
    return {
      from: word.from,
      options: options.map(({ label, kind, rank }) => ({
        label,
        type: kinds[kind] ?? 'variable',
        boost: -Number.parseInt(rank, 10) || 0,
      })),
      validFor: /^[\w$]*$/,
    };
  };
  const check = async (view: EditorView): Promise<Diagnostic[]> => {
    const { mistakes } = await ask({ type: 'check', cell, cells: cells() });
    const { length } = view.state.doc;
    return mistakes
      .filter(({ to }) => to <= length)
      .map(({ from, to, message }) => ({ from, to, message, severity: 'error' }));
  };
  const hover = async (_view: EditorView, at: number): Promise<Tooltip | null> => {
    const { from, to, title, text } = await ask({ type: 'hover', cell, cells: cells(), at });
    if (from === undefined || to === undefined) return null;
    const create = () => {
      const dom = document.createElement('div');
      const head = document.createElement('code');
      head.textContent = title ?? '';
      const body = document.createElement('div');
      body.className = 'cm-documentation';
      body.textContent = text ?? '';
      dom.append(head, body);
      return { dom };
    };
    return { pos: from, end: to, above: true, create };
  };
  return [
    autocompletion({ override: [complete] }),
    keymap.of(completionKeymap),
    linter(check, { delay: 400 }),
    hoverTooltip(hover, { hoverTime: 350 }),
  ];
}

const kinds: Record<string, string> = {
  function: 'function',
  method: 'method',
  class: 'class',
  interface: 'interface',
  type: 'type',
  keyword: 'keyword',
  property: 'property',
  const: 'constant',
  module: 'namespace',
};
