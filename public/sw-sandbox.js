// Part of the service worker. A sandboxed frame bypasses service workers, so that cells would fail offline; this
// address, which only the service worker serves, gives the same frame the same opaque origin by a header instead.
const sandboxPath = new URL('sandbox/offline/', self.registration.scope).pathname;

self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname !== sandboxPath) return;
  event.stopImmediatePropagation();
  event.respondWith(serveSandbox());
});

async function serveSandbox() {
  const file = new URL('sandbox/index.html', self.registration.scope).href;
  const kept = await caches.match(file, { ignoreSearch: true });
  const page = kept ?? (await fetch(file));
  return new Response(await page.text(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': 'sandbox allow-scripts',
    },
  });
}
