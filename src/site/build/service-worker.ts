// After the build: writes the service worker that keeps the site readable and its cells running offline.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { generateSW } from 'workbox-build';

/** Files above this size, such as the TypeScript compiler, are kept when they were first used. */
const LIMIT = 900_000;

export function serviceWorker(): AstroIntegration {
  return {
    name: 'downhill-service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { count, size, warnings } = await generateSW({
          globDirectory: folder,
          swDest: `${folder}sw.js`,
          importScripts: ['sw-sandbox.js'],
          globPatterns: [
            '_astro/*.{css,js,woff2,wasm}',
            'index.html',
            '404.html',
            'sandbox/index.html',
            '{icon.svg,icon-192.png,manifest.webmanifest,cards.json,data/digit-templates.json}',
          ],
          maximumFileSizeToCacheInBytes: LIMIT,
          dontCacheBustURLsMatching: /_astro\//,
          inlineWorkboxRuntime: true,
          sourcemap: false,
          mode: 'production',
          cleanupOutdatedCaches: true,
          clientsClaim: true,
          skipWaiting: false, // the reader decides when a new edition takes over
          directoryIndex: 'index.html',
          ignoreURLParametersMatching: [/./],
          runtimeCaching: [
            {
              urlPattern: ({ request }) => request.mode === 'navigate',
              handler: 'NetworkFirst',
              options: { cacheName: 'pages', networkTimeoutSeconds: 4 },
            },
            {
              // Large parts of the program: their names change with their content.
              urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/_astro/'),
              handler: 'CacheFirst',
              options: { cacheName: 'program', expiration: { maxEntries: 60 } },
            },
            {
              urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/data/'),
              handler: 'StaleWhileRevalidate',
              options: { cacheName: 'data' },
            },
            {
              urlPattern: ({ url, sameOrigin, request }) =>
                sameOrigin &&
                (url.pathname.includes('/pagefind/') ||
                  request.destination === 'image' ||
                  /\.(svg|json)$/.test(url.pathname)),
              handler: 'StaleWhileRevalidate',
              options: { cacheName: 'rest', expiration: { maxEntries: 300 } },
            },
          ],
        });
        const [first] = warnings.filter((warning) => !warning.includes("won't be precached"));
        if (first) logger.warn(first);
        logger.info(`${count} files, ${(size / 1e6).toFixed(1)} MB kept for reading offline`);
      },
    },
  };
}
