import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lessonFiles } from './check-lessons.ts';
import { findComponents } from './components.ts';
import { differences, outline } from './parity.ts';
import { parseLesson } from './parse-lesson.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = new Set(['Choice', 'Ball']);
const read = (source: string) => outline(parseLesson(source), 'x.mdx', names);

describe('the two languages of a lesson', () => {
  const english =
    '## A\n\n```ts run id=one\n1\n```\n\n<Ball />\n\n<Choice id="q1">\n\nWhy?\n\n</Choice>\n';

  it('match when sections, cells, figures and exercises do', () => {
    expect(differences(read(english), read(english.replace('Why?', '为什么?')))).toEqual([]);
  });

  it('differ by a section, a cell, a figure or an exercise', () => {
    const chinese = '## A\n\n### B\n\n<Choice id="q2">\n\n为什么?\n\n</Choice>\n';
    expect(differences(read(english), read(chinese))).toEqual([
      'the headings differ: en 2, zh 2 3',
      'zh lacks one',
      'zh lacks Ball',
      'zh lacks Choice#q1',
      'en lacks Choice#q2',
    ]);
  });

  it('match in every lesson that has both', () => {
    const known = [...findComponents(root).values()]
      .filter(({ file }) => /[\\/](figures|exercises)[\\/]/.test(file))
      .map(({ name }) => name);
    const of = (file: string) =>
      outline(parseLesson(readFileSync(`${root}/${file}`, 'utf8')), file, new Set(known));
    const found = lessonFiles(root)
      .filter((file) => file.startsWith('content/zh/'))
      .flatMap((file) => {
        const twin = file.replace('/zh/', '/en/');
        if (!existsSync(`${root}/${twin}`)) return [`${file} has no English twin`];
        return differences(of(twin), of(file)).map((text) => `${file}: ${text}`);
      });
    expect(found).toEqual([]);
  });
});
