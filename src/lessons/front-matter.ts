// A lesson's front matter: its schema, and a check that names the file and the line of a mistake.
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { extractFrontmatter } from '@astrojs/markdown-remark';
import { load } from 'js-yaml';
import { LessonError } from './lesson-error.ts';

export const lessonSchema = z.strictObject({
  /** As it stands over the lesson and in lists. */
  title: z.string().min(1),
  /** One sentence: what the reader can do afterwards. */
  summary: z.string().min(20).max(200),
  /** Place in the course, from 1. */
  order: z.int().min(1).max(99),
  /** Minutes for an attentive reader, exercises included. */
  minutes: z.int().min(5).max(180),
  /** Slugs of the lessons this one builds on. */
  prerequisites: z.array(z.string()).default([]),
  /** The question that opens the lesson. */
  question: z.string().min(5),
  /** Day of the last change that a reader would notice. */
  updated: z.date(),
});

export type LessonData = z.infer<typeof lessonSchema>;

/**
 * Throws a LessonError for the first thing wrong with the front matter of a file.
 * @param path where the file is
 * @param file how messages call it
 */
export function checkFrontMatter(path: string, file: string): void {
  const source = readFileSync(path, 'utf8');
  const yaml = extractFrontmatter(source);
  if (yaml === undefined)
    throw new LessonError(file, 1, 'a lesson begins with front matter between two lines of ---');
  const lines = yaml.split('\n');
  let data: unknown;
  try {
    data = load(yaml);
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    throw new LessonError(
      file,
      (mark?.line ?? 0) + 1,
      `broken front matter: ${reason ?? String(error)}`,
    );
  }
  const { error } = lessonSchema.safeParse(data);
  const issue = error?.issues[0];
  if (!issue) return;
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path[0] ?? '');
  const line = lines.findIndex((text) => text.startsWith(`${key}:`));
  throw new LessonError(
    file,
    line < 0 ? 1 : line + 1,
    `front matter, "${key}": ${line < 0 ? 'is missing' : issue.message}`,
  );
}
