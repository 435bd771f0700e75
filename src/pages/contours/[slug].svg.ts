// The level curves at the head of each lesson, as pictures of their own.
import type { APIRoute } from 'astro';
import { getCourse } from '../../site/course.ts';
import { lessonContours } from '../../site/landscape/lesson-contours.ts';

export const getStaticPaths = async () =>
  (await getCourse('en')).map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await lessonContours(params.slug!), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
