// What the cards over terms and citations show; loaded when a reader first points at one.
import type { APIRoute } from 'astro';
import { prose } from '../../i18n/prose.ts';
import { address, fullNames } from '../../site/bibliography.ts';
import { eachLanguage, href, langOf } from '../../site/href.ts';
import { renderMarkdown } from '../../site/markdown.ts';
import { getGlossary, getSources } from '../../site/references.ts';
import type { Card } from '../../site/cards.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = async ({ params }) => {
  const lang = langOf(params);
  const t = prose[lang];
  const cards: Record<string, Card> = {};
  for (const { id, data } of await getGlossary(lang)) {
    cards[`term:${id}`] = {
      title: data[lang].term,
      html: renderMarkdown(data[lang].text),
      more: t.inGlossary,
      href: `${href('glossary/', lang)}#${id}`,
    };
  }
  for (const { id, data } of await getSources(lang)) {
    cards[`source:${id}`] = {
      title: data.title,
      html: renderMarkdown(`${fullNames(data, lang)} (${data.year}). ${data.venue}.`),
      more: t.read,
      href: address(data) ?? `${href('sources/', lang)}#${id}`,
    };
  }
  return Response.json(cards);
};
