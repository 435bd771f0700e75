// The pages of one language that are kept for reading offline after the first visit.
import type { APIRoute } from 'astro';
import { getCourse } from '../../site/course.ts';
import { getApi } from '../../site/engine-reference/api.ts';
import { eachLanguage, href, langOf } from '../../site/href.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = async ({ params }) => {
  const lang = langOf(params);
  const course = await getCourse(lang);
  const pages = [
    '', 'glossary/', 'sources/', 'about/', 'review/', 'engine/',
    ...getApi().map(({ id }) => `engine/${id}/`),
    ...course.map(({ slug }) => `lessons/${slug}/`),
  ]; // prettier-ignore
  return Response.json({
    pages: pages.map((path) => href(path, lang)),
    rest: [href('cards.json', lang), ...course.map(({ slug }) => href(`contours/${slug}.svg`))],
  });
};
