// RSS: the lessons by the day of their last change.
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { site } from '../../i18n/site.ts';
import { getCourse } from '../../site/course.ts';
import { eachLanguage, href, langOf } from '../../site/href.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = async ({ params, site: origin }) => {
  const lang = langOf(params);
  const t = site[lang];
  const course = await getCourse(lang);
  return rss({
    title: t.name,
    description: t.tagline,
    site: new URL(href('', lang), origin).href,
    customData: `<language>${lang === 'zh' ? 'zh-Hans' : 'en'}</language>`,
    items: course
      .toSorted((a, b) => b.data.updated.getTime() - a.data.updated.getTime())
      .map(({ slug, data }) => ({
        title: data.title,
        description: data.summary,
        pubDate: data.updated,
        link: new URL(href(`lessons/${slug}/`, lang), origin).href,
      })),
  });
};
