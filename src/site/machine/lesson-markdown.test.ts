import { describe, expect, it } from 'vitest';
import { lessonMarkdown } from './lesson-markdown.ts';

const data = { title: 'T', question: 'Q?', summary: 'S.' };
const text = (mdx: string) => lessonMarkdown(data, mdx).split('S.\n\n')[1]!.trim();

describe('a lesson as Markdown', () => {
  it('begins with title, question and summary', () => {
    expect(lessonMarkdown(data, 'text')).toBe('# T\n\n> Q?\n\nS.\n\ntext\n');
  });
  it('keeps the text of terms and drops figures', () => {
    expect(text('a <Term id="x">b</Term> c <BallOnCurve start={-2} />')).toBe('a b c');
  });
  it('keeps code as it is, generics too', () => {
    expect(text('```ts run id=a\nconst x: Array<Tensor> = [];\n```')).toBe(
      '```ts\nconst x: Array<Tensor> = [];\n```',
    );
  });
  it('turns linked symbols into plain ones', () => {
    expect(text('$\\id{learningRate}{\\eta}$')).toBe('$\\eta$');
  });
});
