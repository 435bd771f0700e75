// What a glossary entry and a source consist of.
import { z } from 'astro/zod';

const entryText = z.strictObject({
  term: z.string().min(1),
  /** Other spellings and forms, for search. */
  forms: z.array(z.string()).default([]),
  /** Markdown with formulas; the first sentence must stand alone. */
  text: z.string().min(5),
});

export const glossarySchema = z.strictObject({
  en: entryText,
  zh: entryText,
  /** Ids of related entries. */
  see: z.array(z.string()).default([]),
});

export const sourceSchema = z.strictObject({
  /** "Family, Given", in the order of the title page. */
  authors: z.array(z.string()).min(1),
  year: z.int(),
  title: z.string(),
  /** Journal, volume and pages, or conference, or publisher. */
  venue: z.string(),
  doi: z.string().optional(),
  arxiv: z.string().optional(),
  url: z.url().optional(),
  /** A data set is listed apart from papers and books. */
  kind: z.enum(['paper', 'book', 'data', 'software']).default('paper'),
});

export type GlossaryEntry = z.infer<typeof glossarySchema>;
export type Source = z.infer<typeof sourceSchema>;
