// The editor looks exactly like the code it covers: the same type, lines and gutter.
import { EditorView } from '@codemirror/view';

export const editorTheme = EditorView.theme({
  '&': { background: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: '2.5px solid var(--focus)', outlineOffset: '-2.5px' },
  '.cm-scroller': {
    font: 'var(--code-size)/var(--code-leading) var(--font-mono)',
    fontVariantLigatures: 'none',
    overflowX: 'auto',
  },
  '.cm-content': { padding: 'var(--code-pad) 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 var(--code-pad) 0 0' },
  '.cm-gutters': { background: 'var(--surface)', border: '0', color: 'var(--muted)', padding: '0' },
  '.cm-lineNumbers': { inlineSize: 'var(--gutter)', boxSizing: 'border-box' },
  '.cm-lineNumbers .cm-gutterElement': {
    padding: '0 1ch 0 0',
    minWidth: '0',
    textAlign: 'end',
    opacity: '0.65',
    boxSizing: 'border-box',
    inlineSize: 'var(--gutter)',
  },
  '.cm-cursor': { borderInlineStartColor: 'var(--accent)', borderInlineStartWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { background: 'var(--accent-soft)' },
  '.cm-wrong': { background: 'var(--bad-soft)', boxShadow: 'inset 3px 0 0 var(--bad)' },
  '.cm-lit': {
    background: 'var(--accent-soft)',
    boxShadow: '0 0 0 2px var(--accent-soft)',
    borderRadius: '2px',
  },
  '&.cm-focused .cm-matchingBracket': {
    background: 'transparent',
    outline: '1px solid var(--contour-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'transparent', color: 'var(--bad)' },
  '.tok-keyword': { color: 'var(--tok-keyword)', fontWeight: '600' },
  '.tok-string': { color: 'var(--tok-string)' },
  '.tok-number': { color: 'var(--tok-number)' },
  '.tok-comment': { color: 'var(--tok-comment)', fontStyle: 'italic' },
  '.tok-type': { color: 'var(--tok-type)' },
  '.tok-call': { color: 'var(--tok-call)' },
  '.cm-tooltip': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius)',
    boxShadow: '0 6px 24px var(--shadow)',
    font: 'var(--step--2)/1.5 var(--font-mono)',
    maxInlineSize: 'min(40rem, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    font: 'var(--step--2)/1.5 var(--font-mono)',
    maxHeight: '14rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.5rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionMatchedText': {
    textDecoration: 'none',
    color: 'var(--accent)',
    fontWeight: '600',
  },
  '.cm-completionInfo, .cm-tooltip-hover': { padding: '0.375rem 0.625rem', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic': {
    padding: '0.25rem 0.5rem',
    borderInlineStart: '3px solid var(--bad)',
    font: 'var(--step--2)/1.45 var(--font-sans)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '3px',
  },
});
