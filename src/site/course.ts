// The course as its pages see it: the lessons in order, each in the asked language or, failing that, in English.
import { getCollection, type CollectionEntry } from 'astro:content';
import type { Lang } from './href.ts';

export interface CourseLesson {
  readonly slug: string;
  /** The language its text is in, which may differ from the page's. */
  readonly textLang: Lang;
  readonly entry: CollectionEntry<'lessons'>;
  readonly data: CollectionEntry<'lessons'>['data'];
}

/** All lessons in teaching order. */
export async function getCourse(lang: Lang): Promise<CourseLesson[]> {
  const bySlug = new Map<string, CourseLesson>();
  for (const entry of await getCollection('lessons')) {
    const [textLang, slug] = entry.id.split('/') as [Lang, string];
    if (textLang === lang || (textLang === 'en' && !bySlug.has(slug)))
      bySlug.set(slug, { slug, textLang, entry, data: entry.data });
  }
  return [...bySlug.values()].sort((a, b) => a.data.order - b.data.order);
}
