// Chinese wants full-width punctuation. Finds, and mends, the half-width kind beside Chinese characters.

const chinese = '\\u4e00-\\u9fff\\u3000-\\u303f\\uff00-\\uffef”’';
const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

const rules: readonly [RegExp, (found: string, ...groups: string[]) => string][] = [
  // After a Chinese character, before more text or the end of a string.
  [new RegExp(`(?<=[${chinese}])([,;:?!])(?=\\s?\\S|$)`, 'g'), (mark) => wide[mark]!],
  // After a formula, number, word or inserted value, before a Chinese character.
  [new RegExp(`(?<=[$\\w%)}])([,;:?!])(?=[${chinese}])`, 'g'), (mark) => wide[mark]!],
  // A full-width mark needs no space behind it.
  [new RegExp(`([，；：？！]) (?=[${chinese}$\\w])`, 'g'), (_, mark) => mark!],
  // Round brackets around Chinese.
  [new RegExp(`\\((?=[\\u4e00-\\u9fff])([^()（）\`$]*)\\)`, 'g'), (_, inside) => `（${inside}）`],
];

/** The line with full-width punctuation; lines without Chinese are left alone. */
export function mendLine(line: string): string {
  if (!/[\u4e00-\u9fff]/.test(line)) return line;
  return rules.reduce((text, [pattern, mend]) => text.replace(pattern, mend), line);
}

/** Lines that would be mended, 1-based. */
export function halfWidthLines(text: string): { line: number; text: string }[] {
  return text
    .split('\n')
    .flatMap((line, i) => (mendLine(line) === line ? [] : [{ line: i + 1, text: line.trim() }]));
}
