// A lesson's MDX as plain Markdown: the components' markup goes, their text stays, cells become plain code blocks.
import type { LessonData } from '../../lessons/front-matter.ts';

/** Components whose content is for the page only. */
const dropped = /<(Sources|Test|Starter|Solution)\b[^>]*>[\s\S]*?<\/\1>/g;

export function lessonMarkdown(
  data: Pick<LessonData, 'title' | 'question' | 'summary'>,
  mdx: string,
): string {
  const parts = mdx.split(/(^```[\s\S]*?^```$)/m);
  const text = parts
    .map((part, i) => (i % 2 === 1 ? plainFence(part) : withoutMarkup(part)))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `# ${data.title}\n\n> ${data.question}\n\n${data.summary}\n\n${text}\n`;
}

const plainFence = (fence: string) => fence.replace(/^```ts run\b.*$/m, '```ts');

function withoutMarkup(part: string): string {
  return part
    .replace(dropped, '')
    .replace(/<Cite\s+id="([^"]+)"[^>]*\/>/g, '[$1]')
    .replace(/<(SideNote)>([\s\S]*?)<\/\1>/g, ' ($2)')
    .replace(/^<([A-Z]\w*)\b[^>]*?\btitle="([^"]+)"[^>]*>$/gm, '**$2**')
    .replace(/<\/?[A-Z](?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}|=>|[^>"{])*?\/?>/g, '')
    .replace(/\{v\('([^']+)'[^)]*\)\}/g, '`$1`')
    .replace(/\\id\{[^}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1');
}
