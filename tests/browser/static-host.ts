// A static host for tests: serves a built folder as PUBLISHING.md asks hosts to, with the headers it recommends.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  /** Its address, without a slash at the end. */
  readonly origin: string;
  close(): void;
}

/**
 * @param folder below the project, such as `dist`
 * @param added text to put at the end of a file, by its path; for a path without a file it is a page of its own
 */
export async function staticHost(
  folder: string,
  added: (path: string) => string = () => '',
): Promise<StaticHost> {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://site/').pathname);
    const file = `${root}${path}${path.endsWith('/') ? 'index.html' : ''}`;
    const isThere = existsSync(file) && statSync(file).isFile();
    const [, base = ''] = /^(\/course)\//.exec(path) ?? [];
    if (!isThere && added(path)) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(added(path));
      return;
    }
    const shown = isThere ? file : `${root}${base}/404.html`;
    for (const [name, value] of Object.entries(headersFor(path.slice(base.length))))
      response.setHeader(name, value);
    response.setHeader('Content-Type', types[extname(shown)] ?? 'application/octet-stream');
    response.writeHead(isThere ? 200 : 404);
    response.write(existsSync(shown) ? readFileSync(shown) : '');
    response.end(added(path));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The table in PUBLISHING.md; `path` is without the folder the site is published in. */
function headersFor(path: string): Record<string, string> {
  return {
    'Cache-Control': path.startsWith('/_astro/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(/^\/(zh\/)?embed\//.test(path)
      ? {}
      : { 'Content-Security-Policy': "frame-ancestors 'self'" }),
  };
}
