// llms.txt: what the site holds, for programs that read.
import type { APIRoute } from 'astro';
import { site } from '../i18n/site.ts';
import { getCourse } from '../site/course.ts';
import { href } from '../site/href.ts';

export const GET: APIRoute = async ({ site: origin }) => {
  const full = (path: string) => new URL(path, origin).href;
  const lessons = (await getCourse('en')).map(
    ({ slug, data }) =>
      `- [${data.order}. ${data.title}](${full(href(`lessons/${slug}.md`))}): ${data.summary}`,
  );
  const text = `# ${site.en.name}

> ${site.en.tagline}

Text CC BY 4.0, code MIT. Each lesson is also there in Chinese below /zh/ where it has been translated.

## Lessons

${lessons.join('\n')}

## Reference

- [Glossary](${full(href('glossary/'))}): ${site.en.glossaryIntro}
- [Engine](${full(href('engine/'))}): ${site.en.engineIntro}
- [Sources](${full(href('sources/'))}): ${site.en.sourcesIntro}
`;
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
