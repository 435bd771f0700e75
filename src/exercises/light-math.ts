// Formulas in a lighter form: KaTeX writes each twice, as MathML and as placed boxes; this keeps the MathML alone.

/** HTML in which every formula is `<math>`; the boxes and the TeX source are left out. */
export function lightMath(html: string): string {
  let light = '';
  let from = 0;
  for (let at = html.indexOf('<span class="katex">'); at >= 0;) {
    const end = endOfSpan(html, at);
    const [math = ''] = /<math[\s\S]*?<\/math>/.exec(html.slice(at, end)) ?? [];
    light += html.slice(from, at) + math.replace(/<annotation[\s\S]*?<\/annotation>/g, '');
    from = end;
    at = html.indexOf('<span class="katex">', end);
  }
  return light + html.slice(from);
}

/** The place behind the span that begins at `start`. */
function endOfSpan(html: string, start: number): number {
  let depth = 0;
  const tags = /<(\/?)span\b/g;
  tags.lastIndex = start;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.indexOf('>', tag.index) + 1;
  }
  return html.length;
}
