// Links to a figure's state, and the code that puts a figure alone into somebody's page.

/** `PerceptronTrainer` → `perceptron-trainer`, the figure's place under /embed/. */
export const figureSlug = (component: string): string =>
  component.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** The path of the page that holds a figure alone. */
export function embedPath(base: string, lang: 'en' | 'zh', component: string): string {
  return `${base.replace(/\/$/, '')}${lang === 'zh' ? '/zh' : ''}/embed/${figureSlug(component)}/`;
}

/** An iframe as one pastes it into a page. */
export function embedCode(address: string, title: string): string {
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${address}" title="${quoted}" width="720" height="640" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}
