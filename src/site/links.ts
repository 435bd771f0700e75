// The pages of the site that stand in its menu.
import { site } from '../i18n/site.ts';
import { href, type Lang } from './href.ts';

export const siteLinks = (lang: Lang): { to: string; label: string }[] => {
  const t = site[lang];
  return [
    { to: href('', lang), label: t.course },
    { to: href('glossary/', lang), label: t.glossary },
    { to: href('engine/', lang), label: t.engine },
    { to: href('sources/', lang), label: t.sources },
    { to: href('review/', lang), label: t.review },
  ];
};
