// The editor that takes the place of a cell's code: CodeMirror in a shadow root, with the very colours of the page.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { typescriptLanguage } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import {
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { codeClasses } from '../highlight.ts';
import { editorTheme } from './editor-theme.ts';

export interface Editor {
  readonly view: EditorView;
  setCode(code: string): void;
  markLine(line: number | undefined): void;
  /** Lights every mention of a name. */
  light(name: string | undefined): void;
  focus(offset: number): void;
  setAssistance(extension: Extension): void;
}

export interface EditorOptions {
  /** The code that the editor covers. */
  readonly before: HTMLElement;
  readonly code: string;
  readonly label: string;
  readonly hint: string;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
}

export function openEditor({ before, code, label, hint, onChange, onRun }: EditorOptions): Editor {
  const host = document.createElement('div');
  host.className = 'cell-editor';
  host.lang = 'en';
  const root = host.attachShadow({ mode: 'open' });
  const assistance = new Compartment();
  let isQuiet = false;
  const run = {
    key: 'Mod-Enter',
    run: () => {
      onRun();
      return true;
    },
    preventDefault: true,
    stopPropagation: true,
  };
  const state = EditorState.create({
    doc: code,
    extensions: [
      lineNumbers(),
      history(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      closeBrackets(),
      typescriptLanguage,
      syntaxHighlighting(codeClasses),
      wrongLine,
      litName,
      editorTheme,
      assistance.of([]),
      keymap.of([run, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({
        'aria-label': `${label}. ${hint}`,
        spellcheck: 'false',
        autocapitalize: 'off',
        autocorrect: 'off',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !isQuiet) onChange(update.state.doc.toString());
        if (update.selectionSet && update.view.hasFocus)
          queueMicrotask(() => host.dispatchEvent(new Event('downhill:caret', { bubbles: true })));
      }),
    ],
  });
  const view = new EditorView({ state, parent: root, root });
  before.hidden = true;
  before.after(host);

  return {
    view,
    setCode(text) {
      isQuiet = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      isQuiet = false;
    },
    markLine(line) {
      const isThere = line !== undefined && line <= view.state.doc.lines;
      view.dispatch({
        effects: setWrongLine.of(isThere ? view.state.doc.line(line).from : undefined),
      });
    },
    light(name) {
      view.dispatch({ effects: setLitName.of(name) });
    },
    focus(offset) {
      view.focus();
      view.dispatch({
        selection: { anchor: Math.min(offset, view.state.doc.length) },
        scrollIntoView: true,
      });
    },
    setAssistance(extension) {
      view.dispatch({ effects: assistance.reconfigure(extension) });
    },
  };
}

const setWrongLine = StateEffect.define<number | undefined>();
const wrongLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setWrongLine))
        next =
          effect.value === undefined
            ? Decoration.none
            : Decoration.set([Decoration.line({ class: 'cm-wrong' }).range(effect.value)]);
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setLitName = StateEffect.define<string | undefined>();
const litName = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLitName)) continue;
      if (effect.value === undefined) next = Decoration.none;
      else {
        const text = transaction.state.doc.toString();
        const found = [
          ...text.matchAll(
            new RegExp(`(?<![\\w$.])${effect.value.replaceAll('$', '\\$')}(?![\\w$])`, 'g'),
          ),
        ];
        next = Decoration.set(
          found.map(({ index }) =>
            Decoration.mark({ class: 'cm-lit' }).range(index, index + effect.value!.length),
          ),
        );
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
