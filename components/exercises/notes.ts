// The sentence that goes with a verdict.
import type { CaseResult } from '../../src/exercises/kinds/code.ts';
import type { Kind, Lang, Verdict } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';

/** In the reader's language; empty when the author's explanation says it all. */
export function sentence(verdict: Verdict, kind: Kind, lang: Lang): string {
  const { note, detail } = verdict;
  const t = exerciseTexts[lang].notes;
  if (kind === 'code' && Array.isArray(detail)) {
    const cases = detail as CaseResult[];
    return t.cases(cases.filter(({ passed }) => passed).length, cases.length);
  }
  if (!note) return '';
  switch (note.name) {
    case 'count':
      return t.count(note.right, note.of);
    case 'wrong-length':
      return t['wrong-length'](note.found, note.expected);
    case 'unreadable-formula':
    case 'unknown-name':
      return t[note.name](note.at);
    case 'failed-run':
      return t['failed-run'](note.message, note.line);
    case 'too-slow':
      return t['too-slow'](note.seconds);
    case 'not-yet':
      return kind === 'act' ? t.figure : t['not-yet'];
    default:
      return t[note.name];
  }
}
