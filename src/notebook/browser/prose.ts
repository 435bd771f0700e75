// The text of a lesson's page as Markdown, with the cells between.

/** Headings, paragraphs, lists and formulas in reading order; figures and self-checks stay on the page. */
export function prosePartsOf(main: HTMLElement): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  const found = main.querySelectorAll<HTMLElement>(
    'h1, h2, h3, h4, p, ul, ol, downhill-cell, .katex-display',
  );
  for (const element of found) {
    if (element.matches('downhill-cell')) {
      parts.push(element);
      continue;
    }
    if (
      element.closest('downhill-cell, figure, form, nav, astro-island, button, [role=note]') ||
      element.parentElement?.closest('p, ul, ol')
    )
      continue;
    const text = markdownOf(element);
    if (text === '') continue;
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = `${last}\n\n${text}`;
    else parts.push(text);
  }
  return parts;
}

function markdownOf(element: HTMLElement): string {
  const level = /^H([1-4])$/.exec(element.tagName)?.[1];
  if (element.matches('.katex-display')) return `$$${formulaOf(element)}$$`;
  if (element.matches('ul, ol')) {
    const mark = element.matches('ol') ? '1.' : '-';
    return [...element.children].map((item) => `${mark} ${inline(item)}`).join('\n');
  }
  return `${level ? `${'#'.repeat(Number(level))} ` : ''}${inline(element)}`.trim();
}

const formulaOf = (element: Element): string =>
  element.querySelector('annotation')?.textContent ?? '';

function inline(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
  if (!(node instanceof Element) || node.matches('.symbol-keys, .anchor, [hidden]')) return '';
  if (node.matches('.katex')) return `$${formulaOf(node)}$`;
  const inner = [...node.childNodes].map(inline).join('');
  if (node.matches('code')) return `\`${inner}\``;
  if (node.matches('strong, b')) return `**${inner}**`;
  if (node.matches('em, i')) return `*${inner}*`;
  return inner;
}
