// The code editor of an exercise: CodeMirror, fetched when a reader first edits. It sits in a shadow root, so that
// its style sheets are adopted ones and the page's policy against inline styles stands.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  defaultHighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

export interface Editor {
  readonly focus: () => void;
  /** Puts in another text, unless it is already there. */
  readonly replace: (text: string) => void;
  readonly close: () => void;
}

interface Options {
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter or ⌘+Enter. */
  readonly onRun: () => void;
}

/** Opens an editor in the place of what the element holds. Escape, then Tab leaves it. */
export function openEditor(place: HTMLElement, { text, label, onChange, onRun }: Options): Editor {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  place.replaceChildren(host);
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        bracketMatching(),
        indentOnInput(),
        javascript({ typescript: true }),
        syntaxHighlighting(defaultHighlightStyle),
        keymap.of([
          { key: 'Mod-Enter', run: () => (onRun(), true) },
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.theme({
          '&': { fontSize: 'var(--step--2)', color: 'var(--ink)', backgroundColor: 'transparent' },
          '.cm-content': { fontFamily: 'var(--font-mono)', caretColor: 'var(--accent)' },
          '.cm-gutters': {
            backgroundColor: 'transparent',
            color: 'var(--muted)',
            border: 'none',
          },
          '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    replace(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    close: () => view.destroy(),
  };
}
