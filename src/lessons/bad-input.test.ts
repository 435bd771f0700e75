// What an author's mistakes give: one sentence with file and line. Cells and exercises are tested beside their code.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { checkFrontMatter } from './front-matter.ts';
import { parseLesson } from './parse-lesson.ts';
import { remarkLesson } from './remark-lesson.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The message that building this lesson as content/en/broken.mdx gives. */
async function mistake(source: string): Promise<string> {
  const vfile = new VFile({ path: join(root, 'content/en/broken.mdx'), value: source });
  try {
    await remarkLesson({ root })(parseLesson(source), vfile);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no mistake found';
}

function frontMatterMistake(source: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'lesson-')), 'broken.mdx');
  writeFileSync(path, source);
  try {
    checkFrontMatter(path, 'content/en/broken.mdx');
  } catch (error) {
    return (error as Error).message;
  }
  return 'no mistake found';
}

const GOOD = `---
title: Lines
summary: You fit a line to points and say how far off it is.
question: Where should the line go?
order: 1
minutes: 30
updated: 2026-11-21
---
`;

describe('front matter', () => {
  it('that is complete passes', () => {
    expect(frontMatterMistake(GOOD)).toBe('no mistake found');
  });

  it.each([
    [
      'a missing field',
      GOOD.replace(/title.*\n/, ''),
      /^content\/en\/broken\.mdx:1: .*"title": is missing/,
    ],
    [
      'a wrong value',
      GOOD.replace('order: 1', 'order: first'),
      /^content\/en\/broken\.mdx:5: .*"order"/,
    ],
    [
      'an unknown field',
      GOOD.replace('minutes:', 'minuets:'),
      /^content\/en\/broken\.mdx:\d+: .*minu/,
    ],
    [
      'broken YAML',
      GOOD.replace('title: Lines', 'title: "Lines'),
      /^content\/en\/broken\.mdx:\d+: broken front matter/,
    ],
    ['none at all', '## Hello', /^content\/en\/broken\.mdx:1: a lesson begins with front matter/],
  ])('with %s names file and line', (_, source, message) => {
    expect(frontMatterMistake(source)).toMatch(message);
  });
});

describe('a lesson', () => {
  it.each([
    [
      'an unknown component',
      '\n\n<Nonsense />\n',
      /^content\/en\/broken\.mdx:3: there is no component <Nonsense>/,
    ],
    ['a broken formula', 'Text\n\n$\\frac{1}{$\n', /^content\/en\/broken\.mdx:3: broken formula/],
    [
      'a cell without a name',
      '\n```ts run\n1\n```\n',
      /^content\/en\/broken\.mdx:2: a runnable cell needs a name/,
    ],
    [
      'two cells of one name',
      '```ts run id=a\n1\n```\n\n```ts run id=a\n1\n```\n',
      /^content\/en\/broken\.mdx:5: two cells are called "a"/,
    ],
    [
      'a word in a fence that means nothing',
      '```ts run id=a slow\n1\n```\n',
      /^content\/en\/broken\.mdx:1: cell "a": "slow" means nothing/,
    ],
    [
      'a value that no cell computes',
      "It is {v('loss')}.\n",
      /^content\/en\/broken\.mdx:1: no cell of this lesson defines .* "loss"/,
    ],
    [
      'a value with a typing error',
      'It is {v(loss)}.\n',
      /^content\/en\/broken\.mdx:1: a value in prose is/,
    ],
    [
      'a symbol tied to nothing',
      '$\\id{rate}{\\eta}$\n',
      /^content\/en\/broken\.mdx:1: \\id\{rate\} names nothing/,
    ],
  ])('with %s names file and line', async (_, source, message) => {
    expect(await mistake(source)).toMatch(message);
  });
});
