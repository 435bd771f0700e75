// What a device needs to install the site.
import type { APIRoute } from 'astro';
import { site } from '../../i18n/site.ts';
import { eachLanguage, href, langOf } from '../../site/href.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = ({ params }) => {
  const lang = langOf(params);
  const t = site[lang];
  const manifest = {
    id: href(),
    name: t.name,
    short_name: t.name,
    description: t.tagline,
    lang: lang === 'zh' ? 'zh-Hans' : 'en',
    start_url: href('', lang),
    scope: href(),
    display: 'standalone',
    background_color: '#fafaf6',
    theme_color: '#fafaf6',
    icons: [
      { src: href('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: href('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: href('icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: href('icon-maskable.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
