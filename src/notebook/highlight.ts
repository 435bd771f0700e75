// Colours code at build with the editor's own parser, so that nothing changes when the editor takes its place.
import { highlightCode, tags, tagHighlighter } from '@lezer/highlight';
import { parser } from '@lezer/javascript';
import { el, type Element, type Tree } from './tree.ts';

const typescript = parser.configure({ dialect: 'ts' });

/** The classes of the course's code colours; cell.css and the editor's theme give them their looks. */
export const codeClasses = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.null, tags.bool], class: 'tok-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: tags.comment, class: 'tok-comment' },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'tok-type' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'tok-call' },
  { tag: tags.definition(tags.variableName), class: 'tok-definition' },
  { tag: tags.variableName, class: 'tok-name' },
  { tag: tags.propertyName, class: 'tok-property' },
  { tag: [tags.operator, tags.punctuation], class: 'tok-operator' },
]);

/** One element for each line; names of variables stand in elements of their own, so that formulas can point at them. */
export function highlight(code: string): Element[] {
  const lines: Tree[][] = [[]];
  highlightCode(
    code,
    typescript.parse(code),
    codeClasses,
    (text, classes) => {
      const isPlain = classes === '' || classes === 'tok-operator';
      lines.at(-1)!.push(isPlain ? text : el('span', { class: classes }, text));
    },
    () => lines.push([]),
  );
  return lines.map((children) => el('span', { class: 'cell-line' }, children, '\n'));
}
