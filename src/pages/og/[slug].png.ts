// Pictures for shared links: one for each lesson, one for the site.
import type { APIRoute } from 'astro';
import { site } from '../../i18n/site.ts';
import { getCourse } from '../../site/course.ts';
import { lessonContours } from '../../site/landscape/lesson-contours.ts';
import { ogPicture } from '../../site/machine/og-picture.ts';

export const getStaticPaths = async () => [
  { params: { slug: 'site' }, props: { title: site.en.name, line: site.en.tagline } },
  ...(await getCourse('en')).map(({ slug, data }) => ({
    params: { slug },
    props: { title: data.title, line: site.en.lesson(data.order) },
  })),
];

export const GET: APIRoute = async ({ params, props }) => {
  const contours = await lessonContours(params.slug!);
  const png = await ogPicture({ title: props.title, line: props.line, contours });
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': 'image/png' } });
};
