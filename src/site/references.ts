// The glossary and the sources, with the lessons that use each of their entries.
import { getCollection } from 'astro:content';
import { citedIn, termsIn } from './bibliography.ts';
import { getCourse, type CourseLesson } from './course.ts';
import type { Lang } from './href.ts';
import type { GlossaryEntry, Source } from './reference-schema.ts';

export interface Used<T> {
  readonly id: string;
  readonly data: T;
  readonly usedIn: readonly CourseLesson[];
}

const users = (course: readonly CourseLesson[], find: (mdx: string) => string[], id: string) =>
  course.filter(({ entry }) => find(entry.body ?? '').includes(id));

/** All terms, in the language's own order. */
export async function getGlossary(lang: Lang): Promise<Used<GlossaryEntry>[]> {
  const course = await getCourse(lang);
  const collator = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN' : 'en');
  return (await getCollection('glossary'))
    .map(({ id, data }) => ({ id, data, usedIn: users(course, termsIn, id) }))
    .sort((a, b) => collator.compare(a.data[lang].term, b.data[lang].term));
}

/** All sources, the oldest first. */
export async function getSources(lang: Lang): Promise<Used<Source>[]> {
  const course = await getCourse(lang);
  return (await getCollection('bibliography'))
    .map(({ id, data }) => ({ id, data, usedIn: users(course, citedIn, id) }))
    .sort((a, b) => a.data.year - b.data.year || a.id.localeCompare(b.id));
}
