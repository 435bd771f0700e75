// Brings the one figure of an embed page to life.
import { h, hydrate } from 'preact';
import { loadFigure, type FigureProps } from './all-figures.ts';

const host = document.querySelector<HTMLElement>('[data-embed]');
if (host) {
  const { embed, lang, slug } = host.dataset as { embed: string; lang: 'en' | 'zh'; slug: string };
  const props: FigureProps = { lang, id: slug };
  void loadFigure(embed).then((component) => hydrate(h(component, props), host));
}
