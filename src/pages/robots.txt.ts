// robots.txt: everything may be read; where the sitemap is.
import type { APIRoute } from 'astro';
import { href } from '../site/href.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(href('sitemap-index.xml'), site).href}\n`,
  );
