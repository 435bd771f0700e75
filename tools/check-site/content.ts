// Checks on what authors write beside the lessons: the glossary's links, and punctuation in Chinese.
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { termsIn } from '../../src/site/bibliography.ts';
import { halfWidthLines } from './punctuation.ts';
import { glossarySchema } from '../../src/site/reference-schema.ts';

export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Terms that nothing leads to, and links that lead to no term. */
export function glossaryComplaints(root: string): Complaint[] {
  const folder = `${root}content/glossary`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const entries = new Map(
    files.map((file) => [
      file.replace('.yaml', ''),
      glossarySchema.parse(load(readFileSync(`${folder}/${file}`, 'utf8'))),
    ]),
  );
  const reached = new Set(lessonFiles(root).flatMap((file) => termsIn(readFileSync(file, 'utf8'))));
  const complaints: Complaint[] = [];
  for (const [id, { see }] of entries) {
    for (const to of see) {
      reached.add(to);
      if (!entries.has(to)) {
        const file = `content/glossary/${id}.yaml`;
        complaints.push({
          file,
          line: lineOf(`${root}${file}`, 'see:'),
          message: `see: there is no entry "${to}"`,
        });
      }
    }
  }
  for (const id of entries.keys())
    if (!reached.has(id))
      complaints.push({
        file: `content/glossary/${id}.yaml`,
        line: 1,
        message: 'an orphan: no lesson and no other entry leads to this term',
      });
  return complaints;
}

/** Half-width punctuation beside a Chinese character, in texts that readers see. */
export function punctuationComplaints(root: string): Complaint[] {
  const files = [
    ...below(`${root}content/glossary`, /\.yaml$/),
    ...below(`${root}content/zh`, /\.mdx$/),
    ...below(`${root}src/i18n`, /\.ts$/),
    ...below(`${root}components`, /\.text\.ts$/),
  ];
  return files.flatMap((path) => {
    const file = path.slice(root.length);
    return halfWidthLines(readFileSync(path, 'utf8')).map(({ line, text }) => ({
      file,
      line,
      message: `half-width punctuation in Chinese (node tools/zh-punctuation.ts mends it): ${text}`,
    }));
  });
}

const lessonFiles = (root: string) =>
  ['en', 'zh'].flatMap((lang) => below(`${root}content/${lang}`, /\.mdx$/));

function below(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name))
      .map((name) => `${folder}/${name}`)
      .sort();
  } catch {
    return []; // no lesson in this language yet
  }
}

export function lineOf(path: string, needle: string): number {
  if (!needle) return 1;
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes(needle));
    return at < 0 ? 1 : at + 1;
  } catch {
    return 1;
  }
}
