// How a source is named in the text and in the list.
import { prose } from '../i18n/prose.ts';
import type { Lang } from './href.ts';
import type { Source } from './reference-schema.ts';

const family = (author: string) => author.split(',')[0]!;

/** "Rosenblatt 1958", "Minsky and Papert 1969", "He and others 2015". */
export function shortName({ authors, year }: Source, lang: Lang): string {
  const t = prose[lang];
  const [first, second, third] = authors.map(family);
  const names = third ? t.authorsOthers(first!) : second ? first + t.authorsAnd + second : first;
  return `${names} ${year}`;
}

/** "Kaiming He, Xiangyu Zhang": given names first. Seven and more authors are cut after the third. */
export function fullNames({ authors }: Source, lang: Lang): string {
  const names = authors.map((author) => author.split(', ').reverse().join(' '));
  if (names.length > 6) return prose[lang].authorsOthers(names.slice(0, 3).join(', '));
  return names.join(', ');
}

/** Where the source can be read. */
export function address({ doi, arxiv, url }: Source): string | undefined {
  if (url) return url;
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return doi && `https://doi.org/${doi}`;
}

/** The ids cited in a lesson's source text, in order, each once. */
export function citedIn(mdx: string): string[] {
  const ids = [...mdx.matchAll(/<Cite\s[^>]*?\bid="([^"]+)"/g)].map((match) => match[1]!);
  return [...new Set(ids)];
}

/** The ids of glossary terms a lesson's source text links to, each once. */
export function termsIn(mdx: string): string[] {
  const ids = [...mdx.matchAll(/<Term\s[^>]*?\bid="([^"]+)"/g)].map((match) => match[1]!);
  return [...new Set(ids)];
}
