// The reader's questions as a text file that Anki imports: one note a line, formulas in Anki's MathJax form.
import { h, render } from 'preact';
import { loadLesson } from '../../src/exercises/load.ts';
import type { Exercise, Lang } from '../../src/exercises/types.ts';
import { firstVars } from '../../src/exercises/vars.ts';
import type { CardRecord } from '../../src/progress/records.ts';
import { keepVars, partHtml } from './html.tsx';
import { Solution } from './solution.tsx';

const header = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#deck:Downhill',
  '#guid column:1',
  '#tags column:4',
];

/** Questions with the numbers of their lesson; the guid keeps a second import from doubling notes. */
export async function ankiText(cards: readonly CardRecord[], lang: Lang): Promise<string> {
  const notes: string[] = [];
  for (const { id, lesson } of cards) {
    const exercise = (await loadLesson(lang, lesson)).find((item) => item.id === id);
    if (exercise) notes.push(note(exercise));
  }
  return `${[...header, ...notes].join('\n')}\n`;
}

function note(exercise: Exercise): string {
  const { id, lang, lesson } = exercise;
  const vars = firstVars(exercise);
  keepVars(lang, id, vars);
  const back = document.createElement('div');
  render(h(Solution, { exercise, vars }), back);
  const front = partHtml(lang, id, 'ask') + choices(exercise);
  const fields = [`downhill-${lang}-${id}`, front, back.innerHTML, `downhill::${lesson}`];
  render(null, back);
  return fields.map((field) => forAnki(field)).join('\t');
}

function choices(exercise: Exercise): string {
  const { lang, id } = exercise;
  const list = (parts: readonly string[]) =>
    `<ul>${parts.map((part) => `<li>${partHtml(lang, id, part)}</li>`).join('')}</ul>`;
  if (exercise.kind === 'choice')
    return list(exercise.outline.options.map((option) => `option-${option}`));
  if (exercise.kind === 'order')
    return list([...exercise.outline.steps].sort().map((step) => `step-${step}`));
  if (exercise.kind === 'match')
    return list(exercise.outline.left.flatMap((row) => [`left-${row}`, `right-${row}`]));
  if (exercise.kind === 'bug') return `<pre>${escape(exercise.outline.lines.join('\n'))}</pre>`;
  if (exercise.kind === 'code') return `<pre>${escape(exercise.outline.starter)}</pre>`;
  return '';
}

/** KaTeX's markup becomes \( TeX \), line breaks and tabs become what a field may hold. */
function forAnki(html: string): string {
  const place = document.createElement('template');
  place.innerHTML = html;
  for (const formula of place.content.querySelectorAll('.katex-display, .katex')) {
    const tex = formula.querySelector('annotation')?.textContent;
    if (tex === undefined || tex === null) continue;
    const isBlock = formula.classList.contains('katex-display');
    formula.replaceWith(isBlock ? `\\[${tex}\\]` : `\\(${tex}\\)`);
  }
  // Links into the site lead nowhere from a deck.
  for (const link of place.content.querySelectorAll('a.term')) link.replaceWith(...link.childNodes);
  for (const code of place.content.querySelectorAll('pre'))
    code.innerHTML = code.innerHTML.replaceAll('\n', '<br>').replaceAll('  ', '&nbsp; ');
  return place.innerHTML.replace(/[\t\n\r]+/g, ' ').trim();
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
