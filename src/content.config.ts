// The course's content: one entry a lesson and language, with its front matter checked.
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { lessonSchema } from './lessons/front-matter.ts';
import { glossarySchema, sourceSchema } from './site/reference-schema.ts';

const lessons = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{en,zh}/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: lessonSchema,
});

/** One file a term, both languages. */
const glossary = defineCollection({
  loader: glob({ base: './content/glossary', pattern: '*.yaml' }),
  schema: glossarySchema,
});

/** What lessons cite. */
const bibliography = defineCollection({
  loader: file('content/bibliography.yaml'),
  schema: sourceSchema,
});

export const collections = { lessons, glossary, bibliography };
