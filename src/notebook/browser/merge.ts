// The lesson's own cell has changed since the reader edited it: shows both, and lets the reader choose.
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { syntaxHighlighting } from '@codemirror/language';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { codeClasses } from '../highlight.ts';
import { editorTheme } from './editor-theme.ts';
import type { LiveCell } from './live-cell.ts';

export function askAboutChange(cell: LiveCell, mine: string, onChoice: () => void): void {
  const { text } = cell;
  const notice = document.createElement('div');
  notice.className = 'cell-notice';
  notice.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.textContent = text.lessonChanged;
  const close = (): void => {
    notice.remove();
    onChoice();
  };
  const keep = button(text.keepMine, close);
  const take = button(text.takeTheirs, () => void cell.setCode(cell.original).then(close));
  const show = button(text.showDifference, () => {
    show.remove();
    notice.append(difference(cell.original, mine));
  });
  notice.append(words, keep, take, show);
  cell.element.querySelector('.cell-bar')!.before(notice);
}

export function button(words: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', act);
  return element;
}

/** The reader's text, with the lesson's where it differs struck out above. */
function difference(theirs: string, mine: string): HTMLElement {
  const host = document.createElement('div');
  host.className = 'cell-merge';
  const root = host.attachShadow({ mode: 'open' });
  const extensions = [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    typescriptLanguage,
    syntaxHighlighting(codeClasses),
    editorTheme,
    unifiedMergeView({ original: theirs, mergeControls: false, gutter: true }),
  ];
  new EditorView({ state: EditorState.create({ doc: mine, extensions }), parent: root, root });
  return host;
}
