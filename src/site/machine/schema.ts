// What the pages are in the words of schema.org: a Course, and its lessons as LearningResources.
import { site } from '../../i18n/site.ts';
import type { CourseLesson } from '../course.ts';
import { href, type Lang } from '../href.ts';

const language = (lang: Lang) => (lang === 'zh' ? 'zh-Hans' : 'en');
const licence = 'https://creativecommons.org/licenses/by/4.0/';
const publisher = { '@type': 'Organization', name: 'Downhill' };

export function courseSchema(course: readonly CourseLesson[], lang: Lang, origin: URL) {
  const minutes = course.reduce((sum, { data }) => sum + data.minutes, 0);
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: site[lang].name,
    description: site[lang].tagline,
    url: new URL(href('', lang), origin).href,
    inLanguage: language(lang),
    license: licence,
    isAccessibleForFree: true,
    provider: publisher,
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'EUR', category: 'Free' },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: `PT${Math.max(1, Math.round(minutes / 60))}H`,
    },
    hasPart: course.map((lesson) => part(lesson, lang, origin)),
  };
}

export function lessonSchema(lesson: CourseLesson, lang: Lang, origin: URL) {
  return {
    '@context': 'https://schema.org',
    ...part(lesson, lang, origin),
    description: lesson.data.summary,
    inLanguage: language(lesson.textLang),
    license: licence,
    isAccessibleForFree: true,
    timeRequired: `PT${lesson.data.minutes}M`,
    dateModified: lesson.data.updated.toISOString().slice(0, 10),
    publisher,
    isPartOf: {
      '@type': 'Course',
      name: site[lang].name,
      url: new URL(href('', lang), origin).href,
    },
  };
}

const part = ({ slug, data }: CourseLesson, lang: Lang, origin: URL) => ({
  '@type': 'LearningResource',
  name: data.title,
  url: new URL(href(`lessons/${slug}/`, lang), origin).href,
  position: data.order,
  learningResourceType: 'lesson',
});
