// Addresses inside the site: one place that knows the sub-path and the languages.

export type Lang = 'en' | 'zh';
export const langs: readonly Lang[] = ['en', 'zh'];

/** The folder the site is published in, with a slash at both ends. */
export const base: string = `${(import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '')}/`;

/**
 * The address of a page or file of the site.
 * @param path from the site's root, such as `lessons/perceptron/` or `icon.svg`
 * @param lang gives the page in that language; leave it out for files
 */
export function href(path = '', lang: Lang = 'en'): string {
  return `${base}${lang === 'en' ? '' : `${lang}/`}${path.replace(/^\//, '')}`;
}

/** Language and path, without sub-path and language, of an address such as Astro.url.pathname. */
export function place(pathname: string): { lang: Lang; path: string } {
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  const clean = rest.replace(/index\.html$/, '');
  return clean === 'zh' || clean.startsWith('zh/')
    ? { lang: 'zh', path: clean.slice(3) }
    : { lang: 'en', path: clean };
}

/** `getStaticPaths` of a page that exists once for each language, below `[...lang]`. */
export const eachLanguage = () =>
  langs.map((lang) => ({ params: { lang: lang === 'en' ? undefined : lang } }));

/** The language of a page below `[...lang]`. */
export const langOf = (params: { lang?: string | undefined }): Lang =>
  params.lang === 'zh' ? 'zh' : 'en';
