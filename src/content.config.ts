// The course's content: one entry a lesson and language, with its front matter checked.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './lessons/front-matter.ts';

const lessons = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{en,zh}/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: lessonSchema,
});

export const collections = { lessons };
