// Each lesson as Markdown, for readers and programs that want the text alone.
import type { APIRoute } from 'astro';
import { getCourse } from '../../../site/course.ts';
import { langs } from '../../../site/href.ts';
import { lessonMarkdown } from '../../../site/machine/lesson-markdown.ts';

export async function getStaticPaths() {
  const pages = await Promise.all(
    langs.map(async (lang) =>
      (await getCourse(lang)).map((lesson) => ({
        params: { lang: lang === 'en' ? undefined : lang, slug: lesson.slug },
        props: { lesson },
      })),
    ),
  );
  return pages.flat();
}

export const GET: APIRoute = ({ props }) =>
  new Response(lessonMarkdown(props.lesson.data, props.lesson.entry.body ?? ''), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
